import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { useRested } from '../../../ui/use-rested.ts'

/** How long the typing rests before it is searched for, in milliseconds. */
const rest = 150

/**
 * What is typed, and what is searched for: the same a moment later. The address follows, so that a search can be shared
 * and gone back to; an address one goes to is taken over.
 */
export function useFindText() {
  const navigate = useNavigate()
  const inAddress = useSearchParams()[0].get('q') ?? ''
  const [text, setText] = useState(inAddress)
  const [known, setKnown] = useState({ seen: inAddress, written: inAddress })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (inAddress !== known.seen) {
    if (inAddress !== known.written) setText(inAddress)
    setKnown({ seen: inAddress, written: inAddress })
  }
  useEffect(() => () => clearTimeout(timer.current), [inAddress])

  function type(next: string) {
    setText(next)
    clearTimeout(timer.current)
    const q = next.trim()
    if (q === text.trim()) return
    timer.current = setTimeout(() => {
      setKnown((before) => ({ ...before, written: q }))
      void navigate(paths.colleagues({ q }), { replace: true, preventScrollReset: true })
    }, rest)
  }

  return { text, type, search: useRested(text.trim(), rest) }
}
