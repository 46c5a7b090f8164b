import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { anchorOf, commentIdOf } from './comment-anchor.ts'

/** Pages fetched, at most, in search of the comment an address points at. */
const maxPages = 25

/**
 * Goes to the comment the address points at, once it is there, and gives it the focus.
 * @param onMore fetches more of the thread; undefined when all of it is here.
 */
export function useArriveAtComment(
  ids: readonly string[],
  isLoading: boolean,
  onMore: (() => Promise<unknown>) | undefined,
) {
  const { hash, key } = useLocation()
  const id = commentIdOf(hash)?.toLowerCase()
  const arrivedAt = useRef<string>(undefined)
  const pages = useRef(0)
  const isHere = id !== undefined && ids.includes(id)

  useEffect(() => {
    if (id === undefined || isLoading || arrivedAt.current === key) return
    if (!isHere) {
      if (onMore && pages.current++ < maxPages) void onMore()
      return
    }
    arrivedAt.current = key
    pages.current = 0
    const comment = document.getElementById(anchorOf(id))
    comment?.scrollIntoView({ block: 'center' })
    comment?.focus({ preventScroll: true })
  })
}
