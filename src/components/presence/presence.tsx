import { presenceText, type PresenceState } from './presence-text.ts'
import styles from './presence.module.css'

interface PresenceProps {
  state: PresenceState
  givenName: string
  /** Says also until when somebody is there. */
  isLong?: boolean
}

/** Whether somebody can be reached: a full, half or empty dot, and the same in words. */
export function Presence({ state, givenName, isLong }: PresenceProps) {
  return (
    <span className={styles.presence} data-status={state.status}>
      <span className={styles.dot} aria-hidden="true" />
      {presenceText(state, givenName, isLong)}
    </span>
  )
}
