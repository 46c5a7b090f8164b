import '../../styles/forms.css'
import { Button, Skeleton } from '@digdir/designsystemet-react'
import { useId, useMemo, useState } from 'react'
import type { Comment } from '#api/comments/contract.ts'
import { useLocale } from '../../lib/locale.ts'
import { m } from '../../messages/messages.js'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { commentErrorText } from './comment-error.ts'
import { CommentItem } from './comment-item.tsx'
import { NewComment } from './new-comment.tsx'
import { ReplyComposer } from './reply-composer.tsx'
import { UnsentItem } from './unsent-item.tsx'
import { useArriveAtComment } from './use-arrive-at-comment.ts'
import { useFocusAfterTakingAway } from './use-focus-after-taking-away.ts'
import { useMarkSeen } from './use-mark-seen.ts'
import { useThread, type ThreadTarget } from './use-thread.ts'
import { useUnsent, type Unsent } from './use-unsent.ts'
import styles from './comment-thread.module.css'

interface CommentThreadProps {
  target: ThreadTarget
  /** May write something new here. What can be done with each comment, the comment says. */
  canComment: boolean
  viewer: { id: string; displayName: string }
  /** The viewer's unseen answers: `/v1.0/me/newsQuestions`. */
  answersPath: string
}

/** What is said and asked about something, and where one says it. `#comment-{id}` in the address goes to one. */
export function CommentThread({ target, canComment, viewer, answersPath }: CommentThreadProps) {
  useLocale()
  const titleId = useId()
  const { query, comments, count, deeds, takenAway, onSent } = useThread(target)
  const { unsent, send, retry, discard } = useUnsent(viewer.id, target.path, onSent)
  const [replyingTo, setReplyingTo] = useState<string>()
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = query
  const pages = data?.pages
  useMarkSeen(
    useMemo(() => pages?.flatMap(({ value }) => value) ?? [], [pages]),
    viewer.id,
    answersPath,
  )
  const ids = comments.map(({ id }) => id)
  useArriveAtComment(ids, isFetching, hasNextPage ? () => fetchNextPage() : undefined)

  useFocusAfterTakingAway(comments, takenAway, titleId)

  // A reply whose parent is gone, or was never sent, stands for itself.
  const isRoot = ({ parentId }: Comment | Unsent) => parentId === null || !ids.includes(parentId)
  const repliesTo = <T extends Comment | Unsent>(all: readonly T[], id: string) =>
    all.filter(({ parentId }) => parentId === id)
  const notYet = unsent.filter(({ id }) => !ids.includes(id))
  const isEmpty = data !== undefined && comments.length === 0 && notYet.length === 0

  const drawUnsent = (comment: Unsent) => (
    <li key={comment.id}>
      <UnsentItem
        comment={comment}
        viewerName={viewer.displayName}
        onRetry={() => retry(comment)}
        onDiscard={() => discard(comment)}
      />
    </li>
  )

  function drawThread(root: Comment) {
    return (
      <li key={root.id}>
        <CommentItem comment={root} deeds={deeds} onReply={() => setReplyingTo(root.id)} />
        <ul className={styles.replies}>
          {repliesTo(comments, root.id).map((reply) => (
            <li key={reply.id}>
              <CommentItem comment={reply} deeds={deeds} onReply={() => setReplyingTo(root.id)} />
            </li>
          ))}
          {repliesTo(notYet, root.id).map(drawUnsent)}
          {replyingTo === root.id && (
            <li>
              <ReplyComposer
                parent={root}
                viewerId={viewer.id}
                path={target.path}
                onSend={(text) => {
                  const kind = root.permissions.canAnswer ? 'answer' : 'comment'
                  send({ ...text, kind, parentId: root.id })
                }}
                onClose={() => setReplyingTo(undefined)}
              />
            </li>
          )}
        </ul>
      </li>
    )
  }

  return (
    <section aria-labelledby={titleId} className={styles.thread}>
      <h2 id={titleId} tabIndex={-1}>
        {count > 0 ? m.comments_titleCount({ count }) : m.comments_title()}
      </h2>
      {query.isPending && (
        <Loading label={m.comments_loading()}>
          <Skeleton variant="text" width={120} />
          <Skeleton variant="text" width={90} />
        </Loading>
      )}
      {error !== null && data === undefined && (
        <Notice
          tone="danger"
          actions={
            <Button variant="secondary" onClick={() => void refetch()}>
              {m.comments_retry()}
            </Button>
          }
        >
          {m.comments_loadFailed()} {commentErrorText(error)}
        </Notice>
      )}
      {isEmpty && <p className={styles.empty}>{m.comments_empty()}</p>}
      {comments.length + notYet.length > 0 && (
        <ul className={styles.list}>
          {comments.filter(isRoot).map(drawThread)}
          {notYet.filter(isRoot).map(drawUnsent)}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="secondary" loading={isFetching} onClick={() => void fetchNextPage()}>
          {m.comments_more()}
        </Button>
      )}
      {canComment ? (
        <NewComment
          viewerId={viewer.id}
          path={target.path}
          isSettled={!query.isPending}
          onSend={(text) => send({ ...text, parentId: null })}
        />
      ) : (
        comments.length > 0 && <p className={styles.empty}>{m.comments_closed()}</p>
      )}
    </section>
  )
}
