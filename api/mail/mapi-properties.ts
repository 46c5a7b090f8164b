import { decodeCodePage } from './code-page.ts'
import { uint16, uint32 } from './little-endian.ts'

/** The types of property values that are read ([MS-OXCDATA] 2.11.1). */
export const mapiTypes = {
  int16: 0x02,
  int32: 0x03,
  boolean: 0x0b,
  object: 0x0d,
  text8: 0x1e,
  text16: 0x1f,
  time: 0x40,
  binary: 0x102,
} as const

/** The properties that are read ([MS-OXPROPS]), by what they hold. */
export const mapiIds = {
  messageClass: 0x001a,
  subject: 0x0037,
  submitTime: 0x0039,
  sentForName: 0x0042,
  sentForAddress: 0x0065,
  transportHeaders: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  deliveryTime: 0x0e06,
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  address: 0x3003,
  attachData: 0x3701,
  attachShortName: 0x3704,
  attachMethod: 0x3705,
  attachLongName: 0x3707,
  attachMediaType: 0x370e,
  attachContentId: 0x3712,
  smtpAddress: 0x39fe,
  internetCodePage: 0x3fde,
  messageCodePage: 0x3ffd,
  senderSmtpAddress: 0x5d01,
  sentForSmtpAddress: 0x5d02,
} as const

const wanted = new Set<number>(Object.values(mapiIds))

/** Whether a property is one of those that are read; a message has hundreds of others. */
export const isReadProperty = (id: number) => wanted.has(id)

/** A property's value as it is stored; the type tells how to read it. */
export interface MapiValue {
  type: number
  bytes: Uint8Array
}

/** What Outlook knows about a message, a recipient or an attachment, by property id. */
export type MapiProperties = ReadonlyMap<number, MapiValue>

/** A text without the zero at its end; '' when there is none. 8-bit text is in `codePage`. */
export function mapiText(properties: MapiProperties, id: number, codePage: number): string {
  const value = properties.get(id)
  if (value === undefined) return ''
  if (value.type === mapiTypes.text16) return decodeCodePage(value.bytes, 1200)
  if (value.type === mapiTypes.text8 || value.type === mapiTypes.binary) {
    return decodeCodePage(value.bytes, codePage)
  }
  return ''
}

/** A whole number; 0 when there is none. */
export function mapiNumber(properties: MapiProperties, id: number): number {
  const value = properties.get(id)
  if (value?.type === mapiTypes.int32) return uint32(value.bytes, 0)
  return value?.type === mapiTypes.int16 ? uint16(value.bytes, 0) : 0
}

/** Between 1601, from which Windows counts, and 1970, in milliseconds. */
const epochDifference = 11_644_473_600_000

/** A time, as ISO 8601 in UTC. */
export function mapiTime(properties: MapiProperties, id: number): string | undefined {
  const value = properties.get(id)
  if (value?.type !== mapiTypes.time) return undefined
  const ticks = uint32(value.bytes, 0) + uint32(value.bytes, 4) * 2 ** 32
  const date = new Date(Math.floor(ticks / 10_000) - epochDifference)
  const year = date.getUTCFullYear()
  return year >= 1970 && year < 2200 ? date.toISOString() : undefined
}
