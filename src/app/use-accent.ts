import { useEffect } from 'react'
import { showAccent } from './accent.ts'

/** Keeps the municipality's colour on the page. Undefined until it is known, or when there is none. */
export function useAccent(color: string | undefined, isKnown: boolean): void {
  useEffect(() => {
    // A colour that cannot be made into rules leaves Tunet's own, which is always readable.
    if (isKnown) showAccent(color).catch(() => undefined)
  }, [color, isKnown])
}
