import { Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { m } from '../../messages/messages.js'
import { isDay } from './filter-address.ts'
import type { Period } from './filter-definition.ts'
import styles from './filter-bar.module.css'

interface PeriodControlProps {
  label: string
  value: Period
  onChange: (value: Period) => void
}

/** Two days. The list follows when each is a day, and the first is not after the last. */
export function PeriodControl({ label, value, onChange }: PeriodControlProps) {
  /** A last day before the first; kept here while it is wrong. */
  const [wrongTo, setWrongTo] = useState<string>()

  function change(part: Period) {
    const { from, to } = { ...value, ...(wrongTo !== undefined && { to: wrongTo }), ...part }
    const isWrong = from !== undefined && to !== undefined && to < from
    setWrongTo(isWrong ? to : undefined)
    onChange(isWrong ? { from } : { from, to })
  }
  const dayOf = (text: string) => (isDay(text) ? text : undefined)

  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.period}>
        <Textfield
          type="date"
          label={m.filter_from()}
          value={value.from ?? ''}
          onChange={(event) => change({ from: dayOf(event.target.value) })}
        />
        <Textfield
          type="date"
          label={m.filter_to()}
          value={wrongTo ?? value.to ?? ''}
          min={value.from}
          error={wrongTo !== undefined && m.filter_periodWrong()}
          onChange={(event) => change({ to: dayOf(event.target.value) })}
        />
      </div>
    </fieldset>
  )
}
