import { useState, type SubmitEvent } from 'react'
import { maxDeviationNoteLength } from '#api/deviations/contract.ts'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import { UnitPicker } from '../../../components/person-picker/unit-picker.tsx'
import { m } from '../../../messages/messages.js'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { useCaseAction } from './case-calls.ts'
import { FormDialog } from './form-dialog.tsx'

/** Actions that need a reason. */
export const reasonActions = [
  'forward',
  'return',
  'reject',
  'object',
  'reopen',
  'requestReopening',
  'shield',
  'unshield',
] as const
export type ReasonAction = (typeof reasonActions)[number]

/** What each is called, and what comes of it. */
export const reasonWords: Record<ReasonAction, { label: () => string; text: () => string }> = {
  forward: { label: m.deviation_forward, text: m.deviation_forwardText },
  return: { label: m.deviation_return, text: m.deviation_returnText },
  reject: { label: m.deviation_reject, text: m.deviation_rejectText },
  object: { label: m.deviation_object, text: m.deviation_objectText },
  reopen: { label: m.deviation_reopen, text: m.deviation_reopenText },
  requestReopening: { label: m.deviation_requestReopening, text: m.deviation_requestReopeningText },
  shield: { label: m.deviation_shield, text: m.deviation_shieldText },
  unshield: { label: m.deviation_unshield, text: m.deviation_unshieldText },
}

interface ReasonDialogProps {
  id: string
  action: ReasonAction
  onClose: () => void
}

/** Asks why, and to forward a case also where to, before it is done. */
export function ReasonDialog({ id, action, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [unit, setUnit] = useState<OrgUnitReference | null>(null)
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error } = useCaseAction(id)
  const guard = useGuard('case-reason', { reason })
  const { label, text } = reasonWords[action]

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (isPending) return
    if (action === 'forward' && unit === null) return document.getElementById('case-forward-unit')?.focus()
    if (reason.trim() === '') return document.getElementById(guard.idOf('reason'))?.focus()
    const acceptedFindings = await guard.check()
    if (acceptedFindings === undefined) return
    const body = { reason: reason.trim(), acceptedFindings }
    mutate(
      action === 'forward' ? { action, body: { ...body, orgUnitId: unit?.id ?? '' } } : { action, body },
      { onSuccess: onClose },
    )
  }

  return (
    <FormDialog
      id="case-reason-form"
      title={label()}
      intro={<p>{text()}</p>}
      verb={label()}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      {action === 'forward' && (
        <UnitPicker
          id="case-forward-unit"
          label={m.deviation_forwardTo()}
          value={unit?.id ?? null}
          onChange={setUnit}
          {...(isChecked && unit === null && { error: m.deviation_needUnit() })}
        />
      )}
      <GuardedText
        guard={guard}
        target="reason"
        label={m.deviation_reason()}
        value={reason}
        maxLength={maxDeviationNoteLength}
        error={isChecked && reason.trim() === '' ? m.deviation_needReason() : undefined}
        onChange={setReason}
      />
    </FormDialog>
  )
}
