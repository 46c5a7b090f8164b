import { useQuery, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { TabRow } from '../../../ui/tab-row.tsx'
import type { FeedFilter } from './feed-filter.ts'
import { FeedRow } from './feed-row.tsx'
import { newsQueries } from '../queries.ts'
import { useNewPosts } from './use-new-posts.ts'
import styles from './feed.module.css'

/** Posts that reach me, newest first, a page at a time. */
export function Feed({ filter }: { filter: FeedFilter }) {
  const queryClient = useQueryClient()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError } =
    useSuspenseInfiniteQuery(newsQueries.feed(filter))
  const list = useRef<HTMLUListElement>(null)
  const posts = data.pages.flatMap((page) => page.value)
  const { count, forget } = useNewPosts(posts)

  async function showNewPosts() {
    await queryClient.invalidateQueries({ queryKey: newsQueries.all })
    forget()
    await drawn()
    list.current?.querySelector('a')?.focus()
  }

  async function showMore() {
    const before = posts.length
    await fetchNextPage()
    await drawn()
    list.current?.querySelectorAll('a').item(before)?.focus()
  }

  return (
    <section aria-labelledby="feed-title" className={styles.feed}>
      {filter.q === '' ? <FeedHeading show={filter.show} /> : <SearchHeading q={filter.q} />}
      <output className={styles.newPosts}>
        {count > 0 && (
          <button type="button" className="ds-button" data-color="accent" onClick={() => void showNewPosts()}>
            {m.news_newPosts({ count })}
          </button>
        )}
      </output>
      {posts.length === 0 ? (
        <EmptyFeed filter={filter} />
      ) : (
        <Sheet isFlush>
          <ul ref={list} className={styles.list}>
            {posts.map((post) => (
              <FeedRow key={post.id} post={post} />
            ))}
          </ul>
        </Sheet>
      )}
      <output className={styles.failed}>{isFetchNextPageError && m.news_moreFailed()}</output>
      {hasNextPage && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          aria-busy={isFetchingNextPage}
          onClick={() => void showMore()}
        >
          {m.news_showMore()}
        </button>
      )}
    </section>
  )
}

/** The cache tells its readers in a task of its own, after the one that waited for the fetch has gone on. */
const drawn = () => new Promise((done) => setTimeout(done))

function FeedHeading({ show }: { show: FeedFilter['show'] }) {
  const { data: unread } = useQuery(newsQueries.unreadCount())
  return (
    <div>
      <h2 id="feed-title">{m.news_title()}</h2>
      <TabRow label={m.news_tabsLabel()}>
        <Link to={paths.home()} preventScrollReset aria-current={show === 'all' ? 'page' : undefined}>
          {m.news_tabAll()}
        </Link>
        <Link
          to={paths.home({ show: 'unread' })}
          preventScrollReset
          aria-current={show === 'unread' ? 'page' : undefined}
        >
          {unread === undefined ? m.news_tabUnread() : m.news_tabUnreadCount({ count: unread })}
        </Link>
      </TabRow>
    </div>
  )
}

function SearchHeading({ q }: { q: string }) {
  return (
    <div className={styles.searchHeading}>
      <h2 id="feed-title">{m.news_title()}</h2>
      <Link to={paths.home()} className="lone-link">
        {m.news_searchClear({ q })}
      </Link>
    </div>
  )
}

function EmptyFeed({ filter: { q, show } }: { filter: FeedFilter }) {
  if (q !== '') {
    return (
      <EmptyState
        title={m.news_searchEmpty({ q })}
        action={
          <Link to={paths.home()} className="lone-link">
            {m.news_showAll()}
          </Link>
        }
      >
        {m.news_searchEmptyWhy()}
      </EmptyState>
    )
  }
  if (show === 'unread') {
    return (
      <EmptyState
        title={m.news_allRead()}
        action={
          <Link to={paths.home()} className="lone-link">
            {m.news_showAll()}
          </Link>
        }
      >
        {m.news_allReadWhy()}
      </EmptyState>
    )
  }
  return <EmptyState title={m.news_empty()}>{m.news_emptyWhy()}</EmptyState>
}
