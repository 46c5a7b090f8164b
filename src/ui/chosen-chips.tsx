import { XMarkIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { m } from '../messages/messages.js'
import styles from './chosen-chips.module.css'

/** What has been chosen, as a row of chips. Takes no room while it is empty. */
export function ChosenChips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.chips} aria-label={label}>
      {children}
    </ul>
  )
}

interface ChosenChipProps {
  label: string
  /** A quieter part after the label: a number, a title. */
  detail?: ReactNode
  /** Before the label; decoration. */
  picture?: ReactNode
  /** The chip goes away with the focus: give that a new place. */
  onRemove: () => void
}

/** One thing that is chosen; the whole chip is the button that takes it out. */
export function ChosenChip({ label, detail, picture, onRemove }: ChosenChipProps) {
  return (
    <li>
      <button type="button" className={styles.chip} onClick={onRemove}>
        {picture}
        <span>{label}</span>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
        <XMarkIcon title={m.ui_remove()} />
      </button>
    </li>
  )
}
