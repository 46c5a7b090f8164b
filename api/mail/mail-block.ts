import type { RichTextNode } from '../rich-text/contract.ts'
import { plainText } from '../text/plain-text.ts'

/**
 * A block of a message on its way to a document. Beside the blocks of the schema there are four kinds that
 * are gone when the document is made:
 * - `quotedThread` holds blocks quoted from an earlier message,
 * - `threadStart` marks the place after which everything is an earlier message,
 * - `signature` holds blocks the sender's program marked as a signature,
 * - `listLine` is a list item as Word writes it, `attrs` being `{ level, isOrdered, start }`.
 */
export type MailBlock = RichTextNode

/** The text of blocks, one line for each. */
export function textOfBlocks(blocks: MailBlock[]): string {
  return plainText({ type: 'doc', content: blocks })
}

/** Whether there is anything to read or look at. */
export function hasContent(blocks: MailBlock[]): boolean {
  return (
    blocks.some((block) => block.type === 'image' || hasContent(block.content ?? [])) ||
    /\S/.test(textOfBlocks(blocks))
  )
}
