import { XMarkIcon } from '@navikt/aksel-icons'
import { m } from '../../messages/messages.js'
import styles from './audience-picker.module.css'

interface AudienceChipProps {
  label: string
  count?: number
  onRemove: (label: string) => void
}

/** One thing the audience consists of; the whole chip is the button that takes it out. */
export function AudienceChip({ label, count, onRemove }: AudienceChipProps) {
  return (
    <li>
      <button type="button" className={styles.chip} onClick={() => onRemove(label)}>
        <span>{label}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        <XMarkIcon title={m.parts_remove()} />
      </button>
    </li>
  )
}
