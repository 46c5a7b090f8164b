import { useInfiniteQuery } from '@tanstack/react-query'
import { taskQueries } from '../components/tasks/task-queries.ts'
import { formatNumber } from '../lib/dates.ts'
import { m } from '../messages/messages.js'
import styles from './task-count.module.css'

/** How many things wait for me, beside the way to them. Nothing when nothing does, or as long as it is not known. */
export function TaskCount() {
  const { data } = useInfiniteQuery(taskQueries.waiting())
  if (data === undefined || data.count === 0) return null
  return (
    <span className={styles.count}>
      <span aria-hidden>{formatNumber(data.count)}</span>
      <span className="ds-sr-only">{m.task_countWaiting({ count: data.count })}</span>
    </span>
  )
}
