import { useEffect, useRef, useState, type RefObject } from 'react'
import { useLocation } from 'react-router'

/**
 * On arriving at another page, moves focus to its heading and returns the page's name to be said aloud. A
 * change of filter or tab is not an arrival, and neither is the first page, where the browser does both.
 */
export function useArrival(main: RefObject<HTMLElement | null>): string {
  const { pathname } = useLocation()
  const lastPathname = useRef(pathname)
  const [announcement, setAnnouncement] = useState('')

  useEffect(() => {
    if (lastPathname.current === pathname) return
    lastPathname.current = pathname
    // Scroll restoration decides where the page is; focus must not move it.
    main.current?.querySelector('h1')?.focus({ preventScroll: true })
    setAnnouncement(document.title)
  }, [pathname, main])

  return announcement
}
