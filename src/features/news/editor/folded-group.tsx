import type { ReactNode } from 'react'
import styles from './folded-group.module.css'

interface FoldedGroupProps {
  name: string
  /** What is chosen, in a few words: read without opening it. */
  chosen: string
  /** Something in it is wrong, so it may not be closed. */
  hasError?: boolean
  children: ReactNode
}

/** Choices few need, folded behind one line that says what is chosen. */
export function FoldedGroup({ name, chosen, hasError = false, children }: FoldedGroupProps) {
  return (
    <details className={styles.group} open={hasError || undefined}>
      <summary>
        <span className={styles.name}>{name}</span>
        <span className={styles.chosen}>{chosen}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
