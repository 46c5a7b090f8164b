import { Dialog } from '@digdir/designsystemet-react'
import { useId, type ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import styles from './filter-bar.module.css'

interface FilterDialogProps {
  isOpen: boolean
  title: string
  /** The filters; each takes effect at once. */
  children: ReactNode
  /** What closes it: «Vis 12 treff». */
  doneLabel: string
  /** Undefined when nothing is set. */
  onReset?: () => void
  onClose: () => void
}

/** The filters of a phone, coming up from the bottom. */
export function FilterDialog({ isOpen, title, children, doneLabel, onReset, onClose }: FilterDialogProps) {
  const titleId = useId()
  return (
    <Dialog
      open={isOpen}
      placement="bottom"
      closedby="any"
      closeButton={false}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      {isOpen && (
        <>
          <h2 id={titleId}>{title}</h2>
          <div className={styles.stack}>{children}</div>
          <div className={styles.done}>
            <button type="button" className="ds-button" onClick={onClose}>
              {doneLabel}
            </button>
            {onReset && (
              <button type="button" className="ds-button" data-variant="tertiary" onClick={onReset}>
                {m.filter_reset()}
              </button>
            )}
          </div>
        </>
      )}
    </Dialog>
  )
}
