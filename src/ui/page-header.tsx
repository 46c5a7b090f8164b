import type { ReactNode } from 'react'
import styles from './page-header.module.css'
import { PageTitle } from './page-title.tsx'

interface PageHeaderProps {
  name: string
  /** What the heading says, when that is more than the name. */
  title?: ReactNode
  /** One quiet line above the heading: a date, a state. */
  above?: ReactNode
  /** One or two sentences below the heading. */
  lead?: ReactNode
  /** Buttons, the most important last. */
  actions?: ReactNode
}

/** The top of a page: a quiet line, the heading, and what can be done with the whole page. */
export function PageHeader({ name, title, above, lead, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {above && <p className={styles.above}>{above}</p>}
        <PageTitle name={name}>{title}</PageTitle>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
