import { Button, Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { maxReasonLength } from '#api/comments/contract.ts'
import { m } from '../../messages/messages.js'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { commentErrorText } from './comment-error.ts'

interface RemoveCommentDialogProps {
  isOpen: boolean
  /** Who wrote it, and will be told why. */
  name: string
  /** Removes it. What it throws is told in the dialog. */
  onRemove: (reason: string) => Promise<void>
  onCancel: () => void
}

/** Asks a moderator why a comment is removed. */
export function RemoveCommentDialog({ isOpen, name, onRemove, onCancel }: RemoveCommentDialogProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function remove() {
    if (isBusy) return
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    setBusy(true)
    setError(undefined)
    try {
      await onRemove(reason.trim())
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      isOpen={isOpen}
      title={m.comments_removeTitle()}
      onCancel={onCancel}
      actions={
        <>
          <Button data-color="danger" loading={isBusy} onClick={() => void remove()}>
            {m.comments_remove()}
          </Button>
          <Button variant="secondary" onClick={onCancel}>
            {m.comments_cancel()}
          </Button>
        </>
      }
    >
      <Textfield
        label={m.comments_removeWhy()}
        description={m.comments_removeHint({ name })}
        error={isMissing && m.comments_removeMissing()}
        multiline
        rows={3}
        maxLength={maxReasonLength}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value)
          setMissing(false)
        }}
      />
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {commentErrorText(error)}
        </Notice>
      )}
    </Modal>
  )
}
