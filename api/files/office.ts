import { latin1 } from './bytes.ts'
import { damaged, refused } from './refusal.ts'
import { readZip, unpack, type Budget, type ZipEntry } from './zip.ts'

/** Most bytes an Office file may unpack to, with everything inside it. */
const maxUnpacked = 256 * 1024 * 1024
/** How deep Office files may lie inside each other: a chart's workbook inside a presentation is one. */
const maxNesting = 2

const openXml = 'application/vnd.openxmlformats-officedocument.'

/** Media types of the Office files we take; each is also the start of its main part's content type. */
export type OfficeType =
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/**
 * Checks an Office Open XML file (ECMA-376 part 2): a sound zip, the main part its name promises, no macros
 * or embedded programs, nothing fetched from elsewhere on opening, and a bounded unpacked size.
 * @throws 422
 */
export async function checkOffice(bytes: Uint8Array, type: OfficeType): Promise<void> {
  if (latin1(bytes, 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') {
    // The old binary formats, and the envelope of password-protected new ones.
    throw hasStream(bytes, 'EncryptedPackage')
      ? refused('fileEncrypted', 'The document is protected with a password.')
      : refused('fileContentMismatch', 'The document is in the old binary Office format.')
  }
  if (latin1(bytes, 0, 4) !== 'PK\x03\x04')
    throw refused('fileContentMismatch', 'The file is not an Office file.')
  await checkPackage(bytes, { left: maxUnpacked }, 0, type)
}

async function checkPackage(bytes: Uint8Array, budget: Budget, nesting: number, type?: OfficeType) {
  const entries = readZip(bytes)
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > budget.left) throw refused('fileUnpacksTooLarge', `The document unpacks to ${total} bytes.`)
  if (type) {
    const contentTypes = entries.find((entry) => entry.name === '[Content_Types].xml')
    if (!contentTypes) throw refused('fileContentMismatch', 'The zip is not an Office file.')
    checkMainPart(readXml(await unpack(contentTypes, { left: budget.left })), entries, type)
  }
  for (const entry of entries) await checkPart(entry, await unpack(entry, budget), budget, nesting)
}

function checkMainPart(xml: string, entries: readonly ZipEntry[], type: OfficeType) {
  for (const override of tags(xml, 'Override')) {
    if (attribute(override, 'ContentType') !== `${type}.main+xml`) continue
    const part = attribute(override, 'PartName')?.toLowerCase()
    if (entries.some((entry) => `/${entry.name.toLowerCase()}` === part)) return
  }
  throw refused('fileContentMismatch', 'The Office file is of another kind than its name says.')
}

async function checkPart(entry: ZipEntry, bytes: Uint8Array, budget: Budget, nesting: number) {
  const name = entry.name.toLowerCase()
  if (
    /(^|\/)(vbaproject|vbadata|activex\d*)\.(bin|xml)$|\.(docm|dotm|xlsm|xltm|xlam|pptm|potm|ppam|ppsm)$/.test(
      name,
    )
  ) {
    throw refused('fileHasActiveContent', 'The document has macros or controls.')
  }
  if (name === '[content_types].xml') {
    const active = /macroEnabled|vbaProject|vbaData|activeX/i
    const isActive = ['Override', 'Default'].some((tag) =>
      tags(readXml(bytes), tag).some((each) => active.test(attribute(each, 'ContentType') ?? '')),
    )
    if (isActive) throw refused('fileHasActiveContent', 'The document has macros or controls.')
  } else if (name.endsWith('.rels')) checkRelationships(readXml(bytes))
  else if (latin1(bytes, 0, 4) === 'PK\x03\x04') {
    if (nesting === maxNesting) throw refused('fileUnpacksTooLarge', 'The document is nested too deeply.')
    await checkPackage(bytes, budget, nesting + 1)
  } else if (latin1(bytes, 0, 4) === '\xd0\xcf\x11\xe0' && hasStream(bytes, '\x01Ole10Native')) {
    // OLE's «Package»: any file at all, run by a double click.
    throw refused('fileHasActiveContent', 'The document has an embedded program.')
  } else if (latin1(bytes, 0, 2) === 'MZ') {
    throw refused('fileHasActiveContent', 'The document has an embedded program.')
  }
}

/** Relationships Office follows by itself when the file is opened. Links and pictures are the reader's choice. */
const followed = /\/(attachedTemplate|oleObject|frame|subDocument|control)$/i

function checkRelationships(xml: string) {
  for (const relationship of tags(xml, 'Relationship')) {
    if (attribute(relationship, 'TargetMode')?.toLowerCase() !== 'external') continue
    // A template on the author's own disk is common, and leads nowhere on another machine.
    const isOwnDisk = /^(file:\/{3})?[a-z]:[\\/]/i.test(attribute(relationship, 'Target') ?? '')
    if (!isOwnDisk && followed.test(attribute(relationship, 'Type') ?? '')) {
      throw refused('fileHasExternalContent', 'The document fetches a template or object from elsewhere.')
    }
  }
}

/** Text of an XML part. Encodings and entities that could hide a word from us are refused. */
function readXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  let xml: string
  try {
    xml = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw damaged('an XML part has text that cannot be read')
  }
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(xml)?.[1] ?? encoding
  if (xml.includes('\0') || !/^(utf-?8|utf-?16|us-ascii)(le|be)?$/i.test(declared)) {
    throw damaged('an XML part is in an unusual encoding')
  }
  if (xml.includes('<!DOCTYPE')) throw damaged('an XML part has a document type')
  return xml.replaceAll(/<!--[\s\S]*?-->/g, '')
}

/** The start tags called `name`, whatever their namespace prefix. */
function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}\\s(?:[^<>"']|"[^"]*"|'[^']*')*>`, 'g')) ?? []
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const value = match?.[1] ?? match?.[2]
  return value
    ?.replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => codePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_, decimal: string) => codePoint(Number(decimal)))
    .replaceAll('&amp;', '&')
}

const codePoint = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')

/** Whether a compound file's directory names a stream so ([MS-CFB] §2.6.1: UTF-16LE). */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (char) => [char.charCodeAt(0), 0]).flat()
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

/** `docx`, `xlsx` and `pptx`, by extension. */
export const officeTypes = {
  docx: `${openXml}wordprocessingml.document`,
  xlsx: `${openXml}spreadsheetml.sheet`,
  pptx: `${openXml}presentationml.presentation`,
} as const satisfies Record<string, OfficeType>
