import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Task } from '#api/tasks/contract.ts'

/** What waited when the person last saw the yard. It outlives the page, not the tab. */
const seenKey = ['seenWaiting'] as const
/** How long a row takes to leave, in milliseconds; the style sheet has the same. */
const leavingTime = 200

/**
 * The tasks of the yard, and for a moment those done since it was last seen: they leave while the person watches, and their
 * windows go dark. With reduced motion they are just gone.
 */
export function useSettlingTasks(waiting: readonly Task[]) {
  const queryClient = useQueryClient()
  const [seen] = useState(() => queryClient.getQueryData<readonly Task[]>(seenKey) ?? [])
  const [phase, setPhase] = useState<'lit' | 'leaving' | 'settled'>(() =>
    matchMedia('(prefers-reduced-motion: reduce)').matches || !isPartOf(waiting, seen) ? 'settled' : 'lit',
  )

  useEffect(() => {
    queryClient.setQueryData(seenKey, waiting)
  }, [queryClient, waiting])

  useEffect(() => {
    if (phase === 'settled') return undefined
    const timer =
      phase === 'lit'
        ? setTimeout(() => setPhase('leaving'), 50)
        : setTimeout(() => setPhase('settled'), leavingTime)
    return () => clearTimeout(timer)
  }, [phase])

  const ids = new Set(waiting.map((task) => task.id))
  return {
    shown: phase === 'settled' ? waiting : seen,
    /** Windows lit on the farm. */
    lit: phase === 'lit' ? seen.length : waiting.length,
    isLeaving: (task: Task) => phase === 'leaving' && !ids.has(task.id),
  }
}

/** Whether some have been done, and none has come. */
const isPartOf = (waiting: readonly Task[], seen: readonly Task[]) =>
  waiting.length < seen.length && waiting.every((task) => seen.some((other) => other.id === task.id))
