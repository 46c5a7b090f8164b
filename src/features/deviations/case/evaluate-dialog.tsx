import '../../../styles/forms.css'
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { DeviationEffect } from '#api/deviation-insight/contract.ts'
import { maxDeviationNoteLength } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Tiles } from '../../../ui/tiles.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { deviationQueries } from '../deviation-queries.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import styles from './case.module.css'

interface EvaluateDialogProps {
  id: string
  onClose: () => void
}

/** Did it help? With how many similar ones there were before and after (features.md Q31). */
export function EvaluateDialog({ id, onClose }: EvaluateDialogProps) {
  const { data: effect } = useQuery(deviationQueries.effect(id))
  const [chosen, setChosen] = useState<'effective' | 'notEffective' | null>(null)
  const [note, setNote] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error } = useCaseAction(id)
  const guard = useGuard('case-evaluate', { note })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (isPending) return
    if (chosen === null) return document.getElementById('case-effect')?.focus()
    if (note.trim() === '') return document.getElementById(guard.idOf('note'))?.focus()
    const acceptedFindings = await guard.check()
    if (acceptedFindings === undefined) return
    mutate(
      { action: 'evaluate', body: { effectiveness: chosen, note: note.trim(), acceptedFindings } },
      { onSuccess: onClose },
    )
  }

  return (
    <Modal
      isOpen
      title={m.deviation_evaluate()}
      onCancel={onClose}
      actions={
        <>
          <Button type="submit" form="case-evaluate" data-color="accent" loading={isPending}>
            {m.deviation_saveEvaluation()}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
        </>
      }
    >
      {effect && <EffectText effect={effect} />}
      <form id="case-evaluate" className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <Tiles
          id="case-effect"
          legend={m.deviation_didItHelp()}
          options={[
            { value: 'effective', label: m.deviation_effective() },
            {
              value: 'notEffective',
              label: m.deviation_notEffective(),
              hint: m.deviation_notEffectiveHint(),
            },
          ]}
          value={chosen}
          onChange={setChosen}
          error={isChecked && chosen === null ? m.deviation_missingEffectiveness() : undefined}
        />
        <GuardedText
          guard={guard}
          target="note"
          label={m.deviation_effectWhy()}
          value={note}
          maxLength={maxDeviationNoteLength}
          error={isChecked && note.trim() === '' ? m.deviation_missingEffectNote() : undefined}
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

function EffectText({ effect: { days, before, after, isComplete, proposal } }: { effect: DeviationEffect }) {
  return (
    <>
      <p>{m.deviation_effectCounts({ days, before, after })}</p>
      {!isComplete && <p>{m.deviation_effectEarly({ days })}</p>}
      {proposal !== null && (
        <p>{proposal === 'effective' ? m.deviation_proposeEffective() : m.deviation_proposeNotEffective()}</p>
      )}
    </>
  )
}
