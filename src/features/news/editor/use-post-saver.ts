import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { useSignal } from '../../../lib/signal.ts'
import { PostSaver } from './post-saver.ts'
import { newsQueries } from '../queries.ts'

interface SavedPost {
  post: NewsPost | undefined
  viewerId: string
  /** What a post without an id is kept under in this browser. */
  draftName: string
  onCreated: (id: string) => void
  onKept: () => void
}

/** A saver for as long as the editor is open. What is unsaved when it is left is saved on the way out. */
export function usePostSaver({ onCreated, ...options }: SavedPost) {
  const queryClient = useQueryClient()
  const [saver] = useState(() => {
    let isNew = options.post === undefined
    return new PostSaver({
      ...options,
      onSaved: (saved) => {
        queryClient.setQueryData(newsQueries.detail(saved.id).queryKey, saved)
        void queryClient.invalidateQueries({ queryKey: newsQueries.all, refetchType: 'none' })
        if (isNew) onCreated(saved.id)
        isNew = false
      },
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
