import type { RichTextNode } from '../rich-text/contract.ts'
import { maxDocumentDepth } from '../rich-text/document.ts'
import {
  clean,
  endBlock,
  newWriter,
  spendNode,
  writeBlock,
  writeBreak,
  writeExactText,
  writeText,
  type BlockWriter,
  type Budget,
} from './block-writer.ts'
import {
  groupListLines,
  isWordMarker,
  list,
  listItem,
  withoutTypedMarker,
  wordListLine,
} from './html-list.ts'
import { formattingInside, isHidden, plainFormatting, type Formatting } from './html-style.ts'
import { isDataTable, span, tableRows } from './html-table.ts'
import { elementsBelow, isElement, parseHtml, type HtmlElement, type HtmlNode } from './html-tree.ts'
import { linkAddress } from './link-address.ts'
import { hasContent, type MailBlock } from './mail-block.ts'
import { threadRole } from './thread-marks.ts'

/** Finds the picture an `<img>` shows; undefined when it cannot be shown. */
export type ResolveImage = (image: HtmlElement) => RichTextNode | undefined

/** Turns the HTML of a message into blocks. Whatever it is, the result fits the schema and the budget. */
export function htmlToBlocks(html: string, budget: Budget, resolveImage: ResolveImage): MailBlock[] {
  const { root, isShortened } = parseHtml(html)
  if (isShortened) budget.isExceeded = true
  return readBlocks(root.children, { budget, resolveImage, depth: 1, formatting: plainFormatting })
}

interface Context {
  budget: Budget
  resolveImage: ResolveImage
  /** Levels of nodes above the blocks being written; the document is 1. */
  depth: number
  formatting: Formatting
}

interface InlineContext extends Context {
  writer: BlockWriter
  /** Blanks and line breaks count, as inside `<pre>`. */
  isExact?: boolean
}

/** Levels that a paragraph and its text need below a container. */
const leafLevels = 2

const fits = (context: Context, levels: number) => context.depth + levels + leafLevels <= maxDocumentDepth

function readBlocks(nodes: HtmlNode[], context: Context, block?: BlockWriter['block']): MailBlock[] {
  const writer = newWriter(context.budget)
  if (block !== undefined) writer.block = block
  readNodes(nodes, { ...context, writer })
  endBlock(writer)
  const levelsLeft = Math.floor((maxDocumentDepth - leafLevels - context.depth) / 2)
  return groupListLines(writer.blocks, levelsLeft)
}

function readNodes(nodes: HtmlNode[], context: InlineContext) {
  for (const node of nodes) {
    if (isElement(node)) readElement(node, context)
    else if (context.isExact) writeLines(node, context)
    else writeText(context.writer, node, context.formatting)
  }
}

function writeLines(text: string, context: InlineContext) {
  for (const [index, line] of clean(text)
    .split(/\r\n?|\n/)
    .entries()) {
    if (index > 0) writeBreak(context.writer)
    writeExactText(context.writer, line, context.formatting)
  }
}

const blockNames = new Set(
  `address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer form header
  html legend li main nav p section summary tbody td tfoot th thead tr`.split(/\s+/),
)

function readElement(element: HtmlElement, context: InlineContext) {
  if (isHidden(element) || isWordMarker(element)) return
  const role = context.depth === 1 ? threadRole(element) : undefined
  if (role !== undefined) {
    readMarked(role, element, context)
    return
  }
  const reader = readers[element.name]
  if (reader !== undefined) reader(element, context)
  else if (blockNames.has(element.name)) readBlock(element, context)
  else readNodes(element.children, { ...context, formatting: formattingInside(element, context.formatting) })
}

const readers: Record<string, (element: HtmlElement, context: InlineContext) => void> = {
  a: readLink,
  br: (_, { writer }) => writeBreak(writer),
  hr: (_, { writer }) => writeBlock(writer, { type: 'horizontalRule' }),
  img: readImage,
  h1: readHeading,
  h2: readHeading,
  h3: readHeading,
  h4: readHeading,
  h5: readHeading,
  h6: readHeading,
  p: readParagraph,
  pre: readExact,
  listing: readExact,
  xmp: readExact,
  ul: readList,
  ol: readList,
  menu: readList,
  dir: readList,
  blockquote: readQuote,
  table: readTable,
}

