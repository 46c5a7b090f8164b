import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Link, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { taskQueries } from '../../../components/tasks/task-queries.ts'
import { useSettlingTasks } from '../../../components/tasks/use-settling-tasks.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { formatToday, partOfDay } from '../../../lib/dates.ts'
import { useIsWide } from '../../../lib/media.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { Farm } from '../../../ui/farm.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { feedFilterFrom, type FeedFilter } from './feed-filter.ts'
import { Feed } from './feed.tsx'
import { newsQueries } from '../queries.ts'
import { WaitingYard } from './waiting-yard.tsx'
import styles from './feed-page.module.css'

/** Only for those who stand in for somebody now. */
const ActingNotice = lazyPart(
  async () => (await import('../../../components/absence/acting-notice.tsx')).ActingNotice,
)

/** Comes after the news. */
const AwayToday = lazyPart(async () => (await import('../../../components/absence/away-today.tsx')).AwayToday)

/** Comes after the news, and only to those who write. */
const WriterAside = lazyPart(async () => (await import('./writer-aside.tsx')).WriterAside)

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const filter = feedFilterFrom(new URL(request.url).searchParams)
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    queryClient.ensureInfiniteQueryData(taskQueries.waiting()),
    queryClient.ensureInfiniteQueryData(newsQueries.feed(filter)),
  ])
  return null
}

/** The home page: what is asked of me, then what is new. With words to search for, what was found. */
export function Component() {
  const filter = feedFilterFrom(useSearchParams()[0])
  return filter.q === '' ? <Home filter={filter} /> : <SearchResult filter={filter} />
}

function Home({ filter }: { filter: FeedFilter }) {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: waiting } = useSuspenseInfiniteQuery(taskQueries.waiting())
  const isWide = useIsWide()
  const { shown, lit, isLeaving } = useSettlingTasks(waiting.tasks)
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <PageHeader
          name={m.news_home()}
          above={formatToday()}
          title={greetings[partOfDay()]({ name: viewer.givenName })}
          actions={
            // The bottom bar has it on narrow screens.
            isWide && (
              <Link to={paths.newDeviation()} className="ds-button" data-variant="secondary">
                <ExclamationmarkTriangleIcon aria-hidden />
                {m.app_reportDeviation()}
              </Link>
            )
          }
        />
        <Farm waiting={lit} />
        <WaitingYard count={waiting.count} tasks={shown} isLeaving={isLeaving} />
      </div>
      {viewer.actsFor.length > 0 && (
        <Suspense fallback={null}>
          <ActingNotice />
        </Suspense>
      )}
      <Link to={paths.absence()} className={`ds-button ${styles.shortcut}`} data-variant="secondary">
        {m.absence_iAmAway()}
      </Link>
      <div className={styles.columns}>
        <Feed filter={filter} />
        {viewer.permissions.canCreateNewsPost && (
          <aside
            className={styles.aside}
            data-publishes={viewer.permissions.canPublishNewsPosts || undefined}
          >
            <Suspense fallback={null}>
              <AwayToday unitId={viewer.orgUnitId} unit={viewer.department} />
              <WriterAside hasScreens={viewer.permissions.canPublishNewsPosts} />
            </Suspense>
          </aside>
        )}
      </div>
    </div>
  )
}

function SearchResult({ filter }: { filter: FeedFilter }) {
  return (
    <div className={styles.page}>
      <PageHeader name={m.news_searchTitle({ q: filter.q })} />
      <Feed filter={filter} />
    </div>
  )
}

const greetings = {
  night: m.news_greetingNight,
  morning: m.news_greetingMorning,
  day: m.news_greetingDay,
  evening: m.news_greetingEvening,
}
