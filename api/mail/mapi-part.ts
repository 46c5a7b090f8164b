import { codePageLabel } from './code-page.ts'
import { mapiHeader } from './mapi-header.ts'
import type { MapiAttachment, MapiMessage } from './mapi-message.ts'
import { mapiIds, mapiNumber, mapiText, mapiTypes, type MapiProperties } from './mapi-properties.ts'
import { readMessagePart, type MessagePart } from './message-part.ts'
import { newMultipart, newPart } from './new-part.ts'
import { decompressRtf } from './compressed-rtf.ts'
import { readRtf } from './read-rtf.ts'
import { writeMessage } from './write-message.ts'

/** An attachment that is a whole message, and one that only the program it was made with can read. */
const attachMethods = { message: 5, object: 6 } as const

/**
 * The parts of a message as Outlook keeps it: what they would have been, had it been sent as text. Attached messages
 * become messages of text.
 */
export function mapiPart(message: MapiMessage): MessagePart {
  const { properties, attachments, codePage } = message
  const messageClass = mapiText(properties, mapiIds.messageClass, codePage)
  const signed = attachments[0]?.properties.get(mapiIds.attachData)
  if (/^IPM\.Note\.SMIME\.MultipartSigned$/i.test(messageClass) && signed?.type === mapiTypes.binary) {
    // The whole of what was sent, as text, with its own header; Outlook's own copy may be left out.
    return readMessagePart(signed.bytes)
  }
  return newMultipart('related', [
    newMultipart('alternative', bodyParts(properties, codePage)),
    ...attachments.map((attachment) => attachmentPart(attachment, codePage)),
  ])
}

/** The body in each of the forms it is kept in, the best one last. */
function bodyParts(properties: MapiProperties, codePage: number): MessagePart[] {
  const text = textPart('text/plain', properties, mapiIds.body, codePage)
  const htmlCodePage = mapiNumber(properties, mapiIds.internetCodePage) || codePage
  const html = textPart('text/html', properties, mapiIds.html, htmlCodePage)
  if (html.bytes.length > 0) return [text, html]
  const rich = readRtf(decompressRtf(properties.get(mapiIds.compressedRtf)?.bytes ?? new Uint8Array()))
  const richPart = newPart(`text/${rich.kind}`, new TextEncoder().encode(rich.text), { charset: 'utf-8' })
  return rich.kind === 'html' ? [text, richPart] : [richPart, text]
}

function textPart(mediaType: string, properties: MapiProperties, id: number, codePage: number): MessagePart {
  const value = properties.get(id)
  if (value?.type === mapiTypes.binary || value?.type === mapiTypes.text8) {
    return newPart(mediaType, withoutEnd(value.bytes), { charset: codePageLabel(codePage) })
  }
  const bytes = new TextEncoder().encode(mapiText(properties, id, codePage))
  return newPart(mediaType, bytes, { charset: 'utf-8' })
}

/** The zero at the end of a text is not part of it. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0 ? bytes.subarray(0, -1) : bytes
}

function attachmentPart({ properties, message }: MapiAttachment, codePage: number): MessagePart {
  const text = (id: number) => mapiText(properties, id, codePage)
  const name =
    text(mapiIds.attachLongName) || text(mapiIds.attachShortName) || text(mapiIds.displayName) || '?'
  if (message !== undefined) {
    const bytes = writeMessage(mapiHeader(message), mapiPart(message))
    const subject = mapiText(message.properties, mapiIds.subject, message.codePage)
    return newPart('message/rfc822', bytes, { name: `${subject.trim() || name}.eml` })
  }
  const data = properties.get(mapiIds.attachData)
  const method = mapiNumber(properties, mapiIds.attachMethod)
  const isReadable = data?.type === mapiTypes.binary && method !== attachMethods.object
  return newPart(
    mediaTypeOf(text(mapiIds.attachMediaType), name),
    isReadable ? data.bytes : new Uint8Array(),
    {
      name,
      contentId: text(mapiIds.attachContentId).replace(/^<|>$/g, ''),
      disposition: 'attachment',
    },
  )
}

function mediaTypeOf(stated: string, name: string): string {
  if (/^[\w.+-]+\/[\w.+-]+$/.test(stated)) return stated.toLowerCase()
  if (/\.eml$/i.test(name)) return 'message/rfc822'
  return /\.p7m$/i.test(name) ? 'application/pkcs7-mime' : 'application/octet-stream'
}
