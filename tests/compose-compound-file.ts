/** What lies in a compound file: streams of bytes, and storages with more. */
export interface Tree {
  [name: string]: Uint8Array | Tree
}

const sectorSize = 512
const miniSize = 64
const miniCutoff = 4096
const endOfChain = 0xfffffffe
const free = 0xffffffff
const fatSector = 0xfffffffd

interface Entry {
  name: string
  type: number
  right: number
  child: number
  start: number
  size: number
  bytes?: Uint8Array
}

/** Writes a compound file ([MS-CFB]) of sectors of 512 bytes; small streams share the root's, as they shall. */
export function composeCompoundFile(tree: Tree): Uint8Array {
  const entries: Entry[] = [
    { name: 'Root Entry', type: 5, right: free, child: free, start: endOfChain, size: 0 },
  ]
  addEntries(entries, 0, tree)

  const miniParts: Uint8Array[] = []
  const miniFat: number[] = []
  const sectors: Uint8Array[] = []
  const fat: number[] = []
  for (const entry of entries) {
    if (entry.bytes === undefined || entry.bytes.length === 0) continue
    const isMini = entry.bytes.length < miniCutoff
    entry.start = isMini
      ? append(entry.bytes, miniSize, miniParts, miniFat)
      : append(entry.bytes, sectorSize, sectors, fat)
  }
  const [root] = entries
  if (root && miniParts.length > 0) {
    root.size = miniParts.length * miniSize
    root.start = append(concat(miniParts), sectorSize, sectors, fat)
  }
  const miniFatStart =
    miniFat.length > 0 ? append(numbers(miniFat), sectorSize, sectors, fat, 0xff) : endOfChain
  const directoryStart = append(concat(entries.map(directoryEntry)), sectorSize, sectors, fat)
  const fatCount = Math.ceil((fat.length + 8) / 127)
  const fatStart = fat.length
  for (let i = 0; i < fatCount; i++) fat.push(fatSector)
  append(numbers(fat), sectorSize, sectors, [], 0xff)

  const header = new DataView(new ArrayBuffer(sectorSize))
  const words: [at: number, value: number][] = [
    [0, 0xe011cfd0],
    [4, 0xe11ab1a1],
    [24, 0x0003003e],
    [28, 0x0009fffe],
    [32, 6],
    [44, fatCount],
    [48, directoryStart],
    [56, miniCutoff],
    [60, miniFatStart],
    [64, Math.ceil((miniFat.length * 4) / sectorSize)],
    [68, endOfChain],
  ]
  for (const [at, value] of words) header.setUint32(at, value, true)
  for (let i = 0; i < 109; i++) header.setUint32(76 + i * 4, i < fatCount ? fatStart + i : free, true)
  return concat([new Uint8Array(header.buffer), ...sectors])
}

/** Siblings hang on each other to the right; that is a tree too. */
function addEntries(entries: Entry[], parent: number, tree: Tree) {
  let previous: Entry | undefined
  for (const [name, content] of Object.entries(tree)) {
    const index = entries.length
    const isStream = content instanceof Uint8Array
    const entry: Entry = {
      name,
      type: isStream ? 2 : 1,
      right: free,
      child: free,
      start: isStream ? endOfChain : 0,
      size: isStream ? content.length : 0,
      ...(isStream && { bytes: content }),
    }
    entries.push(entry)
    const parentEntry = entries[parent]
    if (previous) previous.right = index
    else if (parentEntry) parentEntry.child = index
    previous = entry
    if (!isStream) addEntries(entries, index, content)
  }
}

function append(
  bytes: Uint8Array,
  size: number,
  sectors: Uint8Array[],
  table: number[],
  padding = 0,
): number {
  const start = sectors.length
  for (let at = 0; at < bytes.length; at += size) {
    const sector = new Uint8Array(size).fill(padding)
    sector.set(bytes.subarray(at, at + size))
    sectors.push(sector)
    table.push(at + size < bytes.length ? sectors.length : endOfChain)
  }
  return start
}

function directoryEntry({ name, type, right, child, start, size }: Entry): Uint8Array {
  const view = new DataView(new ArrayBuffer(128))
  for (let i = 0; i < name.length; i++) view.setUint16(i * 2, name.charCodeAt(i), true)
  view.setUint16(64, name.length * 2 + 2, true)
  view.setUint8(66, type)
  view.setUint8(67, 1)
  view.setUint32(68, free, true)
  view.setUint32(72, right, true)
  view.setUint32(76, child, true)
  view.setUint32(116, start, true)
  view.setUint32(120, size, true)
  return new Uint8Array(view.buffer)
}

/** Numbers of 32 bits, least significant byte first. */
export function numbers(values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value, true)
  return new Uint8Array(view.buffer)
}

/** All bytes one after the other. */
export function concat(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
