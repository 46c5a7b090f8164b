import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { countFilters, type FeedFilter } from './feed-filter.ts'

/** Instead of a feed without posts: why there are none, and the way on. */
export function EmptyFeed({ filter }: { filter: FeedFilter }) {
  const { q, show } = filter
  if (q !== '') return <Empty title={m.news_searchEmpty({ q })} why={m.news_searchEmptyWhy()} />
  if (countFilters(filter) > 0)
    return <Empty title={m.newsFeed_filterEmpty()} why={m.newsFeed_filterEmptyWhy()} />
  if (show === 'unread') return <Empty title={m.news_allRead()} why={m.news_allReadWhy()} />
  if (show === 'archive')
    return <Empty title={m.newsFeed_archiveEmpty()} why={m.newsFeed_archiveEmptyWhy()} />
  return <EmptyState title={m.news_empty()}>{m.news_emptyWhy()}</EmptyState>
}

function Empty({ title, why }: { title: string; why: string }) {
  return (
    <EmptyState
      title={title}
      action={
        <Link to={paths.home()} className="lone-link">
          {m.news_showAll()}
        </Link>
      }
    >
      {why}
    </EmptyState>
  )
}
