import { useState } from 'react'
import { Link } from 'react-router'
import type { Comment } from '#api/comments/contract.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { RichTextViewer } from '../rich-text/viewer.tsx'
import { CommentActions } from './comment-actions.tsx'
import { CommentComposer, type ComposedText } from './comment-composer.tsx'
import { QuestionState } from './question-state.tsx'
import { anchorOf } from './comment-anchor.ts'
import styles from './comment-item.module.css'

/** What can be done with one comment. What these throw is told beside it. */
export interface CommentDeeds {
  change: (comment: Comment, text: ComposedText) => Promise<void>
  remove: (comment: Comment, reason: string) => Promise<void>
  erase: (comment: Comment) => Promise<void>
  restore: (comment: Comment) => Promise<void>
  askSame: (comment: Comment, asks: boolean) => Promise<void>
}

interface CommentItemProps {
  comment: Comment
  deeds: CommentDeeds
  /** Opens the place to reply, or to answer. */
  onReply: () => void
}

/** One comment, question or reply, with what the viewer may do with it. */
export function CommentItem({ comment, deeds, onReply }: CommentItemProps) {
  const [isEditing, setEditing] = useState(false)
  const { body, author, removal } = comment
  const when = formatDateTime(comment.createdDateTime)
  const name = author?.displayName ?? m.comments_someone()
  if (body === null || author === null) {
    return (
      <article id={anchorOf(comment.id)} tabIndex={-1} className={styles.gone}>
        <p>{removal?.kind === 'moderated' ? m.comments_removed() : m.comments_deleted()}</p>
      </article>
    )
  }
  return (
    <article
      id={anchorOf(comment.id)}
      tabIndex={-1}
      className={styles.comment}
      aria-label={`${name}, ${when}`}
    >
      <InitialsAvatar displayName={name} tone={comment.viewer.isAuthor ? 'self' : 'other'} />
      <div className={styles.content}>
        <p className={styles.head}>
          <strong>{name}</strong>
          {author.jobTitle !== null && <span className={styles.meta}>{author.jobTitle}</span>}
          <Link
            to={{ hash: anchorOf(comment.id) }}
            preventScrollReset
            className={styles.when}
            aria-label={m.comments_linkTo({ name, when })}
          >
            <time dateTime={comment.createdDateTime} title={exactTime(comment.createdDateTime)}>
              {when}
            </time>
          </Link>
          {comment.editedDateTime !== null && (
            <span className={styles.meta}>
              {m.comments_editedWhen({ when: formatDateTime(comment.editedDateTime) })}
            </span>
          )}
        </p>
        {comment.isAnswer && <StatusTag tone="neutral">{m.comments_answerMark()}</StatusTag>}
        {removal !== null && (
          <p className={styles.reason}>{m.comments_removedReason({ reason: removal.reason ?? '' })}</p>
        )}
        {isEditing ? (
          <CommentComposer
            label={m.comments_editLabel()}
            sendLabel={m.comments_save()}
            variant="primary"
            initialValue={body}
            onSend={async (text) => {
              await deeds.change(comment, text)
              setEditing(false)
              document.getElementById(anchorOf(comment.id))?.focus()
            }}
            onCancel={() => {
              setEditing(false)
              document.getElementById(anchorOf(comment.id))?.focus()
            }}
          />
        ) : (
          <div className={styles.body} data-removed={removal !== null || undefined}>
            <RichTextViewer document={body} />
          </div>
        )}
        {comment.kind === 'question' && removal === null && <QuestionState question={comment} />}
        {!isEditing && (
          <CommentActions
            comment={comment}
            name={name}
            deeds={deeds}
            onReply={onReply}
            onEdit={() => setEditing(true)}
          />
        )}
      </div>
    </article>
  )
}

const exactTime = (time: string) =>
  new Date(time).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' })
