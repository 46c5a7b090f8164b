import { mailHeader, mailPart, multipart, utf8Bytes } from './compose-message.ts'
import { composeMsg, composeTnef, tags, type OutlookMessage } from './compose-outlook.ts'
import { ApiError } from '#api/http/errors.ts'
import type { MessageMediaType } from '#api/mail/message-media-type.ts'
import { parseMessage } from '#api/news-posts/import-message.ts'

export const outlook = 'application/vnd.ms-outlook'
export const tnef = 'application/ms-tnef'

/** The same message as a `.msg` file, as a file of TNEF alone, and as TNEF beside the text it was packed from. */
export const ways: [
  name: string,
  compose: (message: OutlookMessage) => Uint8Array,
  type: MessageMediaType,
][] = [
  ['.msg', composeMsg, outlook],
  ['winmail.dat', composeTnef, tnef],
  ['winmail.dat in an .eml', inMessage, 'message/rfc822'],
]

function inMessage(message: OutlookMessage): Uint8Array {
  const packed = mailPart(
    {
      'Content-Type': 'application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding': 'base64',
      'Content-Disposition': 'attachment; filename="winmail.dat"',
    },
    btoa(Array.from(composeTnef(message), (byte) => String.fromCharCode(byte)).join('')),
  )
  const text = mailPart({ 'Content-Type': 'text/plain' }, 'Teksten uten formatering.')
  return utf8Bytes(multipart('mixed', [text, packed], mailHeader({ Subject: 'SV: Møte på Sørøya' })))
}

/** The beginning of a PNG. */
export const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** What stands above the messages of the tests. */
export const outlookHeader = {
  [tags.subject]: 'SV: Møte på Sørøya',
  [tags.senderName]: 'Kari Nilsen',
  [tags.senderAddress]: 'kari.nilsen@elvestrand.example',
  [tags.submitTime]: new Date('2026-11-16T07:30:00.000Z'),
}
export const outlookRecipients = [
  {
    [tags.recipientType]: 1,
    [tags.displayName]: 'Alle ansatte',
    [tags.smtpAddress]: 'alle@elvestrand.example',
  },
]

/** The code a message is refused with. */
export async function refusal(file: Uint8Array, type?: MessageMediaType) {
  const error: unknown = await parseMessage(file, type).catch((caught: unknown) => caught)
  return error instanceof ApiError ? error.parts.code : error
}
