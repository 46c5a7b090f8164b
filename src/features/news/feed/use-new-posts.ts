import { useEffect, useState } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { subscribeToLive } from '../../../lib/live.ts'

/**
 * Notes posts that have been published since the list was fetched. The list itself is left alone: nothing
 * may move under the eyes of someone who reads it.
 */
export function useNewPosts(shown: readonly Pick<NewsPost, 'id'>[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())

  useEffect(
    () =>
      subscribeToLive(({ topic, resourceId }) => {
        if (topic === 'newsPost.published') setIds((known) => new Set(known).add(resourceId))
        if (topic === 'newsPost.archived') {
          setIds((known) => new Set([...known].filter((id) => id !== resourceId)))
        }
      }),
    [],
  )

  const isShown = new Set(shown.map((post) => post.id))
  return {
    newIds: [...ids].filter((id) => !isShown.has(id)),
    forget: () => setIds(new Set()),
  }
}
