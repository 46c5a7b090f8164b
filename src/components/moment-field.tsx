import { Textfield, ValidationMessage } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { dayOf, formatTime } from '../lib/dates.ts'
import { osloTime } from '#api/time/oslo.ts'
import { m } from '../messages/messages.js'
import styles from './moment-field.module.css'

interface MomentFieldProps {
  /** Id of the day's field. */
  id: string
  /** What happens then, read aloud before day and time. */
  label: string
  /** UTC ISO 8601. */
  value: string | null
  /** Clock time in Oslo until another is chosen, `08:00`. */
  usualTime: string
  /** The first day to choose, `2026-11-18`. */
  firstDay?: string
  /** The last day to choose. */
  lastDay?: string
  error: string | undefined
  onChange: (value: string | null) => void
}

/** A day and a clock time in Oslo. Without a day there is no moment. */
export function MomentField({
  id,
  label,
  value,
  usualTime,
  firstDay,
  lastDay,
  error,
  onChange,
}: MomentFieldProps) {
  const [typedTime, setTypedTime] = useState<string>()
  const day = value === null ? '' : dayOf(new Date(value))
  const time = value === null ? usualTime : formatTime(value)
  return (
    <fieldset className={styles.moment}>
      <legend className="ds-sr-only">{label}</legend>
      <Textfield
        id={id}
        type="date"
        label={m.parts_day()}
        min={firstDay}
        max={lastDay}
        value={day}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) =>
          onChange(target.value === '' ? null : osloTime(target.value, typedTime || time).toISOString())
        }
      />
      <Textfield
        type="time"
        label={m.parts_time()}
        value={typedTime ?? time}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => {
          setTypedTime(target.value)
          if (target.value !== '' && day !== '') onChange(osloTime(day, target.value).toISOString())
        }}
        onBlur={() => {
          // Kept until a day is chosen; then the moment itself says the time.
          if (day !== '' || typedTime === '') setTypedTime(undefined)
        }}
      />
      <div id={`${id}-error`} className={styles.error}>
        {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      </div>
    </fieldset>
  )
}
