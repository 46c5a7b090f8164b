import type { RichTextNode } from '../rich-text/contract.ts'
import { isBlank } from './block-writer.ts'
import { elementsBelow, textOf, type HtmlElement } from './html-tree.ts'
import { styleOf } from './html-style.ts'
import type { MailBlock } from './mail-block.ts'

/** A list item from its blocks: the first must be a paragraph. */
export function listItem(blocks: MailBlock[]): RichTextNode {
  const [first, ...rest] = blocks
  if (first?.type === 'paragraph') return { type: 'listItem', content: blocks }
  if (first?.type === 'heading') {
    return { type: 'listItem', content: [{ type: 'paragraph', content: first.content }, ...rest] }
  }
  return { type: 'listItem', content: [{ type: 'paragraph' }, ...blocks] }
}

/** A list, numbered from `start` when it is ordered. */
export function list(isOrdered: boolean, start: number, items: RichTextNode[]): RichTextNode {
  if (!isOrdered) return { type: 'bulletList', content: items }
  const isAllowed = Number.isInteger(start) && start >= 1 && start <= 9999
  return { type: 'orderedList', attrs: { start: isAllowed ? start : 1 }, content: items }
}

/** What Word says about a paragraph that it shows as a list item. */
export interface WordListLine {
  /** 1 is the outermost. */
  level: number
  isOrdered: boolean
  start: number
}

/** Word does not write lists as lists; it marks paragraphs. Undefined for an ordinary paragraph. */
export function wordListLine(element: HtmlElement): WordListLine | undefined {
  const style = styleOf(element)
  const [, level] = /;mso-list:[^;]*\blevel(\d)/.exec(style) ?? []
  if (level === undefined && !/\bMsoListParagraph/.test(element.attributes.class ?? '')) return undefined
  const markerElement = elementsBelow(element, new Set(['span'])).find(isWordMarker)
  const marker = markerElement ? textOf(markerElement).trim() : typedMarker(textOf(element))
  if (marker === '') return undefined
  const [number] = /\d+/.exec(marker) ?? []
  return {
    level: Number(level ?? 1),
    isOrdered: /^\(?(\d+|[a-zæøå]|[ivxl]+)[.)]/i.test(marker),
    start: Number(number ?? 1),
  }
}

/** The element in which Word writes a list item's bullet or number; never part of the text. */
export function isWordMarker(element: HtmlElement): boolean {
  return /;mso-list:ignore/.test(styleOf(element))
}

/** A bullet and blanks at the beginning: what is left when another program has removed Word's marks. */
const typedBullet = /^\s*([·•▪§o-]|\(?\d{1,3}[.)])[\s\u00a0]{2,}/

function typedMarker(text: string): string {
  return typedBullet.exec(text)?.[1] ?? ''
}

/** The blocks of a list line without the bullet that stands in the text. */
export function withoutTypedMarker(blocks: MailBlock[]): MailBlock[] {
  const [first, ...rest] = blocks
  const [text, ...others] = first?.content ?? []
  const shortened = text?.text?.replace(/^([·•▪§o-]|\(?\d{1,3}[.)])[\s\u00a0]+/, '')
  if (first === undefined || text === undefined || shortened === undefined) return blocks
  const content = shortened === '' || isBlank(shortened) ? others : [{ ...text, text: shortened }, ...others]
  return content.length > 0 ? [{ ...first, content }, ...rest] : rest
}

/** Turns runs of `listLine` blocks into lists, nested no deeper than `maxLevels`. */
export function groupListLines(blocks: MailBlock[], maxLevels: number): MailBlock[] {
  const grouped: MailBlock[] = []
  for (let i = 0; i < blocks.length;) {
    const end = blocks.findIndex((block, at) => at >= i && block.type !== 'listLine')
    const stop = end < 0 ? blocks.length : end
    if (stop > i) grouped.push(...nest(blocks.slice(i, stop), 1, maxLevels))
    const next = blocks[stop]
    if (next !== undefined) grouped.push(next)
    i = stop + 1
  }
  return grouped
}

function nest(lines: MailBlock[], level: number, maxLevels: number): MailBlock[] {
  if (maxLevels < 1) return lines.flatMap((line) => line.content ?? [])
  const lists: { node: RichTextNode; items: MailBlock[]; isOrdered: boolean }[] = []
  for (let i = 0; i < lines.length;) {
    const line = lines[i]
    const below = lines.findIndex((other, at) => at > i && levelOf(other) <= level)
    const stop = level < maxLevels ? (below < 0 ? lines.length : below) : i + 1
    const content = [...(line?.content ?? []), ...nest(lines.slice(i + 1, stop), level + 1, maxLevels)]
    const isOrdered = line?.attrs?.isOrdered === true
    const current = lists.at(-1)
    const item = listItem(content)
    if (current?.isOrdered === isOrdered) current.items.push(item)
    else {
      const items = [item]
      lists.push({ node: list(isOrdered, Number(line?.attrs?.start ?? 1), items), items, isOrdered })
    }
    i = stop
  }
  return lists.map(({ node }) => node)
}

function levelOf(line: MailBlock): number {
  return Number(line.attrs?.level ?? 1)
}
