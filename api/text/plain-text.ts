import type { RichTextDocument, RichTextNode } from '../rich-text/contract.ts'

/** A piece of a document's plain text, and where it stands in the document. */
export interface PlainTextSegment {
  /** First character in the plain text. */
  start: number
  /** One past the last character in the plain text. */
  end: number
  /** ProseMirror position of the piece: the same number the editor uses for it. */
  position: number
  /**
   * A piece from an `image` is its alternative text, one from a `mention` the name after `@`; in the document both
   * have size 1.
   */
  source: 'text' | 'image' | 'mention'
}

/**
 * The text of a document: blocks and line breaks are separated by a line feed, table cells by a tab, images
 * are their alternative text, mentions are `@` and the name, and empty blocks leave nothing behind. The guard's offsets count in this
 * text.
 */
export function plainText(doc: RichTextDocument): string {
  return readDocument(doc).text
}

/** Where each piece of `plainText(doc)` stands in the document, in order. */
export function plainTextSegments(doc: RichTextDocument): PlainTextSegment[] {
  return readDocument(doc).segments
}

/**
 * The document range (ProseMirror positions) that shows the characters `start` to `end` of
 * `plainText(doc)`, for highlighting; undefined when no text stands there.
 */
export function documentRange(
  doc: RichTextDocument,
  start: number,
  end: number,
): { from: number; to: number } | undefined {
  const touched = plainTextSegments(doc).filter((segment) => segment.start < end && segment.end > start)
  const first = touched[0]
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return undefined
  return { from: first.position + offsetInside(first, start), to: last.position + lengthInside(last, end) }
}

function offsetInside(segment: PlainTextSegment, start: number): number {
  return segment.source !== 'text' ? 0 : Math.max(0, start - segment.start)
}

function lengthInside(segment: PlainTextSegment, end: number): number {
  return segment.source !== 'text' ? 1 : Math.min(segment.end, end) - segment.start
}

interface Reading {
  text: string
  segments: PlainTextSegment[]
  /** Written before the next piece of text. The outermost boundary passed since the last piece decides. */
  separator: { text: string; depth: number }
}

const noSeparator = { text: '', depth: Infinity }

function readDocument(doc: RichTextDocument): Reading {
  const reading: Reading = { text: '', segments: [], separator: noSeparator }
  readContent(reading, doc.content ?? [], 0, 0)
  return reading
}

/** Reads sibling nodes that begin at `position`, and returns the position after them. */
function readContent(reading: Reading, nodes: RichTextNode[], position: number, depth: number): number {
  for (const [index, node] of nodes.entries()) {
    if (index > 0 && !isInline(node)) separate(reading, isCell(node) ? '\t' : '\n', depth)
    position = readNode(reading, node, position, depth)
  }
  return position
}

function readNode(reading: Reading, node: RichTextNode, position: number, depth: number): number {
  switch (node.type) {
    case 'text':
      return position + write(reading, node.text ?? '', position, 'text')
    case 'image':
      write(reading, typeof node.attrs?.alt === 'string' ? node.attrs.alt : '', position, 'image')
      return position + 1
    case 'mention':
      write(reading, typeof node.attrs?.label === 'string' ? `@${node.attrs.label}` : '', position, 'mention')
      return position + 1
    case 'hardBreak':
      separate(reading, '\n', depth)
      return position + 1
    case 'horizontalRule':
      return position + 1
    default:
      return readContent(reading, node.content ?? [], position + 1, depth + 1) + 1
  }
}

const inlineTypes = new Set(['text', 'hardBreak', 'mention'])
const isInline = (node: RichTextNode) => inlineTypes.has(node.type)
const isCell = (node: RichTextNode) => node.type === 'tableCell' || node.type === 'tableHeader'

function separate(reading: Reading, text: string, depth: number) {
  if (depth <= reading.separator.depth) reading.separator = { text, depth }
}

/** Appends a piece, after the separator that is due, and returns its length. */
function write(reading: Reading, text: string, position: number, source: PlainTextSegment['source']): number {
  if (text === '') return 0
  if (reading.text !== '') reading.text += reading.separator.text
  reading.separator = noSeparator
  const start = reading.text.length
  reading.text += text
  reading.segments.push({ start, end: reading.text.length, position, source })
  return text.length
}
