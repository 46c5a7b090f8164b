import type { RichTextNode } from '../rich-text/contract.ts'
import {
  endBlock,
  newWriter,
  writeBlock,
  writeBreak,
  writeText,
  type BlockWriter,
  type Budget,
} from './block-writer.ts'
import { plainFormatting } from './html-style.ts'
import { list, listItem } from './html-list.ts'
import { linkAddress } from './link-address.ts'
import type { MailBlock } from './mail-block.ts'
import { joinFlowedLines, joinWrappedLines, wrapWidth } from './text-wrapping.ts'

/** How a plain text says its lines are to be read (RFC 3676). */
export interface TextFormat {
  isFlowed: boolean
  /** The blank at the end of a flowed line is not part of the text. */
  isSpaceDeleted: boolean
}

/** Longest plain text read, in characters. */
const maxTextLength = 400_000

/**
 * Turns a plain text into blocks: paragraphs at blank lines, lists where lines begin like one, quoted lines
 * apart.
 */
export function textToBlocks(text: string, format: TextFormat, budget: Budget): MailBlock[] {
  if (text.length > maxTextLength) budget.isExceeded = true
  const raw = text.slice(0, maxTextLength).split(/\r\n?|\n/)
  const lines = format.isFlowed ? joinFlowedLines(raw, format.isSpaceDeleted) : raw
  return readLines(lines, format.isFlowed ? Infinity : wrapWidth(raw), newWriter(budget))
}

const quotePrefix = /^>+ ?/

function readLines(lines: string[], width: number, writer: BlockWriter): MailBlock[] {
  for (const { isQuote, group } of groupLines(lines)) {
    if (isQuote) {
      const inside = group.map((line) => line.replace(quotePrefix, ''))
      const content = readLines(inside, width, newWriter(writer.budget)).flatMap(flatten)
      if (content.length > 0) writeBlock(writer, { type: 'quotedThread', content })
    } else writeParagraph(writer, group, width)
  }
  return writer.blocks
}

/** Lines that belong together: quoted lines, or lines without a blank one between them. */
function groupLines(lines: string[]): { isQuote: boolean; group: string[] }[] {
  const groups: { isQuote: boolean; group: string[] }[] = []
  let isNew = true
  for (const line of lines) {
    const isQuote = line.startsWith('>')
    const last = groups.at(-1)
    if (line.trim() === '') isNew = true
    else if (isNew || last?.isQuote !== isQuote) groups.push({ isQuote, group: [line] })
    else last.group.push(line)
    isNew = line.trim() === ''
  }
  return groups
}

/** Quotes inside quotes lie next to each other. */
function flatten(block: MailBlock): MailBlock[] {
  return block.type === 'quotedThread' ? (block.content ?? []) : [block]
}

const bullet = /^\s*[-*•·–]\s+(?=\S)/
const number = /^\s*(\d{1,3})[.)]\s+(?=\S)/

function writeParagraph(writer: BlockWriter, lines: string[], width: number) {
  const kinds = lines.map((line) => (bullet.test(line) ? 'bullet' : number.test(line) ? 'number' : ''))
  // A single line that begins with a dash or a number is more likely a sentence than a list.
  const kind = (['bullet', 'number'] as const).find(
    (name) => kinds.filter((other) => other === name).length > 1,
  )
  const first = kind === undefined ? lines.length : kinds.indexOf(kind)
  writeTextLines(writer, lines.slice(0, first), width)
  if (kind !== undefined) writeList(writer, lines.slice(first), kind, width)
}

function writeList(writer: BlockWriter, lines: string[], kind: 'bullet' | 'number', width: number) {
  const marker = kind === 'bullet' ? bullet : number
  const items: string[][] = []
  for (const line of lines) {
    if (marker.test(line)) items.push([line.replace(marker, '')])
    else items.at(-1)?.push(line.trim())
  }
  const start = Number(number.exec(lines[0] ?? '')?.[1] ?? 1)
  const nodes = items.flatMap((item): RichTextNode[] => {
    const inside = newWriter(writer.budget)
    writeTextLines(inside, item, width)
    return inside.blocks.length > 0 ? [listItem(inside.blocks)] : []
  })
  if (nodes.length > 0) writeBlock(writer, list(kind === 'number', start, nodes))
}

function writeTextLines(writer: BlockWriter, lines: string[], width: number) {
  for (const [index, line] of joinWrappedLines(lines, width).entries()) {
    if (index > 0) writeBreak(writer)
    writeLinkedText(writer, line)
  }
  endBlock(writer)
}

const address = /<?((?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>?/gi

/** Writes text whose web and mail addresses become links. */
function writeLinkedText(writer: BlockWriter, line: string) {
  let end = 0
  for (const match of line.matchAll(address)) {
    const shown = withoutPunctuation(match[1] ?? '')
    const start = match.index + match[0].indexOf(shown)
    const href = linkAddress(withScheme(shown))
    if (href === undefined) continue
    // Brackets around a web address are there to mark it off; around a mail address they belong to the text.
    const isBracketed = match[0].startsWith('<') && match[0].endsWith('>') && !href.startsWith('mailto:')
    writeText(writer, line.slice(end, isBracketed ? match.index : start))
    writeText(writer, shown, { ...plainFormatting, href })
    end = isBracketed ? match.index + match[0].length : start + shown.length
  }
  writeText(writer, line.slice(end))
}

/** An address without the signs at its end, which belong to the sentence. */
function withoutPunctuation(address: string): string {
  let end = address.length
  while (end > 0 && ").,;:!?'»".includes(address.charAt(end - 1))) end--
  return address.slice(0, end)
}

function withScheme(shown: string): string {
  if (/^www\./i.test(shown)) return `https://${shown}`
  return shown.includes('://') ? shown : `mailto:${shown}`
}
