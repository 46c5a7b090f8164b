import { useId, type ReactNode } from 'react'
import { Sheet } from './sheet.tsx'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  /** What is empty, in words: «Ingen treff på «lønnsslip»». */
  title: string
  /** Why, or what to do about it. */
  children: ReactNode
  /** The way on: a link or a button. */
  action?: ReactNode
}

/** Instead of an empty list: what is missing, why, and the way on. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  const id = useId()
  return (
    <Sheet aria-labelledby={id} className={styles.state}>
      <h2 id={id}>{title}</h2>
      <div className={styles.text}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </Sheet>
  )
}
