import '../../styles/forms.css'
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import type { NewAbsence } from '#api/absences/contract.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import { useRegisterAbsence } from './absence-calls.ts'
import { awayUntilDay, firstDayBack, quickChoices } from './quick-choices.ts'
import styles from './absence.module.css'

/** Says that one is away with one press: back in half an hour, after lunch, another day. */
export function AwayChoices({ onDone }: { onDone?: () => void }) {
  const [day, setDay] = useState('')
  const { mutate, isPending, error } = useRegisterAbsence()

  function register(absence: NewAbsence) {
    if (!isPending) mutate(absence, { onSuccess: () => onDone?.() })
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (day === '') document.getElementById('away-day')?.focus()
    else register(awayUntilDay(new Date(), day))
  }

  return (
    <div className={styles.choices}>
      <div className={styles.quick}>
        {quickChoices().map(({ key, label }) => (
          <Button
            key={key}
            variant="secondary"
            aria-busy={isPending}
            onClick={() => {
              // The minute it is pressed, and not the one it was drawn.
              const chosen = quickChoices().find((choice) => choice.key === key)
              if (chosen) register(chosen.absence)
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <form className={styles.day} noValidate onSubmit={submit}>
        <Textfield
          id="away-day"
          type="date"
          label={m.absence_backOn()}
          min={firstDayBack()}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button type="submit" variant="secondary" loading={isPending}>
          {m.absence_awayUntilThen()}
        </Button>
      </form>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
    </div>
  )
}
