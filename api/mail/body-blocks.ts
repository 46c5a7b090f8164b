import type { Budget } from './block-writer.ts'
import { decodeText } from './charset.ts'
import { htmlToBlocks } from './html-to-blocks.ts'
import type { MailBlock } from './mail-block.ts'
import type { BodyPiece, MessageContent } from './message-content.ts'
import { imageNode, isPicture, resolveImage, type MessageFile } from './message-images.ts'
import type { MessagePart } from './message-part.ts'
import { withoutPgp } from './pgp-text.ts'
import { textToBlocks } from './text-to-blocks.ts'

/**
 * The blocks of a message's body. Pictures shown are marked in `files`, and those written into the HTML are
 * added there.
 */
export function bodyBlocks(
  content: MessageContent,
  files: MessageFile[],
  budget: Budget,
  onRefused: (name: string) => void,
): { blocks: MailBlock[]; isEncrypted: boolean } {
  let isEncrypted = false
  const read = ({ kind, part }: BodyPiece): MailBlock[] => {
    const text = decodeText(part.bytes, part.type.parameters.get('charset') || htmlCharset(kind, part))
    if (kind === 'html' || /^\s*<(!doctype html|html)\b/i.test(text)) {
      return htmlToBlocks(text, budget, (image) => resolveImage(image, files, onRefused))
    }
    const readable = withoutPgp(text)
    isEncrypted ||= readable.isEncrypted
    return textToBlocks(readable.text, textFormat(part), budget)
  }
  const texts = content.body.map((piece) => (piece.kind === 'image' ? [] : read(piece)))
  // Only now is it known which pictures the text shows itself.
  const blocks = content.body.flatMap((piece, index) => {
    if (piece.kind !== 'image') return texts[index] ?? []
    const file = files.find(({ part }) => part === piece.part)
    return file === undefined || file.isShown || !isPicture(file.part) ? [] : [imageNode(file)]
  })
  return { blocks, isEncrypted }
}

/** The charset an HTML text names itself, for when the message does not. */
function htmlCharset(kind: BodyPiece['kind'], part: MessagePart): string {
  const beginning = new TextDecoder('windows-1252').decode(part.bytes.subarray(0, 2000))
  return (kind === 'html' && /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(beginning)?.[1]) || ''
}

function textFormat(part: MessagePart) {
  const { parameters } = part.type
  return {
    isFlowed: /^flowed$/i.test(parameters.get('format') ?? ''),
    isSpaceDeleted: /^yes$/i.test(parameters.get('delsp') ?? ''),
  }
}
