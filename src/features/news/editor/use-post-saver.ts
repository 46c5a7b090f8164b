import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { useSignal } from '../../../lib/signal.ts'
import { PostSaver } from './post-saver.ts'
import { newsQueries } from '../queries.ts'

/** A saver for as long as the editor is open. What is unsaved when it is left is saved on the way out. */
export function usePostSaver(post: NewsPost | undefined, onCreated: (id: string) => void) {
  const queryClient = useQueryClient()
  const [saver] = useState(() => {
    let isNew = post === undefined
    return new PostSaver(post, (saved) => {
      queryClient.setQueryData(newsQueries.detail(saved.id).queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: newsQueries.all, refetchType: 'none' })
      if (isNew) onCreated(saved.id)
      isNew = false
    })
  })

  useEffect(() => {
    const leave = () => saver.leave()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [saver])

  return { saver, saveState: useSignal(saver.state) }
}
