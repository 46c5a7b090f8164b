import { contentTooLarge, unprocessable } from '../http/errors.ts'
import { recipientsOf, senderOf, shownText, type MailAddress } from './addresses.ts'
import { newBudget, type Budget } from './block-writer.ts'
import { bodyBlocks } from './body-blocks.ts'
import { decodeWords } from './encoded-words.ts'
import { headerValue, type HeaderField } from './header-fields.ts'
import { hasContent, type MailBlock } from './mail-block.ts'
import { messageContent } from './message-content.ts'
import { newFile, type MessageFile } from './message-images.ts'
import { maxMessageSize, readMessagePart, type MessagePart } from './message-part.ts'
import { messageStart } from './message-start.ts'
import { stripQuotedThread } from './strip-quoted-thread.ts'
import { isOnlySignature, stripSignature } from './strip-signature.ts'

/** Something that did not come along from a message. */
export interface MailNote {
  code: 'imageRefused' | 'quotedThreadRemoved' | 'signatureRemoved' | 'textShortened'
  target?: string
}

/** A message as it can be shown: the sender's own words, or the forwarded ones when there are none. */
export interface MailMessage {
  /** Without `SV:`, `VS:` and the like; '' when there is none. */
  subject: string
  from?: MailAddress
  recipients: MailAddress[]
  sentDateTime?: string
  blocks: MailBlock[]
  /** Attachments and the pictures shown in the blocks. */
  files: MessageFile[]
  notes: MailNote[]
}

/** How deep messages may lie inside each other for the innermost to be read. */
const maxForwards = 5

/**
 * Reads an e-mail message (`.eml`).
 * @throws 413 over 25 MiB; 422 `notAMessage`, `messageEncrypted` when none of it can be read, or
 *   `messageEmpty`.
 */
export function readMessage(file: Uint8Array): MailMessage {
  if (file.length > maxMessageSize) throw contentTooLarge(maxMessageSize)
  const part = readMessagePart(messageStart(file))
  const budget = newBudget()
  const refused = new Set<string>()
  const body = readBody(part, budget, (name) => refused.add(name), 0)
  const unquoted = stripQuotedThread(body.blocks)
  const { blocks, isRemoved } = stripSignature(unquoted.blocks)
  if (!hasContent(blocks) && body.isEncrypted) {
    throw unprocessable('messageEncrypted', 'The message is encrypted.')
  }
  if (!hasContent(blocks) && body.files.length === 0) {
    throw unprocessable('messageEmpty', 'There is nothing to read in the message.')
  }
  const notes: MailNote[] = [...refused].map((target) => ({
    code: 'imageRefused',
    ...(target && { target }),
  }))
  if (unquoted.isRemoved) notes.push({ code: 'quotedThreadRemoved' })
  if (isRemoved) notes.push({ code: 'signatureRemoved' })
  if (budget.isExceeded) notes.push({ code: 'textShortened' })
  return { ...readHeader(part.fields), blocks, files: body.files, notes }
}

interface Body {
  blocks: MailBlock[]
  files: MessageFile[]
  isEncrypted: boolean
}

function readBody(
  part: MessagePart,
  budget: Budget,
  onRefused: (name: string) => void,
  forwards: number,
): Body {
  const content = messageContent(part)
  const files = content.files.map(newFile)
  const body = bodyBlocks(content, files, budget, onRefused)
  const isEncrypted = content.isEncrypted || body.isEncrypted
  const [forwarded, ...others] = content.messages
  if (forwarded === undefined || forwards >= maxForwards || !isOnlySignature(body.blocks)) {
    return { blocks: body.blocks, files: [...files, ...content.messages.map(newFile)], isEncrypted }
  }
  const inside = readBody(readMessagePart(forwarded.bytes), budget, onRefused, forwards + 1)
  return {
    blocks: inside.blocks,
    files: [...inside.files, ...files, ...others.map(newFile)],
    isEncrypted: isEncrypted || inside.isEncrypted,
  }
}

function readHeader(fields: HeaderField[]) {
  return {
    subject: withoutPrefixes(shownText(decodeWords(headerValue(fields, 'subject')))),
    from: senderOf(fields),
    recipients: recipientsOf(fields),
    sentDateTime: sentDateTime(headerValue(fields, 'date')),
  }
}

const prefixes = /^((sv|vs|re|fw|fwd|aw|wg|ang|vb)\s*(\[\d+\]|\(\d+\))?\s*:\s*)+/i

function withoutPrefixes(subject: string): string {
  return subject.replace(prefixes, '').trim()
}

function sentDateTime(header: string): string | undefined {
  const date = new Date(header.slice(0, 100).replace(/\([^)]*\)/g, ''))
  const year = date.getUTCFullYear()
  return year >= 1970 && year < 2200 ? date.toISOString() : undefined
}
