import { useEffect, useEffectEvent, useRef } from 'react'

/**
 * Calls `onEnd` once after `time` milliseconds. Stands still while `time` is undefined, and goes on from there. A new
 * `name` begins anew.
 */
export function useCountdown(name: string, time: number | undefined, onEnd: () => void): void {
  const end = useEffectEvent(onEnd)
  const used = useRef({ name, milliseconds: 0 })
  useEffect(() => {
    if (used.current.name !== name) used.current = { name, milliseconds: 0 }
    if (time === undefined) return
    const begun = performance.now()
    const timer = setTimeout(() => end(), Math.max(0, time - used.current.milliseconds))
    return () => {
      clearTimeout(timer)
      used.current.milliseconds += performance.now() - begun
    }
  }, [name, time])
}
