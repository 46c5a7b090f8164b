import { Node, type Schema } from '@tiptap/pm/model'
import { type ApiError, unprocessable } from '../http/errors.ts'
import { plainText } from '../text/plain-text.ts'
import { safeHref } from '../text/safe-url.ts'
import type { RichTextDocument, RichTextMark, RichTextNode } from './contract.ts'
import { richTextSchema, shortTextSchema } from './schema.ts'
import { checkTables } from './table-limits.ts'

/** Most levels of nodes, the document itself included: 14 fit in the JSON depth a request body may have. */
export const maxDocumentDepth = 14
/** Most nodes of a document. */
export const maxNodeCount = 20_000
/** Most text in a document, in UTF-16 units; alternative texts, names and link addresses count too. */
export const maxTextLength = 200_000
/** Most nodes of a short text. */
export const maxShortTextNodeCount = 2_000

/** What a text may be: its schema and its limits. */
export interface DocumentProfile {
  schema: Schema
  maxNodeCount: number
  /** Most characters of plain text, in UTF-16 units, where that is less than `maxTextLength`. */
  maxPlainTextLength?: number
}

/** Everything that can be written: the body of a post, an article. */
export const wholeDocument: DocumentProfile = { schema: richTextSchema, maxNodeCount }

/** A short text, such as a comment, of at most `maxLength` characters of plain text. */
export function shortText(maxLength: number): DocumentProfile {
  return { schema: shortTextSchema, maxNodeCount: maxShortTextNodeCount, maxPlainTextLength: maxLength }
}

/**
 * Checks a document from outside against the profile's schema and gives it back in its normal form: unknown
 * attributes are gone, links are normalised, equal neighbouring pieces of text are joined. What this
 * returns is accepted, unchanged, when it comes back.
 *
 * Directional characters stay: Arabic and Hebrew need them, and their effect ends with the paragraph.
 * @throws 422 `invalidContent` with one detail for `body`: `tooLong` over the limits, `unsafeLink`
 *   for an address `safeHref` refuses, otherwise `malformedValue`.
 */
export function parseDocument(value: unknown, profile: DocumentProfile = wholeDocument): RichTextDocument {
  const copy = copyNode(value, 1, {
    nodesLeft: profile.maxNodeCount,
    textLeft: maxTextLength,
    profile,
  })
  if (copy.type !== 'doc') throw invalid('malformedValue', 'The root must be a doc.')
  const document = fit(copy, profile.schema)
  const max = profile.maxPlainTextLength
  if (max !== undefined && plainText(document).length > max) throw tooLong(max)
  return document
}

/** The normal form of a copied document. @throws 422 when it does not fit the schema. */
function fit(copy: RichTextNode, schema: Schema): RichTextDocument {
  try {
    const node = Node.fromJSON(schema, copy)
    node.check()
    checkTables(node)
    // toJSON is typed any; a checked node whose type is doc has this shape.
    return node.toJSON() as RichTextDocument
  } catch (error) {
    // The library's own message may repeat pieces of the text.
    if (error instanceof RangeError) throw invalid('malformedValue', 'The document does not fit the schema.')
    throw error
  }
}

/** The files a document shows, each once, in the order they first appear. */
export function imageFileIds(doc: RichTextDocument): string[] {
  return attributeValues(doc, 'image', 'fileId')
}

/** The people a document mentions, each once, in the order they first appear. */
export function mentionedUserIds(doc: RichTextDocument): string[] {
  return attributeValues(doc, 'mention', 'id')
}

function attributeValues(doc: RichTextDocument, type: string, name: string): string[] {
  const values = new Set<string>()
  const collect = (node: RichTextNode) => {
    const value = node.type === type ? node.attrs?.[name] : undefined
    if (typeof value === 'string') values.add(value)
    node.content?.forEach(collect)
  }
  doc.content?.forEach(collect)
  return [...values]
}

function tooLong(max: number): ApiError {
  return invalid('tooLong', `The text is longer than ${max} characters.`)
}

function invalid(code: string, message: string): ApiError {
  return unprocessable('invalidContent', 'The document is not valid.', [{ code, target: 'body', message }])
}

interface Budget {
  nodesLeft: number
  textLeft: number
  profile: DocumentProfile
}

/** Copies only what the schema knows about, counting as it goes, before any library sees the value. */
function copyNode(value: unknown, depth: number, budget: Budget): RichTextNode {
  if (!isObject(value) || typeof value.type !== 'string') {
    throw invalid('malformedValue', 'A node must be an object with a type.')
  }
  if (depth > maxDocumentDepth) throw invalid('tooLong', `Nodes are nested over ${maxDocumentDepth} levels.`)
  countNode(budget)
  const { type, attrs, content, marks, text } = value
  const copy: RichTextNode = { type }
  if (typeof text === 'string') copy.text = spend(text, budget)
  if (attrs !== undefined && attrs !== null) copy.attrs = copyAttributes(type, attrs, budget)
  if (marks !== undefined) copy.marks = asArray(marks).map((mark) => copyMark(mark, budget))
  if (content !== undefined) {
    copy.content = asArray(content).map((child) => copyNode(child, depth + 1, budget))
  }
  return copy
}

function copyMark(value: unknown, budget: Budget): RichTextMark {
  if (!isObject(value) || typeof value.type !== 'string') {
    throw invalid('malformedValue', 'A mark must be an object with a type.')
  }
  countNode(budget)
  if (value.type !== 'link') return { type: value.type }
  const href = isObject(value.attrs) && typeof value.attrs.href === 'string' ? value.attrs.href : ''
  const safe = safeHref(href)
  if (safe === undefined) throw invalid('unsafeLink', 'A link has an address that is not allowed.')
  return { type: 'link', attrs: { href: spend(safe, budget) } }
}

function copyAttributes(type: string, value: unknown, budget: Budget): Record<string, unknown> {
  if (!isObject(value)) throw invalid('malformedValue', 'Attributes must be an object.')
  if (typeof value.alt === 'string') spend(value.alt, budget)
  if (typeof value.label === 'string') spend(value.label, budget)
  // One person is one id, however it is written.
  return type === 'mention' && typeof value.id === 'string'
    ? { ...value, id: value.id.toLowerCase() }
    : { ...value }
}

function countNode(budget: Budget) {
  if (--budget.nodesLeft >= 0) return
  throw invalid('tooLong', `There are more than ${budget.profile.maxNodeCount} nodes.`)
}

/** Counts a text, and refuses what the database cannot hold. */
function spend(text: string, budget: Budget): string {
  budget.textLeft -= text.length
  if (budget.textLeft < 0) throw tooLong(maxTextLength)
  if (text.includes('\u0000') || !text.isWellFormed()) {
    throw invalid('malformedValue', 'The text has characters that cannot be stored.')
  }
  return text
}

function asArray(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalid('malformedValue', 'Content and marks must be lists.')
  return value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
