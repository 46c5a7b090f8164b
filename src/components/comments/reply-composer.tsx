import { useEffect, useId } from 'react'
import type { Comment } from '#api/comments/contract.ts'
import { m } from '../../messages/messages.js'
import { anchorOf } from './comment-anchor.ts'
import { CommentComposer, type ComposedText } from './comment-composer.tsx'

interface ReplyComposerProps {
  /** What is replied to, or the question that is answered. */
  parent: Comment
  viewerId: string
  path: string
  onSend: (text: ComposedText) => void
  onClose: () => void
}

/** Where one replies; it takes the focus, and gives it back to what was replied to. */
export function ReplyComposer({ parent, viewerId, path, onSend, onClose }: ReplyComposerProps) {
  const textId = useId()
  const name = parent.author?.displayName ?? m.comments_someone()
  useEffect(() => document.getElementById(textId)?.focus(), [textId])

  function close() {
    document.getElementById(anchorOf(parent.id))?.focus({ preventScroll: true })
    onClose()
  }

  return (
    <CommentComposer
      textId={textId}
      label={
        parent.permissions.canAnswer ? m.comments_answerLabel({ name }) : m.comments_replyLabel({ name })
      }
      sendLabel={m.comments_send()}
      variant="primary"
      draft={{ viewerId, path, place: parent.id }}
      onSend={(text) => {
        onSend(text)
        close()
      }}
      onCancel={close}
    />
  )
}
