import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import { TaskList } from '../../components/tasks/task-list.tsx'
import { taskQueries } from '../../components/tasks/task-queries.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { cameWhileAway } from './away-query.ts'
import { periodWords } from './away-note.tsx'
import { MoreButton } from './more-button.tsx'
import styles from './tasks-page.module.css'

/** What came while one was away and still waits, by deadline and not by when it came (features.md N25). */
export function AwayTasks({ away }: { away: { start: string; end: string } | null }) {
  const id = useId()
  const query = useSuspenseInfiniteQuery(taskQueries.waiting())
  const tasks = away === null ? [] : cameWhileAway(query.data.tasks, away)
  const all = (
    <Link to={paths.tasks()} className="lone-link">
      {m.tasks_awayAll()}
    </Link>
  )
  if (away === null || (tasks.length === 0 && !query.hasNextPage)) {
    return (
      <EmptyState title={m.tasks_awayEmpty()} action={all}>
        {m.tasks_awayEmptyWhy()}
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id}>{m.tasks_away()}</h2>
      <p className={styles.quiet}>
        {m.tasks_awayText({ count: tasks.length, period: periodWords(away) })} {all}
      </p>
      <Sheet isFlush>
        <TaskList tasks={tasks} isFlush />
      </Sheet>
      <MoreButton query={query} />
    </section>
  )
}
