import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { TaskList } from '../../components/tasks/task-list.tsx'
import { taskQueries } from '../../components/tasks/task-queries.ts'
import { m } from '../../messages/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { MoreButton } from './more-button.tsx'

/** What I have asked of others, until they have answered. */
export function OthersTasks() {
  const query = useSuspenseInfiniteQuery(taskQueries.inState('waitingOnOthers'))
  if (query.data.tasks.length === 0) {
    return <EmptyState title={m.tasks_othersEmpty()}>{m.tasks_othersEmptyWhy()}</EmptyState>
  }
  return (
    <>
      <Sheet isFlush aria-label={m.tasks_othersNone()}>
        <TaskList tasks={query.data.tasks} isFlush />
      </Sheet>
      <MoreButton query={query} />
    </>
  )
}

/** What I have done in the last 30 days, the latest first. */
export function DoneTasks() {
  const query = useSuspenseInfiniteQuery(taskQueries.inState('done'))
  if (query.data.tasks.length === 0) {
    return <EmptyState title={m.tasks_doneEmpty()}>{m.tasks_doneEmptyWhy()}</EmptyState>
  }
  return (
    <>
      <Sheet isFlush aria-label={m.tasks_done()}>
        <TaskList tasks={query.data.tasks} isFlush />
      </Sheet>
      <MoreButton query={query} />
    </>
  )
}
