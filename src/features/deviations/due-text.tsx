import { ClockIcon } from '@navikt/aksel-icons'
import type { Deviation } from '#api/deviations/contract.ts'
import { daysOver } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'
import { dueWords, lastDayOf } from './due-words.ts'
import styles from './deviations.module.css'

/** The deadline that counts now: «I dag kl. 15:00», «4. desember», «2 dager over fristen». Draws nothing without one. */
export function DueText({ deviation: { dueDateTime, isOverdue } }: { deviation: Deviation }) {
  if (dueDateTime === null) return null
  if (!isOverdue)
    return <span className={styles.due}>{m.deviation_due({ when: dueWords(dueDateTime) })}</span>
  const days = daysOver(lastDayOf(dueDateTime))
  return (
    <strong className={styles.due} data-late>
      <ClockIcon aria-hidden />
      {days > 0 ? m.deviation_daysOver({ count: days }) : m.deviation_over()}
    </strong>
  )
}
