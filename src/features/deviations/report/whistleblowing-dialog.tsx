import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { formatPhone, phoneAddress } from '../../../lib/phone.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { deviationQueries } from '../deviation-queries.ts'

interface WhistleblowingDialogProps {
  isOpen: boolean
  /** Nothing is sent; what is written stays. */
  onCancel: () => void
  /** The person has read this, and says that it is a deviation. */
  onDeviation: () => void
}

/** «Avvik eller varsling?» Stops what a leader should perhaps not read, before it is sent (features.md Q34). */
export function WhistleblowingDialog({ isOpen, onCancel, onDeviation }: WhistleblowingDialogProps) {
  const { data: settings } = useQuery(deviationQueries.settings)
  const contact = settings?.whistleblowing
  return (
    <Modal
      isOpen={isOpen}
      title={m.deviationReport_stopTitle()}
      onCancel={onCancel}
      actions={
        <>
          <Button data-color="accent" onClick={onCancel}>
            {m.deviationReport_stopBack()}
          </Button>
          <Button variant="secondary" onClick={onDeviation}>
            {m.deviationReport_stopSend()}
          </Button>
        </>
      }
    >
      <p>{m.deviationReport_stopWhy()}</p>
      <p>{m.deviationReport_stopWhat()}</p>
      {contact && (
        <p>
          {m.deviationReport_stopWhere({ name: contact.name })}{' '}
          {contact.phone !== '' && <a href={phoneAddress(contact.phone)}>{formatPhone(contact.phone)}</a>}{' '}
          {contact.email !== '' && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
        </p>
      )}
    </Modal>
  )
}
