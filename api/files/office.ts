import { latin1 } from './bytes.ts'
import { attribute, readXml, tags } from './office-xml.ts'
import { refused } from './refusal.ts'
import { readZip, unpack, type Budget, type ZipEntry } from './zip.ts'

/** Most bytes an Office file may unpack to, with everything inside it. */
const maxUnpacked = 256 * 1024 * 1024
/** How deep Office files may lie inside each other: a chart's workbook inside a presentation is one. */
const maxNesting = 2

/** Media types of the Office files we take, by extension. Each begins its main part's content type. */
export const officeTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const

/** One of `officeTypes`. */
export type OfficeType = (typeof officeTypes)[keyof typeof officeTypes]

const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const zip = 'PK\x03\x04'

/**
 * Checks an Office Open XML file (ECMA-376 part 2): a sound zip, the main part its name promises, no macros
 * or embedded programs, nothing fetched from elsewhere on opening, and a bounded unpacked size.
 * @param budget how many bytes it may unpack to.
 * @throws 422 with a `RefusalCode`.
 */
export async function checkOffice(
  bytes: Uint8Array,
  type: OfficeType,
  budget: Budget = { left: maxUnpacked },
): Promise<void> {
  if (latin1(bytes, 0, 8) === compoundFile) {
    // The old binary formats, and the envelope of password-protected new ones.
    throw hasStream(bytes, 'EncryptedPackage')
      ? refused('fileEncrypted', 'The document is protected with a password.')
      : refused('fileContentMismatch', 'The document is in the old binary Office format.')
  }
  if (latin1(bytes, 0, 4) !== zip) throw refused('fileContentMismatch', 'The file is not an Office file.')
  if ((await checkPackage(bytes, budget, 0)) !== `${type}.main+xml`) {
    throw refused('fileContentMismatch', 'The Office file is of another kind than its name says.')
  }
}

/** Checks every part of a package. @returns the content type of its main part. */
async function checkPackage(bytes: Uint8Array, budget: Budget, nesting: number): Promise<string | undefined> {
  const entries = readZip(bytes)
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > budget.left) throw refused('fileUnpacksTooLarge', `The document unpacks to ${total} bytes.`)
  let contentTypes = ''
  let relationships = ''
  for (const entry of entries) {
    const content = await unpack(entry, budget)
    const name = entry.name.toLowerCase()
    if (name === '[content_types].xml') {
      contentTypes = readXml(content)
      checkContentTypes(contentTypes)
    } else if (name.endsWith('.rels')) {
      const xml = readXml(content)
      checkRelationships(xml)
      if (name === '_rels/.rels') relationships = xml
    } else await checkPart(name, content, budget, nesting)
  }
  return mainContentType(contentTypes, relationships, entries)
}

function checkContentTypes(xml: string) {
  for (const tag of [...tags(xml, 'Override'), ...tags(xml, 'Default')]) {
    if (/macroEnabled|vbaProject|vbaData|activeX/i.test(attribute(tag, 'ContentType') ?? '')) {
      throw hasActiveContent()
    }
  }
}

/** Relationships Office follows by itself when the file is opened. Links and pictures are the reader's choice. */
const followed = /\/(attachedTemplate|oleObject|frame|subDocument|control)$/i
/** A share or an address with a scheme. A template on the author's own disk is common, and leads nowhere. */
const elsewhere = /^\s*([\\/]{2}|(?!file:\/{3}[a-z]:[\\/])[a-z][a-z0-9+.-]+:)/i

function checkRelationships(xml: string) {
  for (const tag of tags(xml, 'Relationship')) {
    if (attribute(tag, 'TargetMode')?.toLowerCase() !== 'external') continue
    if (followed.test(attribute(tag, 'Type') ?? '') && elsewhere.test(attribute(tag, 'Target') ?? '')) {
      throw refused('fileHasExternalContent', 'The document fetches a template or object from elsewhere.')
    }
  }
}

async function checkPart(name: string, bytes: Uint8Array, budget: Budget, nesting: number) {
  if (
    /(^|\/)(vba(project|data)|activex\d*)\.(bin|xml)$|\.(doc|dot|xls|xlt|xla|ppt|pot|ppa|pps)m$/.test(name)
  ) {
    throw hasActiveContent()
  }
  const isProgram = latin1(bytes, 0, 2) === 'MZ'
  // OLE's «Package» is any file at all, run by a double click.
  const isPackage = latin1(bytes, 0, 8) === compoundFile && hasStream(bytes, '\x01Ole10Native')
  if (isProgram || isPackage) throw hasActiveContent()
  if (latin1(bytes, 0, 4) !== zip) return
  if (nesting === maxNesting) throw refused('fileUnpacksTooLarge', 'The document is nested too deeply.')
  await checkPackage(bytes, budget, nesting + 1)
}

const hasActiveContent = () =>
  refused('fileHasActiveContent', 'The document has macros, controls or an embedded program.')

/** What the part that Office opens first is, said by name or else by extension (ECMA-376 part 2 §10.1.2). */
function mainContentType(contentTypes: string, relationships: string, entries: readonly ZipEntry[]) {
  const main = tags(relationships, 'Relationship').find((tag) =>
    attribute(tag, 'Type')?.endsWith('/officeDocument'),
  )
  const path = attribute(main ?? '', 'Target')
    ?.toLowerCase()
    .replace(/^\/?/, '/')
  if (!entries.some((entry) => `/${entry.name.toLowerCase()}` === path)) return undefined
  const extension = path?.split('.').at(-1)
  const type =
    tags(contentTypes, 'Override').find((tag) => attribute(tag, 'PartName')?.toLowerCase() === path) ??
    tags(contentTypes, 'Default').find((tag) => attribute(tag, 'Extension')?.toLowerCase() === extension)
  return attribute(type ?? '', 'ContentType')
}

/** Whether a compound file's directory names a stream so ([MS-CFB] §2.6.1: UTF-16LE). */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const [first = 0, ...rest] = Array.from(name, (char) => [char.charCodeAt(0), 0]).flat()
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (rest.every((byte, i) => bytes[at + 1 + i] === byte)) return true
  }
  return false
}
