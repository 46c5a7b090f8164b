import { decodeText } from './charset.ts'
import { decodeWords } from './encoded-words.ts'

/** One header field: the name in lower case, the value unfolded but otherwise as it was sent. */
export interface HeaderField {
  name: string
  value: string
}

/**
 * A value with parameters, such as Content-Type: `text/plain; charset=utf-8`. All but the parameters'
 * values is in lower case.
 */
export interface StructuredValue {
  value: string
  parameters: Map<string, string>
}

/**
 * Reads a header block. Raw letters are UTF-8 when they can be, otherwise Windows-1252. Lines that are no
 * fields are skipped.
 */
export function parseHeaderFields(block: Uint8Array): HeaderField[] {
  const unfolded = decodeText(block).replace(/\r?\n(?=[ \t])/g, '')
  const fields: HeaderField[] = []
  for (const line of unfolded.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (/^[\w-]+$/.test(name)) fields.push({ name, value: line.slice(colon + 1).trim() })
  }
  return fields
}

/** The first field of that name, as the standard says to read duplicates; '' when there is none. */
export function headerValue(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? ''
}

/** Reads a value with parameters. Continued and percent-encoded parameters (RFC 2231) are put together. */
export function parseStructuredValue(header: string): StructuredValue {
  const value = /^[^;]*/.exec(header)?.[0] ?? ''
  const sections = new Map<string, Section[]>()
  for (const match of header.slice(value.length).matchAll(parameter)) {
    const [, name = '', index, star, quoted, bare = ''] = match
    const key = name.toLowerCase()
    const text = quoted === undefined ? bare.trim() : quoted.replace(/\\(.)/g, '$1')
    const section = {
      index: Number(index ?? 0),
      isEncoded: star !== undefined,
      text: text.slice(0, maxSectionLength),
    }
    const known = sections.get(key) ?? []
    if (known.every((other) => other.index !== section.index)) sections.set(key, [...known, section])
  }
  const parameters = new Map<string, string>()
  for (const [name, list] of sections) parameters.set(name, join(list.slice(0, maxSections)))
  return { value: value.replace(/\(.*$/, '').trim().toLowerCase(), parameters }
}

const parameter = /;\s*([^\s=;*"]+)(?:\*(\d{1,3}))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g
const maxSections = 100
const maxSectionLength = 2000

interface Section {
  index: number
  isEncoded: boolean
  text: string
}

function join(sections: Section[]): string {
  const ordered = sections.toSorted((a, b) => a.index - b.index)
  if (!ordered.some((section) => section.isEncoded)) {
    return decodeWords(ordered.map((section) => section.text).join(''))
  }
  const [, charset = '', first = ordered[0]?.text ?? ''] =
    /^([^']*)'[^']*'(.*)$/s.exec(ordered[0]?.text ?? '') ?? []
  const bytes = ordered.flatMap((section, i) => {
    const text = i === 0 ? first : section.text
    return section.isEncoded ? percentDecode(text) : [...new TextEncoder().encode(text)]
  })
  return decodeText(Uint8Array.from(bytes), charset)
}

function percentDecode(text: string): number[] {
  const bytes: number[] = []
  for (const piece of text.match(/%[0-9a-f]{2}|[^%]+|%/gi) ?? []) {
    if (/^%../.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 16))
    else bytes.push(...new TextEncoder().encode(piece))
  }
  return bytes
}
