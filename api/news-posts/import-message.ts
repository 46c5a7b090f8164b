import type { MailAddress } from '../mail/addresses.ts'
import { attachmentName } from '../mail/attachment-name.ts'
import { blocksToDocument } from '../mail/blocks-to-document.ts'
import { hasContent, textOfBlocks, type MailBlock } from '../mail/mail-block.ts'
import { fileName } from '../mail/message-content.ts'
import type { MessageFile } from '../mail/message-images.ts'
import type { MessageMediaType } from '../mail/message-media-type.ts'
import { readMessage, type MailNote } from '../mail/read-message.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import { imageFileIds } from '../rich-text/document.ts'
import { maxTitleLength } from './contract.ts'
import { proposeLead } from './propose-lead.ts'

/**
 * What an e-mail holds for a draft. Nothing is stored, and nothing of it is trusted more than what a person
 * types.
 */
export interface ImportedMessage {
  /** '' when the message has no subject. At most `maxTitleLength` characters. */
  subject: string
  /** One or two sentences from the body; '' when the body is too short for a lead. */
  lead: string
  body: RichTextDocument
  from?: MailAddress
  recipients: MailAddress[]
  /** UTC, ISO 8601. */
  sentDateTime?: string
  attachments: ImportedAttachment[]
  /** What did not come along. */
  notes: MailNote[]
}

export interface ImportedAttachment {
  /** The id the file must be stored under: the images of the body refer to it. */
  id: string
  name: string
  mediaType: string
  bytes: Uint8Array
  /** Shown in the body, and therefore not listed below it. */
  isInline: boolean
}

/**
 * Makes the parts of a draft from an e-mail message (`.eml`, `.msg` or `winmail.dat`): the sender's own words without
 * signature and quoted thread, and the files that came with it.
 * @param mediaType what the file is said to be; undefined when only the content can tell.
 * @throws 413 over 25 MiB; 422 `mediaTypeMismatch`, `notAMessage`, `messageEncrypted` or `messageEmpty`.
 */
export async function parseMessage(
  bytes: Uint8Array,
  mediaType?: MessageMediaType,
): Promise<ImportedMessage> {
  const { blocks, files, notes, ...header } = readMessage(bytes, mediaType)
  const body = blocksToDocument(withoutTitle(blocks, header.subject))
  const shownIds = new Set(imageFileIds(body))
  const subject = shortenTitle(header.subject)
  return {
    ...header,
    subject,
    lead: proposeLead(body),
    body,
    attachments: files
      // A picture that went with the signature or the thread is not an attachment either.
      .filter((file) => !file.isShown || shownIds.has(file.id))
      .map((file, index) => toAttachment(file, index + 1, shownIds.has(file.id))),
    notes: subject === header.subject ? notes : [...notes, { code: 'textShortened', target: 'title' }],
  }
}

/** Leaves out a first heading that only repeats the subject. */
function withoutTitle(blocks: MailBlock[], subject: string): MailBlock[] {
  const [first, ...rest] = blocks
  const isTitle = first?.type === 'heading' && textOfBlocks([first]).trim() === subject
  return isTitle && hasContent(rest) ? rest : blocks
}

function toAttachment({ id, part }: MessageFile, number: number, isInline: boolean): ImportedAttachment {
  const mediaType = part.type.value
  return {
    id,
    name: attachmentName(fileName(part), mediaType, number),
    mediaType,
    bytes: part.bytes,
    isInline,
  }
}

function shortenTitle(subject: string): string {
  if (subject.length <= maxTitleLength) return subject
  return `${subject.slice(0, maxTitleLength - 1).replace(/\s+\S*$/, '')}…`.toWellFormed()
}
