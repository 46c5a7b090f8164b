import { unprocessable } from '../http/errors.ts'
import { headerValue, parseHeaderFields } from './header-fields.ts'

/** 422 `notAMessage`: something else than an e-mail message. */
export const notAMessage = () => unprocessable('notAMessage', 'The file is not an e-mail message.')

const blanks = new Set([0x09, 0x0a, 0x0d, 0x20])

/** A message has at least one of these; any other text with colons has none. */
const telling = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'mime-version',
  'content-type',
  'return-path',
]

/**
 * The message in a file: without a byte order mark, blank lines or the separator line of a mailbox before it.
 * @throws 422 `notAMessage` when the file does not begin with the header of a message.
 */
export function messageStart(file: Uint8Array): Uint8Array {
  let start = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? 3 : 0
  while (blanks.has(file[start] ?? 0)) start++
  const isMailbox = new TextDecoder().decode(file.subarray(start, start + 5)) === 'From '
  if (isMailbox) start = file.indexOf(0x0a, start) + 1
  const message = file.subarray(start)
  const beginning = message.subarray(0, 8192)
  if (beginning.includes(0)) throw notAMessage()
  const firstLine = new TextDecoder().decode(beginning).split('\n', 1)[0] ?? ''
  if (!/^[!-9;-~]+[ \t]*:/.test(firstLine)) throw notAMessage()
  const fields = parseHeaderFields(headerOf(message))
  if (telling.every((name) => headerValue(fields, name) === '')) throw notAMessage()
  return message
}

function headerOf(message: Uint8Array): Uint8Array {
  const beginning = new TextDecoder('windows-1252').decode(message.subarray(0, 65_536))
  const end = /\n\r?\n/.exec(beginning)?.index ?? beginning.length
  return message.subarray(0, end)
}
