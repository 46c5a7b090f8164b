import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { taskQueries } from '../../components/tasks/task-queries.ts'
import { paths } from '../../lib/paths.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { TabRow } from '../../ui/tab-row.tsx'
import { AwayTasks } from './away-tasks.tsx'
import { awayQuery } from './away-query.ts'
import { DoneTasks, OthersTasks } from './other-tasks.tsx'
import { WaitingTasks } from './waiting-tasks.tsx'
import styles from './tasks-page.module.css'

const views = ['waiting', 'others', 'done', 'away'] as const
type View = (typeof views)[number]

const viewFrom = (query: URLSearchParams): View =>
  views.find((view) => view === query.get('show')) ?? 'waiting'

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const view = viewFrom(new URL(request.url).searchParams)
  await Promise.all([
    queryClient.ensureInfiniteQueryData(taskQueries.waiting()),
    queryClient.ensureInfiniteQueryData(taskQueries.inState('waitingOnOthers')),
    queryClient.ensureQueryData(awayQuery),
    ...(view === 'done' ? [queryClient.ensureInfiniteQueryData(taskQueries.inState('done'))] : []),
  ])
  return null
}

/** My tasks: what waits for me, what I wait for, and what I have done. */
export function Component() {
  const view = viewFrom(useSearchParams()[0])
  const { data: away } = useSuspenseQuery(awayQuery)
  return (
    <div className={styles.page}>
      <PageHeader name={m.tasks_title()} />
      <Tabs view={view} />
      {view === 'waiting' && <WaitingTasks away={away} />}
      {view === 'others' && <OthersTasks />}
      {view === 'done' && <DoneTasks />}
      {view === 'away' && <AwayTasks away={away} />}
    </div>
  )
}

function Tabs({ view }: { view: View }) {
  const { data: waiting } = useSuspenseInfiniteQuery(taskQueries.waiting())
  const { data: others } = useSuspenseInfiniteQuery(taskQueries.inState('waitingOnOthers'))
  const tabs = [
    {
      to: paths.tasks(),
      isShown: view === 'waiting' || view === 'away',
      label: m.tasks_waiting({ count: waiting.count }),
    },
    {
      to: paths.tasks({ show: 'others' }),
      isShown: view === 'others',
      label: others.count === 0 ? m.tasks_othersNone() : m.tasks_others({ count: others.count }),
    },
    { to: paths.tasks({ show: 'done' }), isShown: view === 'done', label: m.tasks_done() },
  ]
  return (
    <TabRow label={m.tasks_views()}>
      {tabs.map(({ to, isShown, label }) => (
        <Link key={to} to={to} preventScrollReset aria-current={isShown ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </TabRow>
  )
}
