import { contentTooLarge, unprocessable } from '../http/errors.ts'
import { newBudget, type Budget } from './block-writer.ts'
import { bodyBlocks } from './body-blocks.ts'
import { withoutPrefixes, type MailHeader } from './mail-header.ts'
import { hasContent, type MailBlock } from './mail-block.ts'
import { messageContent } from './message-content.ts'
import { newFile, type MessageFile } from './message-images.ts'
import { maxMessageSize, readMessagePart, type MessagePart } from './message-part.ts'
import { openMessage } from './open-message.ts'
import type { MessageMediaType } from './message-media-type.ts'
import { stripQuotedThread } from './strip-quoted-thread.ts'
import { isOnlySignature, stripSignature } from './strip-signature.ts'

/** Something that did not come along from a message. */
export interface MailNote {
  code: 'attachmentRefused' | 'imageRefused' | 'quotedThreadRemoved' | 'signatureRemoved' | 'textShortened'
  target?: string
}

/**
 * A message as it can be shown: the sender's own words, or the forwarded ones when there are none. The subject is
 * without `SV:`, `VS:` and the like.
 */
export interface MailMessage extends MailHeader {
  blocks: MailBlock[]
  /** Attachments and the pictures shown in the blocks. */
  files: MessageFile[]
  notes: MailNote[]
}

/** How deep messages may lie inside each other for the innermost to be read. */
const maxForwards = 5

/**
 * Reads an e-mail message: a message of text (`.eml`), Outlook's own (`.msg`), or what Outlook packs (`winmail.dat`).
 * @param mediaType what the file is said to be; undefined when only the content can tell.
 * @throws 413 over 25 MiB; 422 `mediaTypeMismatch`, `notAMessage`, `messageEncrypted` when none of it can be read, or
 *   `messageEmpty`.
 */
export function readMessage(file: Uint8Array, mediaType?: MessageMediaType): MailMessage {
  if (file.length > maxMessageSize) throw contentTooLarge(maxMessageSize)
  const { header, part } = openMessage(file, mediaType)
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
  notes.push(...body.unreadable.map((target) => ({ code: 'attachmentRefused' as const, target })))
  return { ...header, subject: withoutPrefixes(header.subject), blocks, files: body.files, notes }
}

interface Body {
  blocks: MailBlock[]
  files: MessageFile[]
  /** Names of attachments there is nothing to read of. */
  unreadable: string[]
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
    const { unreadable } = content
    return {
      blocks: body.blocks,
      files: [...files, ...content.messages.map(newFile)],
      unreadable,
      isEncrypted,
    }
  }
  const inside = readBody(readMessagePart(forwarded.bytes), budget, onRefused, forwards + 1)
  return {
    blocks: inside.blocks,
    files: [...inside.files, ...files, ...others.map(newFile)],
    unreadable: [...inside.unreadable, ...content.unreadable],
    isEncrypted: isEncrypted || inside.isEncrypted,
  }
}
