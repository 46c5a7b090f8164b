import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { NewsPost } from '#api/news-posts/contract.ts'
import { subscribeToLive } from '../../../lib/live.ts'
import { ApiError, request } from '../../../lib/request.ts'
import { newsQueries } from '../queries.ts'

const topics: readonly string[] = ['newsPost.changed', 'newsPost.archived', 'newsPost.published']

/**
 * Notices that the post being read is another by now, and leaves the page alone: nothing may move under the eyes of
 * someone who reads. `isGone` is when it no longer reaches the reader.
 */
export function useNewerEdition(post: NewsPost) {
  const queryClient = useQueryClient()
  const [newest, setNewest] = useState<NewsPost | 'gone'>()
  const { id } = post

  useEffect(() => {
    const stop = new AbortController()
    async function look() {
      try {
        const edition = await request(NewsPost, `/v1.0/newsPosts/${id}`, { signal: stop.signal })
        setNewest(edition)
      } catch (error) {
        // Any other failure leaves what is read as it is; the next event, or the next visit, tells.
        if (error instanceof ApiError && error.status === 404) setNewest('gone')
      }
    }
    const unsubscribe = subscribeToLive(({ topic, resourceId }) => {
      if (resourceId !== id || !topics.includes(topic)) return
      void queryClient.invalidateQueries({ queryKey: newsQueries.confirmationsOf(id) })
      void look()
    })
    return () => {
      unsubscribe()
      stop.abort()
    }
  }, [id, queryClient])

  const isGone = newest === 'gone'
  const newer = newest === 'gone' || newest?.id !== id || !isNewer(newest, post) ? undefined : newest
  const show = () => {
    if (newer !== undefined) queryClient.setQueryData(newsQueries.detail(id).queryKey, newer)
    void queryClient.invalidateQueries({ queryKey: newsQueries.all, refetchType: 'none' })
  }
  return { isGone, hasNewer: newer !== undefined, show }
}

/** Another text, or put out or away since. */
const isNewer = (one: NewsPost, other: NewsPost) =>
  one.version > other.version || (one.version === other.version && one.state !== other.state)
