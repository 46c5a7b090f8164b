import { contentTooLarge } from '../http/errors.ts'
import {
  headerValue,
  parseHeaderFields,
  parseStructuredValue,
  type HeaderField,
  type StructuredValue,
} from './header-fields.ts'
import { decodeTransferEncoding } from './transfer-encoding.ts'

/** Largest message, in bytes. */
export const maxMessageSize = 25 * 1024 * 1024
/** Largest header block of one part, in bytes. */
const maxHeaderSize = 512 * 1024
/** Parts beyond this number, and multiparts nested deeper, are not read. */
const maxParts = 500
const maxDepth = 10

/** A part of a message: the message itself, a multipart, or a leaf with its own bytes. */
export interface MessagePart {
  fields: HeaderField[]
  type: StructuredValue
  disposition: StructuredValue
  /** Without the angle brackets. */
  contentId: string
  /** With the transfer encoding undone; empty for a multipart. */
  bytes: Uint8Array
  children: MessagePart[]
}

/**
 * Reads a message into its parts. Never fails on broken structure: what has no usable boundary is read as a
 * single text.
 *
 * Written here because the charset can only be put right while each part still is bytes, and because we
 * need to know which parts are alternatives of each other.
 * @throws 413 when a header block is over 512 KiB.
 */
export function readMessagePart(bytes: Uint8Array): MessagePart {
  return readPart(bytes, { depth: 0, count: { parts: 0 }, defaultType: 'text/plain' })
}

interface Position {
  depth: number
  count: { parts: number }
  defaultType: string
}

function readPart(bytes: Uint8Array, position: Position): MessagePart {
  position.count.parts++
  const { headers, body } = splitHeader(bytes)
  const fields = parseHeaderFields(headers)
  const type = contentType(headerValue(fields, 'content-type'), position.defaultType)
  const part: MessagePart = {
    fields,
    type,
    disposition: parseStructuredValue(headerValue(fields, 'content-disposition')),
    contentId: headerValue(fields, 'content-id').replace(/^<|>$/g, ''),
    bytes: new Uint8Array(),
    children: [],
  }
  const isMultipart = type.value.startsWith('multipart/')
  if (isMultipart || type.parameters.has('boundary')) part.children = readChildren(body, type, position)
  if (part.children.length > 0 && !isMultipart) part.type = { ...type, value: 'multipart/mixed' }
  if (part.children.length > 0) return part
  part.bytes = decodeTransferEncoding(body, headerValue(fields, 'content-transfer-encoding'))
  if (isMultipart) part.type = { value: 'text/plain', parameters: new Map() }
  return part
}

function contentType(header: string, defaultType: string): StructuredValue {
  const type = parseStructuredValue(header)
  if (/^[\w.+-]+\/[\w.+-]+$/.test(type.value)) return type
  // `Content-Type: text` and the like: only the first half is there.
  return { ...type, value: type.value === 'html' ? 'text/html' : defaultType }
}

function splitHeader(bytes: Uint8Array): { headers: Uint8Array; body: Uint8Array } {
  for (let start = 0; start < bytes.length;) {
    if (start > maxHeaderSize) throw contentTooLarge(maxHeaderSize)
    const newline = bytes.indexOf(0x0a, start)
    const end = newline < 0 ? bytes.length : newline
    if (isBlank(bytes, start, end) && (isEmpty(bytes, start, end) || !isHeaderLine(bytes, end + 1))) {
      return { headers: bytes.subarray(0, start), body: bytes.subarray(end + 1) }
    }
    start = end + 1
  }
  return { headers: bytes, body: new Uint8Array() }
}

function isEmpty(bytes: Uint8Array, start: number, end: number): boolean {
  return end === start || (end === start + 1 && bytes[start] === 0x0d)
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes.subarray(start, end).every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

/** A line of blanks inside a header is allowed, but far oftener it is meant to end the header. */
function isHeaderLine(bytes: Uint8Array, start: number): boolean {
  return /^([\w-]+:|[ \t])/.test(new TextDecoder().decode(bytes.subarray(start, start + 80)))
}

function readChildren(body: Uint8Array, type: StructuredValue, position: Position): MessagePart[] {
  if (position.depth >= maxDepth) return []
  const boundary = type.parameters.get('boundary') ?? ''
  const slices = [new TextEncoder().encode(boundary), latin1(boundary), guessBoundary(body)]
    .filter((candidate) => candidate.length > 0)
    .reduce<Uint8Array[]>(
      (found, candidate) => (found.length > 0 ? found : splitAtBoundary(body, candidate)),
      [],
    )
  const children: MessagePart[] = []
  for (const slice of slices) {
    if (position.count.parts >= maxParts) break
    const defaultType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    children.push(readPart(slice, { ...position, depth: position.depth + 1, defaultType }))
  }
  return children
}

/** The bytes between the boundary lines; the text before the first and after the closing one is left out. */
function splitAtBoundary(body: Uint8Array, boundary: Uint8Array): Uint8Array[] {
  const delimiter = Uint8Array.from([0x2d, 0x2d, ...boundary])
  const slices: Uint8Array[] = []
  let sliceStart = -1
  for (let start = 0; start < body.length;) {
    const newline = body.indexOf(0x0a, start)
    const end = newline < 0 ? body.length : newline
    const kind = startsWith(body, delimiter, start)
      ? boundaryKind(body, start + delimiter.length, end)
      : 'none'
    if (kind !== 'none') {
      if (sliceStart >= 0) slices.push(body.subarray(sliceStart, withoutLineEnd(body, sliceStart, start)))
      sliceStart = end + 1
    }
    if (kind === 'close') return slices
    start = end + 1
  }
  if (sliceStart >= 0 && sliceStart < body.length) slices.push(body.subarray(sliceStart))
  return slices
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array, at: number): boolean {
  return bytes[at] === 0x2d && prefix.every((byte, i) => bytes[at + i] === byte)
}

function boundaryKind(body: Uint8Array, start: number, end: number): 'none' | 'open' | 'close' {
  const rest = new TextDecoder().decode(body.subarray(start, Math.min(end, start + 100))).trimEnd()
  if (rest === '') return 'open'
  return rest === '--' ? 'close' : 'none'
}

/** The line end before a boundary belongs to the boundary. */
function withoutLineEnd(body: Uint8Array, start: number, end: number): number {
  if (end > start && body[end - 1] === 0x0a) end--
  return end > start && body[end - 1] === 0x0d ? end - 1 : end
}

/** The boundary a body evidently uses when the header does not tell the right one. */
function guessBoundary(body: Uint8Array): Uint8Array {
  const beginning = new TextDecoder('latin1').decode(body.subarray(0, 20_000))
  return latin1(/^--([^\r\n]{1,200}?)[ \t]*\r?\nContent-/im.exec(beginning)?.[1] ?? '')
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
