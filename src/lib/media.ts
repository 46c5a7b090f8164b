import { useSyncExternalStore } from 'react'

/** Makes a hook that follows a media query. Where the screen is not known, it is a wide one. */
function createMediaHook(query: string): () => boolean {
  const list = typeof matchMedia === 'undefined' ? undefined : matchMedia(query)
  const subscribe = (listener: () => void) => {
    list?.addEventListener('change', listener)
    return () => list?.removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(subscribe, () => list?.matches ?? true)
}

/** Whether the screen has room for the shell with areas in the top bar; below, there is a bottom bar (screens.md §3). */
export const useIsWide = createMediaHook('(min-width: 1100px)')

/** Whether there is room for something beside the main column. */
export const useHasRoomBeside = createMediaHook('(min-width: 761px)')

/** Whether Tunet is held in the hand: a finger, and a narrow screen. */
export const isPhone = (): boolean =>
  typeof matchMedia !== 'undefined' &&
  matchMedia('(pointer: coarse) and (max-width: 760px), (pointer: coarse) and (max-height: 480px)').matches
