import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { focusField } from './focus-field.ts'
import { GuardedTextarea } from './guarded-textarea.tsx'

interface RemarkDialogProps {
  title: string
  /** What happens next, and who sees the remark. */
  what: string
  label: string
  confirmLabel: string
  /** Said when it may not be left open. Without it the remark is optional. */
  needText?: string
  isBusy: boolean
  onConfirm: (remark: string) => void
  onCancel: () => void
}

const fieldId = 'post-remark'

/** Asks for a word to whoever is next: the reviewer, or the author. Drawn only while it is open. */
export function RemarkDialog({ title, what, label, confirmLabel, needText, ...dialog }: RemarkDialogProps) {
  const { isBusy, onConfirm, onCancel } = dialog
  const [remark, setRemark] = useState('')
  const [isSensitive, setSensitive] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const isMissing = needText !== undefined && remark.trim() === ''

  function confirm() {
    setAsked(true)
    if (isMissing || isSensitive) focusField(`#${fieldId}`)
    else if (!isBusy) onConfirm(remark.trim())
  }

  return (
    <Modal
      isOpen
      title={title}
      onCancel={onCancel}
      actions={
        <>
          <Button data-color="accent" loading={isBusy} onClick={confirm}>
            {confirmLabel}
          </Button>
          <Button variant="secondary" onClick={onCancel}>
            {m.newsEditor_cancel()}
          </Button>
        </>
      }
    >
      <p>{what}</p>
      <GuardedTextarea
        id={fieldId}
        label={label}
        value={remark}
        error={isAsked && isMissing ? needText : undefined}
        onChange={setRemark}
        onSensitive={setSensitive}
      />
    </Modal>
  )
}