function readMarked(role: string, element: HtmlElement, context: InlineContext) {
  endBlock(context.writer)
  if (role === 'threadStart') {
    writeBlock(context.writer, { type: 'threadStart' })
    readNodes(element.children, context)
    endBlock(context.writer)
    return
  }
  const content = readBlocks(element.children, context)
  if (content.length > 0) writeBlock(context.writer, { type: role, content })
}

function readBlock(element: HtmlElement, context: InlineContext) {
  endBlock(context.writer)
  readNodes(element.children, { ...context, formatting: formattingInside(element, context.formatting) })
  endBlock(context.writer)
}

function readLink(element: HtmlElement, context: InlineContext) {
  const href = linkAddress(element.attributes.href ?? '') ?? ''
  const formatting = { ...formattingInside(element, context.formatting), href }
  readNodes(element.children, { ...context, formatting })
}

function readImage(element: HtmlElement, { writer, budget, resolveImage }: InlineContext) {
  const image = resolveImage(element)
  if (image !== undefined && spendNode(budget)) writeBlock(writer, image)
}

function readHeading(element: HtmlElement, context: InlineContext) {
  endBlock(context.writer)
  const level = Math.min(4, Number(element.name.slice(1)) + 1)
  const heading = { type: 'heading', attrs: { level } } as const
  for (const block of readBlocks(element.children, context, heading)) writeBlock(context.writer, block)
}

function readParagraph(element: HtmlElement, context: InlineContext) {
  const line = wordListLine(element)
  if (line === undefined || !fits(context, 2)) {
    readBlock(element, context)
    return
  }
  // Grouping puts it deeper than it stands here, so nothing in it may nest.
  const flat = { ...context, depth: maxDocumentDepth }
  const content = withoutTypedMarker(readBlocks(element.children, flat))
  if (content.length > 0) writeBlock(context.writer, { type: 'listLine', attrs: { ...line }, content })
}

function readExact(element: HtmlElement, context: InlineContext) {
  endBlock(context.writer)
  readNodes(element.children, { ...context, isExact: true })
  endBlock(context.writer)
}

function readList(element: HtmlElement, context: InlineContext) {
  if (!fits(context, 2)) {
    readBlock(element, context)
    return
  }
  const inside = { ...context, depth: context.depth + 2 }
  const items: RichTextNode[] = []
  for (const child of element.children) {
    const isItem = isElement(child) && child.name === 'li'
    const isNested = isElement(child) && (child.name === 'ul' || child.name === 'ol')
    const blocks = readBlocks(isItem ? child.children : [child], inside)
    const previous = items.at(-1)
    if (blocks.length === 0) continue
    // A list directly inside a list belongs to the item before it.
    if (isNested && previous?.content !== undefined) previous.content.push(...blocks)
    else items.push(listItem(blocks))
  }
  const start = Number(element.attributes.start ?? 1)
  if (items.length > 0) writeBlock(context.writer, list(element.name === 'ol', start, items))
}

function readQuote(element: HtmlElement, context: InlineContext) {
  if (!fits(context, 1)) {
    readBlock(element, context)
    return
  }
  const content = readBlocks(element.children, { ...context, depth: context.depth + 1 })
  if (content.length > 0) writeBlock(context.writer, { type: 'blockquote', content })
}

function readTable(element: HtmlElement, context: InlineContext) {
  const rows = tableRows(element)
  const cellCount = rows.flat().length
  if (!fits(context, 3) || !isDataTable(element, rows) || context.budget.nodes < cellCount * 3) {
    readBlock(element, context)
    return
  }
  for (const caption of elementsBelow(element, new Set(['caption']))) readBlock(caption, context)
  const inside = { ...context, depth: context.depth + 3 }
  const content = rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((cell) => readCell(cell, inside)),
  }))
  if (hasContent(content)) writeBlock(context.writer, { type: 'table', content })
}

function readCell(cell: HtmlElement, context: Context): RichTextNode {
  context.budget.nodes -= 2
  const blocks = readBlocks(cell.children, { ...context, formatting: plainFormatting })
  return {
    type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: span(cell, 'colspan'), rowspan: span(cell, 'rowspan') },
    content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
  }
}
