import '../../styles/forms.css'
import { Button } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import type { Duty, DutyShift } from '#api/duties/contract.ts'
import type { UserReference } from '#api/users/contract.ts'
import { MomentField } from '../../components/moment-field.tsx'
import { PersonPicker } from '../../components/person-picker/person-picker.tsx'
import { dayOf } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { useAddShift } from './duty-calls.ts'
import { dutyErrorText } from './duty-error.ts'
import styles from './duties.module.css'

/** Gives somebody the duty for a while. It begins where the last one ends, until another time is chosen. */
export function ShiftForm({ duty, shifts }: { duty: Duty; shifts: readonly DutyShift[] }) {
  const [today] = useState(() => dayOf(new Date()))
  const [person, setPerson] = useState<UserReference | null>(null)
  const [chosenStart, setStart] = useState<string | null>()
  const [end, setEnd] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [outcome, setOutcome] = useState('')
  const { mutate, isPending, error, reset } = useAddShift(duty.id)
  const start = chosenStart === undefined ? (shifts.at(-1)?.endDateTime ?? null) : chosenStart
  const isBackwards = start !== null && end !== null && end <= start
  const problems = {
    'shift-person': person === null ? m.duties_needPerson() : undefined,
    'shift-start': start === null ? m.duties_needStart() : undefined,
    'shift-end': end === null ? m.duties_needEnd() : isBackwards ? m.duties_needLater() : undefined,
  }
  const shown: Partial<typeof problems> = isChecked ? problems : {}

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    setOutcome('')
    const wrong = Object.entries(problems).find(([, problem]) => problem !== undefined)
    if (wrong || person === null || start === null || end === null) {
      document.getElementById(wrong?.[0] ?? 'shift-person')?.focus()
      return
    }
    mutate(
      { userId: person.id, startDateTime: start, endDateTime: end },
      {
        onSuccess: () => {
          setOutcome(m.duties_shiftAdded({ name: person.displayName }))
          setPerson(null)
          setStart(undefined)
          setEnd(null)
          setChecked(false)
        },
      },
    )
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <PersonPicker
        id="shift-person"
        label={m.duties_person()}
        value={person}
        onChange={(next) => {
          setPerson(next)
          reset()
        }}
        error={shown['shift-person']}
      />
      <div className={styles.moments}>
        <div>
          <p aria-hidden>{m.duties_start()}</p>
          <MomentField
            id="shift-start"
            label={m.duties_start()}
            value={start}
            usualTime="08:00"
            firstDay="2000-01-01"
            error={shown['shift-start']}
            onChange={(next) => {
              setStart(next)
              reset()
            }}
          />
        </div>
        <div>
          <p aria-hidden>{m.duties_end()}</p>
          <MomentField
            id="shift-end"
            label={m.duties_end()}
            value={end}
            usualTime="08:00"
            firstDay={start === null ? today : dayOf(new Date(start))}
            error={shown['shift-end']}
            onChange={(next) => {
              setEnd(next)
              reset()
            }}
          />
        </div>
      </div>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {dutyErrorText(error)}
        </Notice>
      )}
      <Button type="submit" loading={isPending}>
        {m.duties_add()}
      </Button>
      <output>{outcome}</output>
    </form>
  )
}
