import { useSyncExternalStore } from 'react'

/** From here on there is a top bar with areas; below, a bottom bar (screens.md §3). */
const wide = '(min-width: 1100px)'

const list = typeof matchMedia === 'undefined' ? undefined : matchMedia(wide)

function subscribe(listener: () => void): () => void {
  list?.addEventListener('change', listener)
  return () => list?.removeEventListener('change', listener)
}

/** Whether the screen has room for the wide shell. Where the screen is not known, it has. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => list?.matches ?? true)
