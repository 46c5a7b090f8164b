import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { formatTime } from '../../../lib/dates.ts'
import { useIsOnline } from '../../../lib/online.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { FeedFilter } from './feed-filter.ts'
import { EmptyFeed } from './empty-feed.tsx'
import { FeedHeading } from './feed-heading.tsx'
import { FeedRow } from './feed-row.tsx'
import { newsQueries } from '../queries.ts'
import { useNewPosts } from './use-new-posts.ts'
import styles from './feed.module.css'

/** Posts that reach me, what I must confirm and what is pinned first, a page at a time. */
export function Feed({ filter }: { filter: FeedFilter }) {
  const queryClient = useQueryClient()
  const { data, dataUpdatedAt, hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError } =
    useSuspenseInfiniteQuery(newsQueries.feed(filter))
  const list = useRef<HTMLUListElement>(null)
  const posts = data.pages.flatMap((page) => page.value)
  const { newIds, forget } = useNewPosts(posts)

  async function showNewPosts() {
    await queryClient.invalidateQueries({ queryKey: newsQueries.all })
    forget()
    await drawn()
    // What must be confirmed and what is pinned stands above them.
    const addresses = newIds.map((id) => paths.newsPost(id))
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const newest = links.find((link) => addresses.includes(link.pathname))
    ;(newest ?? links[0])?.focus()
  }

  async function showMore() {
    const before = posts.length
    await fetchNextPage()
    await drawn()
    list.current?.querySelectorAll('a').item(before)?.focus()
  }

  return (
    <section aria-labelledby="feed-title" className={styles.feed}>
      <FeedHeading filter={filter} hits={data.pages[0]?.['@odata.count']} />
      <SavedAt time={dataUpdatedAt} />
      <output className={styles.newPosts}>
        {newIds.length > 0 && (
          <button type="button" className="ds-button" data-color="accent" onClick={() => void showNewPosts()}>
            {m.news_newPosts({ count: newIds.length })}
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

/** Without a network what is here is what was fetched last, and one should know when. */
function SavedAt({ time }: { time: number }) {
  const isOnline = useIsOnline()
  if (isOnline) return null
  return <Notice tone="warning">{m.newsFeed_savedAt({ time: formatTime(new Date(time)) })}</Notice>
}
