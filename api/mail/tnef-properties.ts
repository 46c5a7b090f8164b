import { uint16, uint32 } from './little-endian.ts'
import { isReadProperty, mapiTypes, type MapiProperties, type MapiValue } from './mapi-properties.ts'

const severalValues = 0x1000
/** Bytes of the types whose values all have the same size; the others tell their length themselves. */
const sizes = new Map([
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
])
const withLength = new Set<number>([mapiTypes.object, mapiTypes.text8, mapiTypes.text16, mapiTypes.binary])

const padded = (length: number) => Math.ceil(length / 4) * 4

/**
 * Reads a list of properties in TNEF ([MS-OXTNEF] 2.1.3.4) as far as it goes. Of several values in one property only
 * the first is kept.
 * @returns the properties, and how many bytes the list takes.
 */
export function readTnefProperties(bytes: Uint8Array): { properties: MapiProperties; length: number } {
  const properties = new Map<number, MapiValue>()
  const count = uint32(bytes, 0)
  let at = 4
  for (let i = 0; i < count && at + 4 <= bytes.length; i++) {
    const tag = uint16(bytes, at)
    const id = uint16(bytes, at + 2)
    at += 4
    if (id >= 0x8000) at += nameLength(bytes, at)
    const type = tag & ~severalValues
    const size = sizes.get(type)
    if (size === undefined && !withLength.has(type)) break
    const isCounted = size === undefined || tag !== type
    const values = isCounted ? uint32(bytes, at) : 1
    if (isCounted) at += 4
    for (let value = 0; value < values && at < bytes.length; value++) {
      const length = size ?? uint32(bytes, at)
      if (size === undefined) at += 4
      if (value === 0 && isReadProperty(id)) {
        properties.set(id, { type, bytes: bytes.subarray(at, at + length) })
      }
      at += padded(length)
    }
  }
  return { properties, length: at }
}

/** A property of a program's own has a name: a set, and a number or a text in it. */
function nameLength(bytes: Uint8Array, at: number): number {
  const isText = uint32(bytes, at + 16) === 1
  return isText ? 24 + padded(uint32(bytes, at + 20)) : 24
}
