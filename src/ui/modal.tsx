import { useId, type ReactNode } from 'react'
import { Dialog } from '@digdir/designsystemet-react'
import styles from './modal.module.css'

interface ModalProps {
  isOpen: boolean
  title: string
  children: ReactNode
  /** Buttons, the most important first. */
  actions: ReactNode
  /** Escape was pressed. Without it the dialog stays until an action closes it. */
  onCancel?: () => void
}

/** A dialog over the page: nothing else can be reached until it is answered, and focus then goes back. */
export function Modal({ isOpen, title, children, actions, onCancel }: ModalProps) {
  const titleId = useId()
  return (
    <Dialog
      open={isOpen}
      closeButton={false}
      className={styles.modal}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onCancel?.()
      }}
      onKeyDown={(event) => {
        // Browsers close a dialog at the second Escape in a row, whatever `cancel` was answered with.
        if (event.key === 'Escape' && !onCancel) event.preventDefault()
      }}
    >
      {isOpen && (
        <div className={styles.content}>
          <h2 id={titleId}>{title}</h2>
          {children}
          <div className={styles.actions}>{actions}</div>
        </div>
      )}
    </Dialog>
  )
}
