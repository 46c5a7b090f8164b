import { addressParser } from 'postal-mime'
import { headerValue, type HeaderField } from './header-fields.ts'

/**
 * A person or a list in a header: what is shown, '' when the sender gave no name, and where to write, '' when only
 * the sender's own organisation knows.
 */
export interface MailAddress {
  name: string
  address: string
}

const maxAddresses = 1000
const maxHeaderLength = 100_000

/** At most a thousand, each once: those with an address by it, others by their name. */
export function uniqueAddresses(found: readonly MailAddress[]): MailAddress[] {
  const byAddress = new Map(found.map((one) => [one.address.toLowerCase() || one.name, one]))
  return [...byAddress.values()].slice(0, maxAddresses)
}

/** Who sent it: From, or Sender when From is missing. */
export function senderOf(fields: readonly HeaderField[]): MailAddress | undefined {
  return addressesIn(headerValue(fields, 'from'))[0] ?? addressesIn(headerValue(fields, 'sender'))[0]
}

/** Everyone in To and Cc, each address once. */
export function recipientsOf(fields: readonly HeaderField[]): MailAddress[] {
  const found = fields
    .filter((field) => field.name === 'to' || field.name === 'cc')
    .flatMap((field) => addressesIn(field.value))
  return uniqueAddresses(found)
}

function addressesIn(header: string): MailAddress[] {
  return addressParser(header.slice(0, maxHeaderLength), { flatten: true }).flatMap(({ name, address }) =>
    address?.includes('@') ? [{ name: shownText(name), address: shownText(address) }] : [],
  )
}

/** A header's text on one line, without characters that have no place in it or turn the reading direction. */
export function shownText(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
      .replace(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  )
}
