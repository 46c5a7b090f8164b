import '../../../styles/forms.css'
import { Button } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import type { CorrectiveAction } from '#api/corrective-actions/contract.ts'
import { maxDeviationNoteLength } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import styles from './case.module.css'

interface CompleteDialogProps {
  /** Of the case. */
  id: string
  action: CorrectiveAction
  /** The page is not that of the case. */
  staysHere?: boolean
  onClose: () => void
}

/** Says that an action is done, and what was done. */
export function CompleteDialog({ id, action, staysHere = false, onClose }: CompleteDialogProps) {
  const [note, setNote] = useState('')
  const { mutate, isPending, error } = useCaseAction(id, { staysHere })
  const guard = useGuard('case-complete', { note })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const acceptedFindings = await guard.check()
    if (acceptedFindings === undefined) return
    mutate(
      {
        action: 'completeAction',
        body: { actionId: action.id, ...(note.trim() !== '' && { note: note.trim() }), acceptedFindings },
      },
      { onSuccess: onClose },
    )
  }

  return (
    <Modal
      isOpen
      title={m.deviation_completeTitle()}
      onCancel={onClose}
      actions={
        <>
          <Button type="submit" form="case-complete" data-color="accent" loading={isPending}>
            {m.deviation_complete()}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
        </>
      }
    >
      <p>{action.description}</p>
      <form id="case-complete" className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <GuardedText
          guard={guard}
          target="note"
          label={m.deviation_doneNote()}
          value={note}
          maxLength={maxDeviationNoteLength}
          onChange={setNote}
        />
        {error !== null && (
          <Notice tone="danger" role="alert">
            {deviationErrorText(error)}
          </Notice>
        )}
      </form>
    </Modal>
  )
}
