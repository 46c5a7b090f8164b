import '../../../styles/forms.css'
import { Button } from '@digdir/designsystemet-react'
import type { ReactNode, SubmitEvent } from 'react'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import styles from './case.module.css'

interface FormDialogProps {
  /** Of the form. */
  id: string
  isOpen?: boolean
  title: string
  /** Above the form. */
  intro?: ReactNode
  children: ReactNode
  /** On the button that sends the form. */
  verb: string
  isPending: boolean
  /** Why the last try failed: told below the fields, which keep what was written. */
  error: Error | null
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => Promise<void>
  onClose: () => void
}

/** A form about a case in a dialog of its own, to be sent or given up. */
export function FormDialog({ id, isOpen = true, title, intro, children, verb, ...form }: FormDialogProps) {
  const { isPending, error, onSubmit, onClose } = form
  return (
    <Modal
      isOpen={isOpen}
      title={title}
      onCancel={onClose}
      actions={
        <>
          <Button type="submit" form={id} data-color="accent" loading={isPending}>
            {verb}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
        </>
      }
    >
      {intro}
      <form id={id} className={styles.form} noValidate onSubmit={(event) => void onSubmit(event)}>
        {children}
        {error !== null && (
          <Notice tone="danger" role="alert">
            {deviationErrorText(error)}
          </Notice>
        )}
      </form>
    </Modal>
  )
}
