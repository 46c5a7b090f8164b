import type { ReactNode } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { m } from '../messages/messages.js'
import { Modal } from './modal.tsx'

interface ConfirmDialogProps {
  isOpen: boolean
  /** A question: «Vil du slette utkastet?» */
  title: string
  /** What happens, and whether it can be undone. */
  children: ReactNode
  /** The verb: «Slett utkastet». Never only «Ja». */
  confirmLabel: string
  /** `danger` when something is lost. */
  tone?: 'accent' | 'danger'
  isBusy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks once more before something that cannot easily be undone. */
export function ConfirmDialog({
  isOpen,
  title,
  children,
  confirmLabel,
  tone = 'accent',
  isBusy = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  return (
    <Modal
      isOpen={isOpen}
      title={title}
      onCancel={onCancel}
      actions={
        <>
          <Button data-color={tone} loading={isBusy} onClick={isBusy ? undefined : onConfirm}>
            {confirmLabel}
          </Button>
          <Button variant="secondary" onClick={onCancel}>
            {m.ui_cancel()}
          </Button>
        </>
      }
    >
      <div>{children}</div>
    </Modal>
  )
}
