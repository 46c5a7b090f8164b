import { composeCompoundFile, concat, numbers, type Tree } from './compose-compound-file.ts'
import { utf8Bytes } from './compose-message.ts'

/** A property by its tag, id and type as Outlook writes them: `0x0037001f` is a subject in UTF-16. */
export type Properties = Record<number, string | number | Date | Uint8Array>

/** A message as Outlook keeps it. */
export interface OutlookMessage {
  properties: Properties
  recipients?: Properties[]
  attachments?: (Properties | { message: OutlookMessage; properties?: Properties })[]
}

/** Ids with their type, as the tests need them. */
export const tags = {
  messageClass: 0x001a001f,
  subject: 0x0037001f,
  submitTime: 0x00390040,
  senderName: 0x0c1a001f,
  senderAddress: 0x0c1f001f,
  recipientType: 0x0c150003,
  body: 0x1000001f,
  compressedRtf: 0x10090102,
  html: 0x10130102,
  codePage: 0x3fde0003,
  displayName: 0x3001001f,
  address: 0x3003001f,
  smtpAddress: 0x39fe001f,
  attachData: 0x37010102,
  attachName: 0x3707001f,
  attachMethod: 0x37050003,
  attachType: 0x370e001f,
  contentId: 0x3712001f,
} as const

const timeType = 0x40
const text8Type = 0x1e
const objectType = 0x0d

function valueBytes(type: number, value: Properties[number]): Uint8Array {
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigUint64(0, BigInt(value.getTime() + 11_644_473_600_000) * 10_000n, true)
    return new Uint8Array(view.buffer)
  }
  if (typeof value === 'number') return numbers([value])
  if (type === text8Type) return Uint8Array.from(value, (letter) => letter.charCodeAt(0))
  const utf16 = new DataView(new ArrayBuffer(value.length * 2))
  for (let i = 0; i < value.length; i++) utf16.setUint16(i * 2, value.charCodeAt(i), true)
  return new Uint8Array(utf16.buffer)
}

const entriesOf = (properties: Properties) =>
  Object.entries(properties).map(([key, value]) => {
    const tag = Number(key)
    return { tag, type: tag & 0xffff, id: tag >>> 16, bytes: valueBytes(tag & 0xffff, value) }
  })

const isFixed = (type: number) => type === 3 || type === timeType

/** Writes a message as a `.msg` file. */
export function composeMsg(message: OutlookMessage): Uint8Array {
  return composeCompoundFile(messageTree(message, 32))
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')

function messageTree(
  { properties, recipients = [], attachments = [] }: OutlookMessage,
  headerSize: number,
): Tree {
  const tree = propertyTree(properties, headerSize)
  for (const [index, recipient] of recipients.entries()) {
    tree[`__recip_version1.0_#${hex(index)}`] = propertyTree(recipient, 8)
  }
  for (const [index, attachment] of attachments.entries()) {
    const isMessage = 'message' in attachment
    const own = isMessage ? { ...attachment.properties, [tags.attachMethod]: 5 } : attachment
    const storage = propertyTree(own as Properties, 8) // what is not a message is properties
    if (isMessage) {
      storage['__substg1.0_3701000D'] = messageTree((attachment as { message: OutlookMessage }).message, 24)
    }
    tree[`__attach_version1.0_#${hex(index)}`] = storage
  }
  return tree
}

function propertyTree(properties: Properties, headerSize: number): Tree {
  const tree: Tree = {}
  const rows = entriesOf(properties).map(({ tag, type, bytes }) => {
    if (!isFixed(type)) tree[`__substg1.0_${hex(tag)}`] = bytes
    const value = isFixed(type) ? bytes : numbers([bytes.length])
    return concat([numbers([tag, 6]), value, new Uint8Array(8 - value.length)])
  })
  return { ...tree, '__properties_version1.0': concat([new Uint8Array(headerSize), ...rows]) }
}

/** Writes a message as TNEF, what `winmail.dat` holds. */
export function composeTnef({ properties, recipients = [], attachments = [] }: OutlookMessage): Uint8Array {
  const parts = [numbers([0x223e9f78]), Uint8Array.of(1, 0), attribute(1, 0x69003, propertyList(properties))]
  if (recipients.length > 0) {
    parts.push(attribute(1, 0x69004, concat([numbers([recipients.length]), ...recipients.map(propertyList)])))
  }
  for (const attachment of attachments) {
    parts.push(attribute(2, 0x69002, new Uint8Array(14)))
    const isMessage = 'message' in attachment
    const own: Properties = isMessage
      ? {
          ...attachment.properties,
          [0x37010000 | objectType]: embedded((attachment as { message: OutlookMessage }).message),
        }
      : (attachment as Properties) // what is not a message is properties
    parts.push(attribute(2, 0x69005, propertyList(own)))
  }
  return concat(parts)
}

/** IID_IMessage, and the message after it. */
function embedded(message: OutlookMessage): Uint8Array {
  return concat([numbers([0x00020307, 0, 0x000000c0, 0x46000000]), composeTnef(message)])
}

function attribute(level: number, id: number, bytes: Uint8Array): Uint8Array {
  return concat([Uint8Array.of(level), numbers([id, bytes.length]), bytes, Uint8Array.of(0, 0)])
}

function propertyList(properties: Properties): Uint8Array {
  const rows = entriesOf(properties).map(({ type, id, bytes }) => {
    const tag = Uint8Array.of(type & 0xff, type >> 8, id & 0xff, id >> 8)
    if (isFixed(type)) return concat([tag, bytes])
    return concat([tag, numbers([1, bytes.length]), bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)])
  })
  return concat([numbers([rows.length]), ...rows])
}

/** RTF as Outlook keeps it, in the form that is not packed ([MS-OXRTFCP] 2.1.3.1). */
export function composeRtf(rtf: string): Uint8Array {
  const bytes = utf8Bytes(rtf)
  return concat([numbers([bytes.length + 12, bytes.length, 0x414c454d, 0]), bytes])
}
