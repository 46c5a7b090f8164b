import { recipientsOf, senderOf, shownText, type MailAddress } from './addresses.ts'
import { decodeWords } from './encoded-words.ts'
import { headerValue, type HeaderField } from './header-fields.ts'

/** What stands above a message. */
export interface MailHeader {
  /** As it was sent, on one line; '' when there is none. */
  subject: string
  from?: MailAddress
  recipients: MailAddress[]
  /** UTC, ISO 8601. */
  sentDateTime?: string
}

/** Reads the header of a message of text. */
export function readHeader(fields: readonly HeaderField[]): MailHeader {
  return {
    subject: shownText(decodeWords(headerValue(fields, 'subject'))),
    from: senderOf(fields),
    recipients: recipientsOf(fields),
    sentDateTime: sentDateTime(headerValue(fields, 'date')),
  }
}

const prefixes = /^((sv|vs|re|fw|fwd|aw|wg|ang|vb)\s*(\[\d+\]|\(\d+\))?\s*:\s*)+/i

/** A subject without `SV:`, `VS:` and the like. */
export function withoutPrefixes(subject: string): string {
  return subject.replace(prefixes, '').trim()
}

function sentDateTime(header: string): string | undefined {
  const date = new Date(header.slice(0, 100).replace(/\([^)]*\)/g, ''))
  const year = date.getUTCFullYear()
  return year >= 1970 && year < 2200 ? date.toISOString() : undefined
}
