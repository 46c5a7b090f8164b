import '../../styles/forms.css'
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import { maxDutyNameLength, maxDutyPhoneLength, type Duty } from '#api/duties/contract.ts'
import { isPhoneNumber } from '#api/text/phone-text.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { useChangeDuty } from './duty-calls.ts'
import { dutyErrorText } from './duty-error.ts'
import styles from './duties.module.css'

/** What a duty is called, and its number. */
export function ChangeDutyForm({ duty }: { duty: Duty }) {
  const [name, setName] = useState(duty.displayName)
  const [phone, setPhone] = useState(duty.ownPhone ?? '')
  const { mutate, isPending, error } = useChangeDuty(duty)
  const isPhoneWrong = phone.trim() !== '' && !isPhoneNumber(phone)

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (name.trim() === '' || isPhoneWrong) {
      document.getElementById(name.trim() === '' ? 'duty-change-name' : 'duty-change-phone')?.focus()
      return
    }
    mutate({ displayName: name.trim(), phone: phone.trim() || null })
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Textfield
        id="duty-change-name"
        label={m.duties_name()}
        value={name}
        maxLength={maxDutyNameLength}
        onChange={(event) => setName(event.target.value)}
        error={name.trim() === '' ? m.duties_needName() : undefined}
      />
      <Textfield
        id="duty-change-phone"
        label={m.duties_phone()}
        description={m.duties_phoneWhat()}
        type="tel"
        value={phone}
        maxLength={maxDutyPhoneLength}
        onChange={(event) => setPhone(event.target.value)}
        error={isPhoneWrong ? m.duties_needPhone() : undefined}
      />
      {error !== null && (
        <Notice tone="danger" role="alert">
          {dutyErrorText(error)}
        </Notice>
      )}
      <Button type="submit" variant="secondary" loading={isPending}>
        {m.duties_save()}
      </Button>
    </form>
  )
}
