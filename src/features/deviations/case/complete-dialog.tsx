import { useState, type SubmitEvent } from 'react'
import type { CorrectiveAction } from '#api/corrective-actions/contract.ts'
import { maxDeviationNoteLength } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import { FormDialog } from './form-dialog.tsx'

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
    <FormDialog
      id="case-complete"
      title={m.deviation_completeTitle()}
      intro={<p>{action.description}</p>}
      verb={m.deviation_complete()}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <GuardedText
        guard={guard}
        target="note"
        label={m.deviation_doneNote()}
        value={note}
        maxLength={maxDeviationNoteLength}
        onChange={setNote}
      />
    </FormDialog>
  )
}
