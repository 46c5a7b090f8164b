import { Inflate } from 'fflate'
import { concat, viewOf } from './bytes.ts'
import { damaged, refused } from './refusal.ts'

/** Most entries of one zip. Large presentations have about a thousand. */
const maxEntries = 4096
/** An entry larger than this, in bytes, may not be packed tighter than `maxRatio`. */
const ratioFrom = 1024 * 1024
const maxRatio = 200
/** Compressed bytes unpacked at a time. Deflate gives at most 1032 times as much. */
const slice = 16 * 1024
/** Unpacked bytes between two pauses, so that other requests are served meanwhile. */
const pauseEvery = 4 * 1024 * 1024

/** One file inside a zip. */
export interface ZipEntry {
  name: string
  /** Unpacked bytes, as the directory says; `unpack` verifies it. */
  size: number
  isStored: boolean
  data: Uint8Array
}

/** How much may still be unpacked, in bytes; shared by a file and the files inside it. */
export interface Budget {
  left: number
}

/**
 * Reads the directory at the end of a zip (APPNOTE 6.3.10), strictly: the zip is the whole file, entries do
 * not overlap, no name comes twice or points out of the archive, so every reader sees the same content.
 * @throws 422 `fileDamaged`, `fileEncrypted`, `fileUnpacksTooLarge`.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes)
  const end = directoryEnd(bytes, view)
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries) throw refused('fileUnpacksTooLarge', `The zip has ${count} entries.`)
  let offset = view.getUint32(end + 16, true)
  if (offset + view.getUint32(end + 12, true) !== end) throw damaged('the zip directory is out of place')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  const spans: { start: number; end: number }[] = []
  for (let i = 0; i < count; i++) {
    if (offset + 46 > end || view.getUint32(offset, true) !== 0x02014b50)
      throw damaged('a zip entry is missing')
    const { entry, span, next } = readEntry(bytes, view, offset)
    const key = entry.name.toLowerCase()
    if (names.has(key)) throw damaged('the zip has the same name twice')
    names.add(key)
    entries.push(entry)
    spans.push(span)
    offset = next
  }
  if (offset !== end) throw damaged('the zip directory has the wrong length')
  spans.sort((a, b) => a.start - b.start)
  if (spans[0]?.start !== 0) throw damaged('the zip does not start at the beginning')
  if (spans.some((span, i) => span.end > (spans[i + 1]?.start ?? end))) throw damaged('zip entries overlap')
  return entries
}

function directoryEnd(bytes: Uint8Array, view: DataView): number {
  // The record is 22 bytes plus a comment of at most 65 535, and must reach the end of the file exactly.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    if (at + 22 + view.getUint16(at + 20, true) === bytes.length) return at
  }
  throw damaged('the zip has no directory')
}

function readEntry(bytes: Uint8Array, view: DataView, offset: number) {
  const flags = view.getUint16(offset + 8, true)
  const method = view.getUint16(offset + 10, true)
  const packed = view.getUint32(offset + 20, true)
  const size = view.getUint32(offset + 24, true)
  const nameLength = view.getUint16(offset + 28, true)
  const start = view.getUint32(offset + 42, true)
  const name = bytes.subarray(offset + 46, offset + 46 + nameLength)
  if (flags & 1) throw refused('fileEncrypted', 'The zip is encrypted.')
  if (method !== 0 && method !== 8) throw damaged('the zip is packed in an unusual way')
  if (method === 0 && packed !== size) throw damaged('a zip entry has the wrong size')
  if (size > ratioFrom && size > packed * maxRatio) {
    throw refused(
      'fileUnpacksTooLarge',
      `A zip entry unpacks to ${Math.round(size / packed)} times its size.`,
    )
  }
  if (start + 30 > bytes.length || view.getUint32(start, true) !== 0x04034b50) {
    throw damaged('a zip entry is missing')
  }
  const localName = view.getUint16(start + 26, true)
  const dataStart = start + 30 + localName + view.getUint16(start + 28, true)
  const dataEnd = dataStart + packed
  if (dataEnd > bytes.length) throw damaged('a zip entry is cut off')
  const sameName = name.every((byte, i) => bytes[start + 30 + i] === byte) && localName === nameLength
  if (!sameName) throw damaged('a zip entry has two names')
  return {
    entry: { name: entryName(name), size, isStored: method === 0, data: bytes.subarray(dataStart, dataEnd) },
    span: { start, end: dataEnd },
    next: offset + 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true),
  }
}

function entryName(bytes: Uint8Array): string {
  // Some exporters write Windows paths.
  const name = new TextDecoder().decode(bytes).replaceAll('\\', '/')
  const isUnsafe = /^\/|\0|^[a-z]:/i.test(name) || name.split('/').includes('..')
  if (isUnsafe) throw damaged('a zip entry has an unsafe name')
  return name
}

/**
 * Unpacks one entry, never more than it claims nor than the budget has left.
 * @throws 422 `fileUnpacksTooLarge`, `fileDamaged`.
 */
export async function unpack(entry: ZipEntry, budget: Budget): Promise<Uint8Array> {
  budget.left -= entry.size
  if (budget.left < 0) throw refused('fileUnpacksTooLarge', 'The zip unpacks to too much.')
  if (entry.isStored) return entry.data
  const parts: Uint8Array[] = []
  let size = 0
  let isFinal = false
  const inflate = new Inflate((part, final) => {
    size += part.length
    isFinal ||= final
    if (size > entry.size) throw damaged('a zip entry is larger than it says')
    parts.push(part)
  })
  let pauseAt = pauseEvery
  for (let offset = 0; offset < entry.data.length; offset += slice) {
    inflateSlice(inflate, entry.data.subarray(offset, offset + slice), offset + slice >= entry.data.length)
    if (size < pauseAt) continue
    pauseAt = size + pauseEvery
    await new Promise((resolve) => setTimeout(resolve))
  }
  if (!isFinal || size !== entry.size) throw damaged('a zip entry has the wrong size')
  return concat(parts)
}

function inflateSlice(inflate: Inflate, data: Uint8Array, isLast: boolean) {
  try {
    inflate.push(data, isLast)
  } catch (error) {
    // fflate marks its own errors, of a broken stream, with a numeric code.
    if (error instanceof Error && 'code' in error) throw damaged('a zip entry cannot be unpacked')
    throw error
  }
}
