import type { RichTextDocument } from '../rich-text/contract.ts'
import { newBudget } from './block-writer.ts'
import { blocksToDocument } from './blocks-to-document.ts'
import { htmlToBlocks, type ResolveImage } from './html-to-blocks.ts'

/**
 * Turns HTML of any origin into a document that `parseDocument` accepts. Pictures are left out unless
 * `resolveImage` finds them.
 */
export function htmlToDocument(html: string, resolveImage: ResolveImage = () => undefined): RichTextDocument {
  return blocksToDocument(htmlToBlocks(html, newBudget(), resolveImage))
}
