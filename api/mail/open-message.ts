import { unprocessable } from '../http/errors.ts'
import { readHeader, type MailHeader } from './mail-header.ts'
import { mapiHeader } from './mapi-header.ts'
import type { MapiMessage } from './mapi-message.ts'
import { mapiPart } from './mapi-part.ts'
import { recogniseMessage, type MessageMediaType } from './message-media-type.ts'
import { readMessagePart, type MessagePart } from './message-part.ts'
import { messageStart } from './message-start.ts'
import { readMsgFile } from './msg-file.ts'
import { readTnefFile } from './tnef-file.ts'

/** A message taken apart: what stands above it, and its parts. */
export interface OpenMessage {
  header: MailHeader
  part: MessagePart
}

/**
 * Takes a message apart, whichever kind of file it is in.
 * @param mediaType what the file is said to be; undefined when only the content can tell.
 * @throws 422 `mediaTypeMismatch` when it is said to be another kind than it is, `notAMessage` when it is none.
 */
export function openMessage(file: Uint8Array, mediaType?: MessageMediaType): OpenMessage {
  const kind = recogniseMessage(file)
  if (mediaType !== undefined && mediaType !== kind) throw mismatch(mediaType, kind)
  if (kind === 'application/vnd.ms-outlook') return openMapi(readMsgFile(file))
  if (kind === 'application/ms-tnef') return openMapi(readTnefFile(file))
  const part = readMessagePart(messageStart(file))
  return { header: readHeader(part.fields), part }
}

const openMapi = (message: MapiMessage): OpenMessage => ({
  header: mapiHeader(message),
  part: mapiPart(message),
})

function mismatch(stated: MessageMediaType, found: MessageMediaType) {
  // Text has no mark of its own: what bears neither of Outlook's is only known not to be Outlook's.
  const kind = found === 'message/rfc822' ? `no ${stated}` : found
  return unprocessable('mediaTypeMismatch', `The file was sent as ${stated}, but is ${kind}.`)
}
