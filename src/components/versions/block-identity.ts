import type { RichTextNode } from '#api/rich-text/contract.ts'
import { inlineKey, inlinePieces, isInlineWord } from './diff-inline.ts'

/**
 * What kind of block it is when versions are compared. A paragraph that was made a heading, or a list that was given
 * numbers, is the same block with a new look.
 */
export function blockFamily({ type }: RichTextNode): string {
  if (type === 'paragraph' || type === 'heading' || type === 'codeBlock') return 'text'
  if (type === 'bulletList' || type === 'orderedList') return 'list'
  return type === 'tableHeader' ? 'tableCell' : type
}

/** Equal for blocks that say the same; their look may differ. */
export function blockKey(block: RichTextNode): string {
  const family = blockFamily(block)
  const content = block.content ?? []
  switch (family) {
    case 'text':
      return `text ${JSON.stringify(inlinePieces(content).map(inlineKey))}`
    case 'image':
      return `image ${JSON.stringify([block.attrs?.fileId, block.attrs?.alt])}`
    case 'tableCell':
      return `tableCell ${cellSpan(block)} [${content.map(blockKey).join()}]`
    default:
      return `${family} [${content.map(blockKey).join()}]`
  }
}

/** How many columns and rows a cell covers: `1×1`. */
export const cellSpan = ({ attrs }: RichTextNode): string => `${span(attrs?.colspan)}×${span(attrs?.rowspan)}`

const span = (value: unknown) => (typeof value === 'number' ? value : 1)

/** How often each word is in a block. */
export function wordCounts(block: RichTextNode): Map<string, number> {
  const counts = new Map<string, number>()
  const collect = (node: RichTextNode) => {
    if (blockFamily(node) !== 'text') return node.content?.forEach(collect)
    for (const piece of inlinePieces(node.content ?? []).filter(isInlineWord)) {
      const key = piece.text?.toLowerCase() ?? inlineKey(piece)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  collect(block)
  return counts
}
