import type { ReactNode } from 'react'
import styles from './tab-row.module.css'

interface TabRowProps {
  /** What the row chooses between, read aloud. */
  label: string
  /** Links; the chosen one has `aria-current="page"`. */
  children: ReactNode
}

/** Views of the same list. They are links, since the chosen view is part of the address. */
export function TabRow({ label, children }: TabRowProps) {
  return (
    <nav className={styles.row} aria-label={label}>
      {children}
    </nav>
  )
}
