import { Button } from '@digdir/designsystemet-react'
import { useEffect, useRef, useState } from 'react'
import type { Comment } from '#api/comments/contract.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { anchorOf } from './comment-anchor.ts'
import { commentErrorText } from './comment-error.ts'
import type { CommentDeeds } from './comment-item.tsx'
import { RemoveCommentDialog } from './remove-comment-dialog.tsx'
import styles from './comment-item.module.css'

interface CommentActionsProps {
  comment: Comment
  /** Who wrote it. */
  name: string
  deeds: CommentDeeds
  onReply: () => void
  onEdit: () => void
}

/** The buttons below a comment: only those that work for the viewer. */
export function CommentActions({ comment, name, deeds, onReply, onEdit }: CommentActionsProps) {
  const [isRemoving, setRemoving] = useState(false)
  const [error, setError] = useState<unknown>()
  const hasActed = useRef(false)
  const { id, permissions, viewer } = comment
  const isRemoved = comment.removal !== null
  const when = formatDateTime(comment.createdDateTime)

  // The button that removes or restores goes away with what it did: the focus then goes to the comment.
  useEffect(() => {
    if (!hasActed.current || isRemoving || document.activeElement !== document.body) return
    hasActed.current = false
    document.getElementById(anchorOf(id))?.focus({ preventScroll: true })
  }, [id, isRemoved, isRemoving])

  async function act(deed: () => Promise<void>) {
    setError(undefined)
    hasActed.current = true
    try {
      await deed()
    } catch (cause) {
      setError(cause)
    }
  }

  return (
    <div className={styles.actions}>
      {permissions.canAskSame && (
        <Quiet
          isPressed={viewer.asksSame}
          onClick={() => act(() => deeds.askSame(comment, !viewer.asksSame))}
        >
          {m.comments_same()}
        </Quiet>
      )}
      {permissions.canAnswer ? (
        <Quiet label={m.comments_answerLabel({ name })} onClick={onReply}>
          {m.comments_answer()}
        </Quiet>
      ) : (
        permissions.canReply && (
          <Quiet label={m.comments_replyTo({ name })} onClick={onReply}>
            {m.comments_reply()}
          </Quiet>
        )
      )}
      {permissions.canEdit && (
        <Quiet label={m.comments_editNamed({ when })} onClick={onEdit}>
          {m.comments_edit()}
        </Quiet>
      )}
      {permissions.canDelete && (
        <Quiet label={m.comments_deleteNamed({ when })} onClick={() => act(() => deeds.erase(comment))}>
          {m.comments_delete()}
        </Quiet>
      )}
      {permissions.canRemove && (
        <Quiet label={m.comments_removeNamed({ name })} onClick={() => setRemoving(true)}>
          {m.comments_remove()}
        </Quiet>
      )}
      {permissions.canRestore && (
        <Quiet onClick={() => act(() => deeds.restore(comment))}>{m.comments_restore()}</Quiet>
      )}
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {commentErrorText(error)}
        </Notice>
      )}
      <RemoveCommentDialog
        isOpen={isRemoving}
        name={name}
        onRemove={async (reason) => {
          hasActed.current = true
          await deeds.remove(comment, reason)
          setRemoving(false)
        }}
        onCancel={() => setRemoving(false)}
      />
    </div>
  )
}

interface QuietProps {
  children: string
  label?: string
  isPressed?: boolean
  onClick: () => void
}

const Quiet = ({ children, label, isPressed, onClick }: QuietProps) => (
  <Button type="button" variant="tertiary" aria-label={label} aria-pressed={isPressed} onClick={onClick}>
    {children}
  </Button>
)
