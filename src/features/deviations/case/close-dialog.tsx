import '../../../styles/forms.css'
import { Button } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import { documentOutcomes, maxDeviationNoteLength, type Deviation } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Tiles } from '../../../ui/tiles.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { outcomeLabels } from '../deviation-words.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import styles from './case.module.css'

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
    <Modal
      isOpen
      title={m.deviation_closeCase()}
      onCancel={onClose}
      actions={
        <>
          <Button type="submit" form="case-close" data-color="accent" loading={isPending}>
            {m.deviation_closeCase()}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
        </>
      }
    >
      <form id="case-close" className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
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
        {error !== null && (
          <Notice tone="danger" role="alert">
            {deviationErrorText(error)}
          </Notice>
        )}
      </form>
    </Modal>
  )
}
