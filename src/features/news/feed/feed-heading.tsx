import { FunnelIcon } from '@navikt/aksel-icons'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { useHasRoomBeside } from '../../../lib/media.ts'
import { m } from '../../../messages/messages.js'
import { TabRow } from '../../../ui/tab-row.tsx'
import { newsQueries } from '../queries.ts'
import { countFilters, type FeedFilter } from './feed-filter.ts'
import styles from './feed.module.css'

const FeedFilters = lazy(async () => ({ default: (await import('./feed-filters.tsx')).FeedFilters }))

interface FeedHeadingProps {
  filter: FeedFilter
  /** How many the feed holds; undefined when it is not narrowed. */
  hits: number | undefined
}

/** What the feed is, and what of it is shown: tabs, and filters for those who ask for them. */
export function FeedHeading({ filter, hits }: FeedHeadingProps) {
  const [isAskedFor, setAskedFor] = useState(false)
  const hasRoom = useHasRoomBeside()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const isOwnUnit = filter.unit !== undefined && filter.unit === viewer.orgUnitId && filter.show === 'all'
  // «Min enhet» is a tab, and what it sets is not counted once more.
  const count = countFilters(filter) - Number(isOwnUnit)
  const isOpen = isAskedFor || count > 0
  return (
    <div className={styles.heading}>
      <div className={styles.titleRow}>
        <h2 id="feed-title">{m.news_title()}</h2>
        {filter.q !== '' && (
          <Link to={paths.home()} className="lone-link">
            {m.news_searchClear({ q: filter.q })}
          </Link>
        )}
        {/* On phones the bar has a button of its own. */}
        {(hasRoom || !isOpen) && (
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            aria-expanded={isOpen}
            onClick={() => setAskedFor(!isAskedFor)}
          >
            <FunnelIcon aria-hidden />
            {count === 0 ? m.newsFeed_filter() : m.newsFeed_filterCount({ count })}
          </button>
        )}
      </div>
      <Tabs filter={filter} ownUnitId={viewer.orgUnitId} isOwnUnit={isOwnUnit} />
      {isOpen && (
        <div className={styles.filters}>
          <Suspense>
            <FeedFilters isAskedFor={isAskedFor} hits={hits} />
          </Suspense>
        </div>
      )}
    </div>
  )
}

interface TabsProps {
  filter: FeedFilter
  ownUnitId: string | null
  /** What is shown is that of one's own unit. */
  isOwnUnit: boolean
}

/** The tabs keep what one has searched for and filtered by; «Min enhet» is a filter on one's own unit. */
function Tabs({ filter, ownUnitId, isOwnUnit }: TabsProps) {
  const { data: unread } = useQuery(newsQueries.unreadCount())
  const [query] = useSearchParams()

  function to(show: 'unread' | 'archive' | null, unit: string | null) {
    const next = new URLSearchParams(query)
    if (show === null) next.delete('show')
    else next.set('show', show)
    if (unit !== null) next.set('unit', unit)
    else if (isOwnUnit) next.delete('unit')
    return { search: next.toString() }
  }
  const tabs = [
    { to: to(null, null), isShown: filter.show === 'all' && !isOwnUnit, label: m.news_tabAll() },
    ...(ownUnitId === null
      ? []
      : [{ to: to(null, ownUnitId), isShown: isOwnUnit, label: m.newsFeed_tabUnit() }]),
    {
      to: to('unread', null),
      isShown: filter.show === 'unread',
      label: unread === undefined ? m.news_tabUnread() : m.news_tabUnreadCount({ count: unread }),
    },
    { to: to('archive', null), isShown: filter.show === 'archive', label: m.newsFeed_tabArchive() },
  ]
  return (
    <TabRow label={m.news_tabsLabel()}>
      {tabs.map(({ to: address, isShown, label }) => (
        <Link
          key={address.search}
          to={address}
          preventScrollReset
          aria-current={isShown ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </TabRow>
  )
}
