import { useState, type SubmitEvent } from 'react'
import { documentOutcomes, maxDeviationNoteLength, type Deviation } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { Tiles } from '../../../ui/tiles.tsx'
import { outcomeLabels } from '../deviation-words.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import { FormDialog } from './form-dialog.tsx'

interface CloseDialogProps {
  deviation: Deviation
  onClose: () => void
}

/** Closes a case. Whether the procedure was right is not to be left out (features.md Q30). */
export function CloseDialog({ deviation, onClose }: CloseDialogProps) {
  const [outcome, setOutcome] = useState(deviation.documentOutcome)
  const [note, setNote] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error } = useCaseAction(deviation.id)
  const guard = useGuard('case-close', { note })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (isPending) return
    if (outcome === null) return document.getElementById('case-outcome')?.focus()
    const acceptedFindings = await guard.check()
    if (acceptedFindings === undefined) return
    mutate(
      {
        action: 'close',
        body: {
          documentOutcome: outcome,
          ...(note.trim() !== '' && { note: note.trim() }),
          acceptedFindings,
        },
      },
      { onSuccess: onClose },
    )
  }

  return (
    <FormDialog
      id="case-close"
      title={m.deviation_closeCase()}
      verb={m.deviation_closeCase()}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Tiles
        id="case-outcome"
        legend={m.deviation_wasProcedureRight()}
        options={documentOutcomes.map((value) => ({ value, label: outcomeLabels[value]() }))}
        value={outcome}
        onChange={setOutcome}
        error={isChecked && outcome === null ? m.deviation_missingDocumentOutcome() : undefined}
      />
      <GuardedText
        guard={guard}
        target="note"
        label={m.deviation_closeNote()}
        description={m.deviation_closeNoteHelp()}
        value={note}
        maxLength={maxDeviationNoteLength}
        onChange={setNote}
      />
    </FormDialog>
  )
}
