import { useEffect, useEffectEvent, useState } from 'react'
import { useCountdown } from '../../../ui/use-countdown.ts'

/** Milliseconds each post is shown. */
export const slideTime = 12_000

/** Which post a screen shows, and what can be done with it. */
export interface Slides {
  index: number
  /** Grows with every change, also to the same post. */
  turn: number
  isPaused: boolean
  togglePause: () => void
  next: () => void
  previous: () => void
}

/** Goes through posts one at a time and round again; by itself, by the arrow keys, and held by the space bar (WCAG 2.2.2). */
export function useSlides(count: number): Slides {
  const [{ position, turn }, setPlace] = useState({ position: 0, turn: 0 })
  const [isPaused, setPaused] = useState(false)
  // Posts may go away while they are shown.
  const index = count === 0 ? 0 : position % count
  const go = (step: number) =>
    setPlace((place) => ({
      position: count === 0 ? 0 : ((place.position % count) + step + count) % count,
      turn: place.turn + 1,
    }))
  const next = () => go(1)
  const previous = () => go(-1)
  const togglePause = () => setPaused((was) => !was)

  useCountdown(String(turn), isPaused || count < 2 ? undefined : slideTime, next)

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') next()
    else if (event.key === 'ArrowLeft') previous()
    // On a button the space bar presses the button.
    else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) togglePause()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  return { index, turn, isPaused, togglePause, next, previous }
}
