import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { DeviationEffect } from '#api/deviation-insight/contract.ts'
import { maxDeviationNoteLength } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { Tiles } from '../../../ui/tiles.tsx'
import { deviationQueries } from '../deviation-queries.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import { FormDialog } from './form-dialog.tsx'

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
    <FormDialog
      id="case-evaluate"
      title={m.deviation_evaluate()}
      intro={effect && <EffectText effect={effect} />}
      verb={m.deviation_saveEvaluation()}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
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
