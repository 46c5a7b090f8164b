import type { DeviationSettings } from '#api/deviation-insight/contract.ts'
import { formatPhone, phoneAddress } from '../../lib/phone.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'

/** The card of a serious injury: whom to ring at once (features.md Q33, aml § 5-2). */
export function InjuryNotice({ contact }: { contact: DeviationSettings['labourInspection'] }) {
  return (
    <Notice
      tone="danger"
      title={m.deviation_injuryTitle()}
      actions={
        contact.phone === '' ? undefined : (
          <a href={phoneAddress(contact.phone)} className="ds-button" data-variant="secondary">
            {m.deviation_injuryRing({ name: contact.name, phone: formatPhone(contact.phone) })}
          </a>
        )
      }
    >
      {m.deviation_injuryText()}
    </Notice>
  )
}
