import { senderOf, shownText, uniqueAddresses, type MailAddress } from './addresses.ts'
import { parseHeaderFields, type HeaderField } from './header-fields.ts'
import type { MailHeader } from './mail-header.ts'
import type { MapiMessage } from './mapi-message.ts'
import { mapiIds, mapiNumber, mapiText, mapiTime, type MapiProperties } from './mapi-properties.ts'

/** To and Cc; hidden receivers are 3, and the high bits say other things. */
const shownRecipients = new Set([0, 1, 2])

/** The header of a message as Outlook keeps it. Receivers without an address for the internet keep their name. */
export function mapiHeader({ properties, recipients, codePage }: MapiMessage): MailHeader {
  const text = (id: number) => shownText(mapiText(properties, id, codePage))
  const shown = recipients
    .filter((one) => shownRecipients.has(mapiNumber(one, mapiIds.recipientType) & 0xf))
    .map((one) => recipientOf(one, codePage))
    .filter(({ name, address }) => name !== '' || address !== '')
  return {
    subject: text(mapiIds.subject),
    from: sender(text) ?? senderOf(transportHeaders(properties, codePage)) ?? namedSender(text),
    recipients: uniqueAddresses(shown),
    sentDateTime: mapiTime(properties, mapiIds.submitTime) ?? mapiTime(properties, mapiIds.deliveryTime),
  }
}

type Text = (id: number) => string

/** Who it is sent for comes before who pressed the button. */
function sender(text: Text): MailAddress | undefined {
  const candidates = [
    [mapiIds.sentForName, mapiIds.sentForSmtpAddress],
    [mapiIds.sentForName, mapiIds.sentForAddress],
    [mapiIds.senderName, mapiIds.senderSmtpAddress],
    [mapiIds.senderName, mapiIds.senderAddress],
  ] as const
  return candidates
    .map(([name, address]) => ({ name: text(name), address: text(address) }))
    .find(({ address }) => isInternetAddress(address))
}

/** Inside one organisation a sender may have no other address than a place in its directory. */
function namedSender(text: Text): MailAddress | undefined {
  const name = text(mapiIds.sentForName) || text(mapiIds.senderName)
  return name === '' ? undefined : { name, address: '' }
}

function recipientOf(recipient: MapiProperties, codePage: number): MailAddress {
  const text = (id: number) => shownText(mapiText(recipient, id, codePage))
  const addresses = [text(mapiIds.smtpAddress), text(mapiIds.address), text(mapiIds.displayName)]
  // Outlook puts the address in quotes where there is no name.
  const name = text(mapiIds.displayName).replace(/^'(.*)'$/, '$1')
  const address = addresses.map((one) => one.replace(/^'(.*)'$/, '$1')).find(isInternetAddress) ?? ''
  return { name: name === address ? '' : name, address }
}

const isInternetAddress = (address: string) => /^[^\s@]+@[^\s@]+$/.test(address)

/** The header the message had on its way here, when it came from outside. */
function transportHeaders(properties: MapiProperties, codePage: number): HeaderField[] {
  return parseHeaderFields(
    new TextEncoder().encode(mapiText(properties, mapiIds.transportHeaders, codePage).slice(0, 100_000)),
  )
}
