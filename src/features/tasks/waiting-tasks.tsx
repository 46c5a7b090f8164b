import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { Task } from '#api/tasks/contract.ts'
import { TaskList } from '../../components/tasks/task-list.tsx'
import { taskQueries } from '../../components/tasks/task-queries.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Sheet } from '../../ui/sheet.tsx'
import { Yard } from '../../ui/yard.tsx'
import { AwayNote } from './away-note.tsx'
import { groupTasks } from './task-groups.ts'
import { MoreButton } from './more-button.tsx'
import { HandoversLink } from './handovers-link.tsx'
import { SinceLast } from './since-last.tsx'
import styles from './tasks-page.module.css'

/** What waits for me: on the yard what is overdue or due today, then the rest of the week, then what comes later. */
export function WaitingTasks({ away }: { away: { start: string; end: string } | null }) {
  const query = useSuspenseInfiniteQuery(taskQueries.waiting())
  const { count, tasks } = query.data
  const [hasAnswered, setAnswered] = useState(false)
  const { first, week, later } = groupTasks(tasks)
  const onAnswered = () => setAnswered(true)
  const left = count === 0 ? m.tasks_noneLeft() : m.tasks_left({ count })
  return (
    <>
      <output className={styles.outcome}>{hasAnswered && !query.isFetching && left}</output>
      {count === 0 && (
        <Yard title={m.task_nothingWaits()} isCalm>
          <p className={styles.quiet}>{m.task_nothingWaitsWhy()}</p>
          <Link to={paths.tasks({ show: 'done' })} className="lone-link">
            {m.task_seeDone()}
          </Link>
        </Yard>
      )}
      {away !== null && <AwayNote away={away} tasks={tasks} />}
      {first.length > 0 && (
        <Yard title={m.tasks_first()}>
          <TaskList tasks={first} hasPrimary onAnswered={onAnswered} />
        </Yard>
      )}
      <Group title={m.tasks_week()} tasks={week} onAnswered={onAnswered} />
      <Group title={m.tasks_later()} tasks={later} onAnswered={onAnswered} />
      <MoreButton query={query} />
      <SinceLast />
      <HandoversLink />
    </>
  )
}

interface GroupProps {
  title: string
  tasks: readonly Task[]
  onAnswered: () => void
}

function Group({ title, tasks, onAnswered }: GroupProps) {
  const id = useId()
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id}>{title}</h2>
      <Sheet isFlush>
        <TaskList tasks={tasks} isFlush onAnswered={onAnswered} />
      </Sheet>
    </section>
  )
}
