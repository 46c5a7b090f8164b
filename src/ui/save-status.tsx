import { formatTime } from '../lib/dates.ts'
import { m } from '../messages/messages.js'
import styles from './save-status.module.css'

interface SaveStatusProps {
  state: 'unchanged' | 'saving' | 'saved' | 'failed'
  /** When it was last saved, ISO 8601; shown with `saved`. */
  savedDateTime?: string
}

/** «Lagret kl. 14:32», read aloud when it changes. Always rendered, so that the change is heard. */
export function SaveStatus({ state, savedDateTime }: SaveStatusProps) {
  return (
    <output className={styles.status} data-state={state}>
      {state === 'saving' && m.ui_saving()}
      {state === 'failed' && m.ui_notSaved()}
      {state === 'saved' && savedDateTime && m.ui_saved({ time: formatTime(savedDateTime) })}
    </output>
  )
}
