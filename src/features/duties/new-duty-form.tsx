import '../../styles/forms.css'
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import { useNavigate } from 'react-router'
import { maxDutyNameLength, maxDutyPhoneLength } from '#api/duties/contract.ts'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import { isPhoneNumber } from '#api/text/phone-text.ts'
import { UnitPicker } from '../../components/person-picker/unit-picker.tsx'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { useCreateDuty } from './duty-calls.ts'
import { dutyErrorText } from './duty-error.ts'
import styles from './duties.module.css'

/** Makes a duty, and goes to where it is handed out. */
export function NewDutyForm() {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [unit, setUnit] = useState<OrgUnitReference | null>(null)
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error, reset } = useCreateDuty()
  const problems = {
    'duty-name': name.trim() === '' ? m.duties_needName() : undefined,
    'duty-unit': unit === null ? m.duties_needUnit() : undefined,
    'duty-phone': phone.trim() === '' || isPhoneNumber(phone) ? undefined : m.duties_needPhone(),
  }
  const shown: Partial<typeof problems> = isChecked ? problems : {}

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    const wrong = Object.entries(problems).find(([, problem]) => problem !== undefined)
    if (wrong || unit === null) {
      document.getElementById(wrong?.[0] ?? 'duty-unit')?.focus()
      return
    }
    mutate(
      { displayName: name.trim(), orgUnitId: unit.id, phone: phone.trim() || null },
      { onSuccess: ({ id }) => void navigate(paths.duty(id)) },
    )
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Textfield
        id="duty-name"
        label={m.duties_name()}
        value={name}
        maxLength={maxDutyNameLength}
        onChange={(event) => {
          setName(event.target.value)
          reset()
        }}
        error={shown['duty-name']}
      />
      <UnitPicker
        id="duty-unit"
        label={m.duties_unit()}
        value={unit?.id ?? null}
        onChange={(next) => {
          setUnit(next)
          reset()
        }}
        error={shown['duty-unit']}
      />
      <Textfield
        id="duty-phone"
        label={m.duties_phone()}
        description={m.duties_phoneWhat()}
        type="tel"
        value={phone}
        maxLength={maxDutyPhoneLength}
        onChange={(event) => {
          setPhone(event.target.value)
          reset()
        }}
        error={shown['duty-phone']}
      />
      {error !== null && (
        <Notice tone="danger" role="alert">
          {dutyErrorText(error)}
        </Notice>
      )}
      <Button type="submit" loading={isPending}>
        {m.duties_create()}
      </Button>
    </form>
  )
}
