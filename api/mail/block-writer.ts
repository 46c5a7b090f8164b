import type { RichTextMark, RichTextNode } from '../rich-text/contract.ts'
import { plainFormatting, type Formatting } from './html-style.ts'

/** How much a converted body may become: well inside what `parseDocument` takes. */
const maxNodes = 8000
const maxText = 120_000

/** What is left to write, shared by all writers of one message. */
export interface Budget {
  nodes: number
  text: number
  /** Set when something had to be left out. */
  isExceeded: boolean
}

export const newBudget = (): Budget => ({ nodes: maxNodes, text: maxText, isExceeded: false })

/** Collects blocks, and the inline content of the block being written. */
export interface BlockWriter {
  blocks: RichTextNode[]
  inline: RichTextNode[]
  budget: Budget
  /** The kind of block that inline content becomes. */
  block: { type: 'paragraph' | 'heading'; attrs?: Record<string, unknown> }
}

export const newWriter = (budget: Budget): BlockWriter => ({
  blocks: [],
  inline: [],
  budget,
  block: { type: 'paragraph' },
})

/** Nothing to see: spaces of any kind, and characters without a width. */
export const isBlank = (text: string) => /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text)

/** Appends text; runs of blanks become one space, as browsers show them. */
export function writeText(writer: BlockWriter, text: string, formatting: Formatting = plainFormatting) {
  const last = writer.inline.at(-1)
  const isAtStart = last === undefined || last.type === 'hardBreak' || last.text?.endsWith(' ') === true
  const collapsed = clean(text)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/[ \u00a0]{2,}/g, ' ')
  const shown = isAtStart ? collapsed.replace(/^ /, '') : collapsed
  writeExactText(writer, shown, formatting)
}

/** Appends text as it is. */
export function writeExactText(writer: BlockWriter, text: string, formatting: Formatting = plainFormatting) {
  const { budget } = writer
  // An address counts like text: both have to fit in the document.
  const room = Math.max(0, budget.text - formatting.href.length)
  const shown = text.length <= room ? text : text.slice(0, room).replace(/[\ud800-\udbff]$/, '')
  if (shown.length < text.length) budget.isExceeded = true
  if (shown === '' || !spendNode(budget)) return
  budget.text -= shown.length + formatting.href.length
  const marks = toMarks(formatting)
  writer.inline.push({ type: 'text', text: shown, ...(marks.length > 0 && { marks }) })
}

export function writeBreak(writer: BlockWriter) {
  if (spendNode(writer.budget)) writer.inline.push({ type: 'hardBreak' })
}

/**
 * Ends the block being written. Two or more line breaks in a row end a block too; blank blocks are left
 * out.
 */
export function endBlock(writer: BlockWriter) {
  const { inline } = writer
  writer.inline = []
  let content: RichTextNode[] = []
  let breaks: RichTextNode[] = []
  const finish = () => {
    const trimmed = trimEnd(content)
    if (trimmed.length > 0) pushBlock(writer, { ...writer.block, content: trimmed })
    content = []
  }
  for (const node of inline) {
    if (node.type === 'hardBreak') breaks.push(node)
    // A blank between two breaks is no line, but between two words it is a space.
    else if (isBlank(node.text ?? '') && (content.length === 0 || breaks.length > 0)) continue
    else {
      if (breaks.length > 1) finish()
      else if (content.length > 0 && breaks.length > 0) content = [...trimEnd(content), ...breaks]
      breaks = []
      content.push(node)
    }
  }
  finish()
}

/** Appends a finished block. */
export function writeBlock(writer: BlockWriter, block: RichTextNode) {
  endBlock(writer)
  pushBlock(writer, block)
}

/**
 * Blocks are paid for but never refused: what they hold was allowed already, and nothing may be lost
 * half-way.
 */
function pushBlock(writer: BlockWriter, block: RichTextNode) {
  writer.budget.nodes--
  writer.blocks.push(block)
}

function trimEnd(content: RichTextNode[]): RichTextNode[] {
  const last = content.at(-1)
  const text = last?.text?.trimEnd() ?? ''
  if (last === undefined || text === last.text) return content
  const rest = content.slice(0, -1)
  return text === '' ? trimEnd(rest) : [...rest, { ...last, text }]
}

/** Pays for a node; false when there is nothing left to pay with. */
export function spendNode(budget: Budget): boolean {
  if (budget.nodes <= 0) {
    budget.isExceeded = true
    return false
  }
  budget.nodes--
  return true
}

/** Takes away what cannot be stored or has no place in a text. */
export function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\u200b\ufeff]/g, '')
}

function toMarks({ bold, italic, strike, code, href }: Formatting): RichTextMark[] {
  const link: RichTextMark[] = href === '' ? [] : [{ type: 'link', attrs: { href } }]
  // The schema lets code stand with nothing else.
  if (code && href === '') return [{ type: 'code' }]
  return [
    ...link,
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
    ...(strike ? [{ type: 'strike' }] : []),
  ]
}
