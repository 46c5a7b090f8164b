import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { subscribeToLive } from '../../lib/live.ts'
import { taskQueries } from './task-queries.ts'

/** What something can happen to that makes somebody's list longer or shorter. */
const isAboutTasks = /^(newsPost|comment|callBackMessage|absence)\./
/**
 * Longest wait before the list is fetched, in milliseconds. What is published to everyone is told to everyone at once;
 * they shall not all ask at once. What happens meanwhile is fetched along with it.
 */
const spread = 4_000

/** Keeps what waits for me up to date for as long as the app is open. */
export function useLiveTasks(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = subscribeToLive(({ topic }) => {
      if (timer !== undefined || !isAboutTasks.test(topic)) return
      timer = setTimeout(() => {
        timer = undefined
        void queryClient.invalidateQueries({ queryKey: taskQueries.all })
      }, Math.random() * spread)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [queryClient])
}
