import { useEffect, useRef } from 'react'
import type { Comment } from '#api/comments/contract.ts'
import { anchorOf } from './comment-anchor.ts'

/**
 * The button that deletes a comment goes away with it. The focus then goes to the mark that stands in its place, or to
 * the title of the thread when there is none.
 * @param takenAway id of what was deleted or removed last.
 */
export function useFocusAfterTakingAway(
  comments: readonly Comment[],
  takenAway: string | undefined,
  titleId: string,
) {
  const handled = useRef<string>(undefined)
  useEffect(() => {
    if (takenAway === undefined) return
    const mark = comments.find(({ id }) => id === takenAway)
    if (mark?.removal === null) {
      // Not gone yet, or back again.
      handled.current = undefined
      return
    }
    if (handled.current === takenAway) return
    handled.current = takenAway
    if (document.activeElement !== document.body) return
    document.getElementById(mark ? anchorOf(mark.id) : titleId)?.focus({ preventScroll: true })
  })
}
