import { useEffect, useState } from 'react'

/** The value once it has been the same for `rest` milliseconds; for what should not follow each key stroke. */
export function useRested<T>(value: T, rest: number): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return rested
}
