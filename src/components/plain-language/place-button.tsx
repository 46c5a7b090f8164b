import type { ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import styles from './plain-language.module.css'

/** Words of the text that take one to the place where they stand. */
export function PlaceButton({ onShow, children }: { onShow: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.place} onClick={onShow}>
      <span className="ds-sr-only">{m.plain_showInText()}</span> <span>{children}</span>
    </button>
  )
}
