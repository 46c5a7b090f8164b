import '../../../styles/forms.css'
import { Button } from '@digdir/designsystemet-react'
import { useEffect, useId, useState, type FormEvent } from 'react'
import { OrgUnit, type OrgUnitPatch } from '#api/org-units/contract.ts'
import type { UserReference } from '#api/users/contract.ts'
import { PersonPicker } from '../../../components/person-picker/person-picker.tsx'
import { ApiError, request } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { useUndo } from '../../../ui/undo-context.ts'
import styles from './unit-page.module.css'

interface DeputyFormProps {
  unit: OrgUnit
  onSaved: (unit: OrgUnit) => void
  onClose: () => void
}

/** Names who leads a unit when its leader is away and has named nobody. */
export function DeputyForm({ unit, onSaved, onClose }: DeputyFormProps) {
  const id = useId()
  const { offerUndo } = useUndo()
  const [deputy, setDeputy] = useState<UserReference | null>(unit.deputyLeader)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  useEffect(() => document.getElementById(id)?.focus(), [id])

  async function save(deputyLeaderId: string | null) {
    const body: OrgUnitPatch = { deputyLeaderId }
    const headers = { Prefer: 'return=representation' }
    onSaved(await request(OrgUnit, `/v1.0/orgUnits/${unit.id}`, { method: 'PATCH', body, headers }))
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    const before = unit.deputyLeader?.id ?? null
    setBusy(true)
    setError(undefined)
    try {
      await save(deputy?.id ?? null)
      onClose()
      offerUndo({ text: m.units_deputySaved(), undo: () => save(before) })
    } catch (reason) {
      const isUnknown = reason instanceof ApiError && reason.code === 'unknownUser'
      setError(isUnknown ? m.units_deputyUnknown() : m.units_deputyFailed())
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <PersonPicker
        id={id}
        label={m.units_deputy()}
        description={m.units_deputyHelp()}
        value={deputy}
        onChange={setDeputy}
        exclude={unit.leader === null ? [] : [unit.leader.id]}
        error={error}
      />
      <div className={styles.actions}>
        <Button type="submit" loading={isBusy}>
          {m.profile_save()}
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {m.ui_cancel()}
        </Button>
      </div>
    </form>
  )
}
