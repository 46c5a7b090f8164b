import { useId } from 'react'
import { Link } from 'react-router'
import type { Task } from '#api/tasks/contract.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Sheet } from '../../ui/sheet.tsx'
import { cameWhileAway } from './away-query.ts'
import styles from './tasks-page.module.css'

interface AwayNoteProps {
  away: { start: string; end: string }
  tasks: readonly Task[]
}

/** Says to somebody who has just come back how much came meanwhile, and where it is (features.md N25). */
export function AwayNote({ away, tasks }: AwayNoteProps) {
  const id = useId()
  const { length: count } = cameWhileAway(tasks, away)
  if (count === 0) return null
  return (
    <Sheet aria-labelledby={id} className={styles.away}>
      <h2 id={id}>{m.tasks_away()}</h2>
      <p>{m.tasks_awayText({ count, period: periodWords(away) })}</p>
      <Link to={paths.tasks({ show: 'away' })} className="lone-link">
        {m.tasks_awayShow()}
      </Link>
    </Sheet>
  )
}

/** «23. november til 27. november» */
export const periodWords = ({ start, end }: { start: string; end: string }) =>
  m.task_period({ start: formatDate(dayOf(new Date(start))), end: formatDate(dayOf(new Date(end))) })
