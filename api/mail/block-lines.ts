import type { RichTextNode } from '../rich-text/contract.ts'
import { textOfBlocks, type MailBlock } from './mail-block.ts'

/** A line of text among blocks: one of a paragraph's lines, or a whole block of another kind. */
export interface BlockLine {
  /** Index of the block. */
  block: number
  /** Index of the line's first inline node in the block; 0 for a whole block. */
  inline: number
  /** Without blanks at the ends. */
  text: string
  type: string
}

/** The lines of blocks, in order. Blocks inside blocks are one line each. */
export function linesOf(blocks: MailBlock[]): BlockLine[] {
  return blocks.flatMap((node, block) => {
    const { type } = node
    if (type !== 'paragraph') return [{ block, inline: 0, text: textOfBlocks([node]).trim(), type }]
    return splitAtBreaks(node.content ?? []).map(({ start, nodes }) => ({
      block,
      inline: start,
      text: nodes
        .map((piece) => piece.text ?? '')
        .join('')
        .replaceAll('\u00a0', ' ')
        .trim(),
      type,
    }))
  })
}

function splitAtBreaks(content: RichTextNode[]): { start: number; nodes: RichTextNode[] }[] {
  const lines: { start: number; nodes: RichTextNode[] }[] = [{ start: 0, nodes: [] }]
  for (const [index, node] of content.entries()) {
    if (node.type === 'hardBreak') lines.push({ start: index + 1, nodes: [] })
    else lines.at(-1)?.nodes.push(node)
  }
  return lines
}

/** The blocks before a line. */
export function blocksBefore(blocks: MailBlock[], line: BlockLine): MailBlock[] {
  const whole = blocks.slice(0, line.block)
  const split = blocks[line.block]
  // The node before a line's first one is the break that ends the line before it.
  const content = split?.content?.slice(0, Math.max(0, line.inline - 1)) ?? []
  return split !== undefined && content.length > 0 ? [...whole, { ...split, content }] : whole
}

/** The blocks from a line on. */
export function blocksFrom(blocks: MailBlock[], line: BlockLine | undefined): MailBlock[] {
  const split = line === undefined ? undefined : blocks[line.block]
  if (line === undefined || split === undefined) return []
  const rest = blocks.slice(line.block + 1)
  if (line.inline === 0) return [split, ...rest]
  return [{ ...split, content: split.content?.slice(line.inline) }, ...rest]
}
