import { useEffect, useState, type ReactNode } from 'react'
import styles from './loading.module.css'

/** Milliseconds before waiting is shown: what comes sooner should not flicker. */
const patience = 300

/** Whether something has been waited for so long that it should be shown. */
export function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setIsSlow(true), patience)
    return () => {
      clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isWaiting])
  return isWaiting && isSlow
}

interface LoadingProps {
  /** Read aloud, never seen: «Laster nyheter». */
  label: string
  /** The final shape, drawn with Designsystemet's `Skeleton`. */
  children: ReactNode
}

/** What is shown while something loads, from 300 ms on. */
export function Loading({ label, children }: LoadingProps) {
  const isSlow = useIsSlow(true)
  return (
    <div className={styles.loading} data-slow={isSlow || undefined}>
      <output className="ds-sr-only">{isSlow ? label : ''}</output>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}
