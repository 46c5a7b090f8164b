import type { ReactNode } from 'react'
import { Alert } from '@digdir/designsystemet-react'
import styles from './notice.module.css'

interface NoticeProps {
  tone: 'info' | 'success' | 'warning' | 'danger'
  title?: string
  children?: ReactNode
  /** Buttons below the text. */
  actions?: ReactNode
  /** `status` is read aloud when the person pauses, `alert` at once. Without it the notice is part of the page. */
  role?: 'status' | 'alert'
}

/**
 * Something to know about: white, with a coloured edge, since a tinted warning would look like the yard.
 * The icon and the words carry the meaning, the colour only repeats it.
 */
export function Notice({ tone, title, children, actions, role }: NoticeProps) {
  return (
    <Alert data-color={tone} className={styles.notice} role={role}>
      <div className={styles.content}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </Alert>
  )
}
