import { uint16, uint32 } from './little-endian.ts'

/** A folder in a compound file, by the names of what lies in it. */
export interface CompoundStorage {
  /** Each call reads the stream anew. */
  streams: ReadonlyMap<string, () => Uint8Array>
  storages: ReadonlyMap<string, CompoundStorage>
}

const endOfChain = 0xfffffffe
const headerSize = 512
const entrySize = 128
const miniSectorSize = 64
/** Storages nested deeper are left out. */
const maxDepth = 20

/** Whether a file begins as a compound file does. */
export function isCompoundFile(file: Uint8Array): boolean {
  return uint32(file, 0) === 0xe011cfd0 && uint32(file, 4) === 0xe11ab1a1
}

/**
 * Reads a compound file ([MS-CFB]), the folder tree in one file that Outlook's messages are. Damage gives shorter or
 * missing streams, never an endless one: no chain is longer than the file, and all reading together at most
 * twice the file's size.
 */
export function readCompoundFile(file: Uint8Array): CompoundStorage {
  const sectorSize = uint16(file, 30) === 12 ? 4096 : headerSize
  const sectors = Math.ceil(file.length / sectorSize)
  const sector = (id: number) => file.subarray((id + 1) * sectorSize, (id + 2) * sectorSize)
  const fat = tableOf(fatSectors(file, sectors, sector).map(sector), sectorSize)
  const readChain = (start: number) => join(chain(start, fat).map(sector))

  const entries = readEntries(readChain(uint32(file, 48)))
  const miniFat = tableOf(chain(uint32(file, 60), fat).map(sector), sectorSize)
  const root = entries[0]
  const miniStream = root === undefined ? new Uint8Array() : readChain(root.start)
  const miniSector = (id: number) => miniStream.subarray(id * miniSectorSize, (id + 1) * miniSectorSize)
  const cutoff = uint32(file, 56)
  let budget = file.length * 2

  const readStream = ({ start, size }: Entry): Uint8Array => {
    const isMini = size < cutoff
    const unit = isMini ? miniSectorSize : sectorSize
    const ids = chain(start, isMini ? miniFat : fat, Math.ceil(size / unit))
    budget -= ids.length * unit
    if (budget < 0) return new Uint8Array()
    return join(ids.map(isMini ? miniSector : sector)).subarray(0, size)
  }
  return readTree(entries, readStream)
}

/** The sectors that hold the allocation table: those in the header, and those in the chain after it. */
function fatSectors(file: Uint8Array, sectors: number, sector: (id: number) => Uint8Array): number[] {
  const ids = Array.from({ length: 109 }, (_, i) => uint32(file, 76 + i * 4))
  let next = uint32(file, 68)
  for (let i = 0; next < sectors && i < sectors && ids.length < sectors; i++) {
    const bytes = sector(next)
    const last = bytes.length - 4
    for (let at = 0; at < last; at += 4) ids.push(uint32(bytes, at))
    next = last < 0 ? endOfChain : uint32(bytes, last)
  }
  return ids.filter((id) => id < sectors).slice(0, sectors)
}

/** For each sector the one that follows it. */
function tableOf(pieces: Uint8Array[], sectorSize: number): Uint32Array {
  const table = new Uint32Array((pieces.length * sectorSize) / 4).fill(endOfChain)
  for (const [index, piece] of pieces.entries()) {
    const first = (index * sectorSize) / 4
    for (let at = 0; at + 4 <= piece.length; at += 4) table[first + at / 4] = uint32(piece, at)
  }
  return table
}

/** The sectors of a chain; one that bites its own tail ends when it is as long as the table. */
function chain(start: number, table: Uint32Array, maxLength = table.length): number[] {
  const ids: number[] = []
  for (let id = start; id < table.length && ids.length < maxLength; id = table[id] ?? endOfChain) ids.push(id)
  return ids
}

function join(pieces: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}

interface Entry {
  name: string
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

function readEntries(directory: Uint8Array): Entry[] {
  return Array.from({ length: Math.floor(directory.length / entrySize) }, (_, index) => {
    const bytes = directory.subarray(index * entrySize, (index + 1) * entrySize)
    const nameLength = Math.min(64, Math.max(0, uint16(bytes, 64) - 2))
    return {
      name: new TextDecoder('utf-16le').decode(bytes.subarray(0, nameLength)),
      type: bytes[66] ?? 0,
      left: uint32(bytes, 68),
      right: uint32(bytes, 72),
      child: uint32(bytes, 76),
      start: uint32(bytes, 116),
      size: uint32(bytes, 120),
    }
  })
}

function readTree(entries: Entry[], readStream: (entry: Entry) => Uint8Array): CompoundStorage {
  // Each entry has one place in the tree; that also ends trees that go in circles.
  const seen = new Set<number>()
  const read = (first: number, depth: number): CompoundStorage => {
    const streams = new Map<string, () => Uint8Array>()
    const storages = new Map<string, CompoundStorage>()
    const waiting = [first]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const entry = entries[id]
      if (entry === undefined || seen.has(id)) continue
      seen.add(id)
      waiting.push(entry.right, entry.left)
      if (entry.type === 2) streams.set(entry.name, () => readStream(entry))
      else if (entry.type === 1 && depth < maxDepth) storages.set(entry.name, read(entry.child, depth + 1))
    }
    return { streams, storages }
  }
  return read(entries[0]?.child ?? endOfChain, 0)
}
