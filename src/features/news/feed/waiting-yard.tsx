import { Link } from 'react-router'
import type { Task } from '#api/tasks/contract.ts'
import { TaskList } from '../../../components/tasks/task-list.tsx'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Yard } from '../../../ui/yard.tsx'
import styles from './feed-page.module.css'

/** Tasks shown here; the others are on the page of tasks. */
const maxShown = 3

interface WaitingYardProps {
  /** How many wait; `tasks` may for a moment also hold those just done. */
  count: number
  tasks: readonly Task[]
  isLeaving: (task: Task) => boolean
}

/** What waits for me, the nearest deadline first. Only the first has the filled button. */
export function WaitingYard({ count, tasks, isLeaving }: WaitingYardProps) {
  if (tasks.length === 0) {
    return (
      <Yard title={m.task_nothingWaits()} isCalm>
        <p className={styles.calm}>
          {m.task_nothingWaitsWhy()} <Link to={paths.tasks({ show: 'done' })}>{m.task_seeDone()}</Link>
        </p>
      </Yard>
    )
  }
  return (
    <Yard title={count === 0 ? m.task_nothingWaits() : m.task_waiting({ count })}>
      <TaskList tasks={tasks.slice(0, maxShown)} hasPrimary isLeaving={isLeaving} />
      {count > maxShown && (
        <Link to={paths.tasks()} className="ds-button" data-variant="tertiary">
          {m.news_showAllCount({ count })}
        </Link>
      )}
    </Yard>
  )
}
