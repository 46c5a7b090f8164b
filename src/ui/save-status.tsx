import { formatTime } from '../lib/dates.ts'
import { ui_notSaved, ui_saved, ui_saving } from '../messages/messages.js'
import css from './save-status.module.css'

interface SaveStatusProps {
  state: 'unchanged' | 'saving' | 'saved' | 'failed'
  /** When it was last saved, ISO 8601; shown with `saved`. */
  savedDateTime?: string
}

/** «Lagret kl. 14:32», read aloud when it changes. Always rendered, so that the change is heard. */
export function SaveStatus({ state, savedDateTime }: SaveStatusProps) {
  return (
    <output className={css.status} data-state={state}>
      {state === 'saving' && ui_saving()}
      {state === 'failed' && ui_notSaved()}
      {state === 'saved' && savedDateTime && ui_saved({ time: formatTime(savedDateTime) })}
    </output>
  )
}
