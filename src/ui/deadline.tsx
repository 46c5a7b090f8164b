import { ClockIcon } from '@navikt/aksel-icons'
import { formatDeadline, isOverdue } from '../lib/dates.ts'
import styles from './deadline.module.css'

/** A deadline in words. One that has gone by has a clock too, so that it is not said by colour alone. */
export function Deadline({ day }: { day: string }) {
  const isLate = isOverdue(day)
  return (
    <strong className={styles.deadline} data-late={isLate || undefined}>
      {isLate && <ClockIcon aria-hidden />}
      {formatDeadline(day)}
    </strong>
  )
}
