import { decodeCodePage } from './code-page.ts'
import { uint16, uint32 } from './little-endian.ts'
import {
  maxAttachments,
  maxMessageDepth,
  maxRecipients,
  statedCodePage,
  type MapiAttachment,
  type MapiMessage,
} from './mapi-message.ts'
import { mapiIds, mapiTypes, type MapiProperties, type MapiValue } from './mapi-properties.ts'
import { readTnefProperties } from './tnef-properties.ts'

/** Whether a file begins as TNEF does. */
export function isTnefFile(file: Uint8Array): boolean {
  return uint32(file, 0) === 0x223e9f78
}

/** The attributes that are read ([MS-OXTNEF] 2.1.3.1). */
const attributes = {
  from: 0x8000,
  subject: 0x18004,
  attachTitle: 0x18010,
  body: 0x2800c,
  dateSent: 0x38005,
  attachData: 0x6800f,
  attachStart: 0x69002,
  properties: 0x69003,
  recipients: 0x69004,
  attachProperties: 0x69005,
  codePage: 0x69007,
  messageClass: 0x78008,
} as const

/** The id Outlook gives a message inside an attachment's data: IID_IMessage, before a stream of its own. */
const messageInterface = 0x00020307

/**
 * Reads TNEF, which Outlook sends to programs it takes for Outlook, often as `winmail.dat` ([MS-OXTNEF]). It is
 * read as far as it goes; checksums are not looked at.
 */
export function readTnefFile(file: Uint8Array): MapiMessage {
  return readMessage(file, 0, 0)
}

type Values = Map<number, MapiValue>

function readMessage(file: Uint8Array, depth: number, outerCodePage: number): MapiMessage {
  const old: Values = new Map()
  let properties: MapiProperties = new Map()
  let recipients: MapiProperties[] = []
  const attachments: { old: Values; properties: MapiProperties }[] = []
  let codePage = outerCodePage
  for (const { id, bytes } of readAttributes(file)) {
    const attachment = attachments.at(-1)
    const text = { type: mapiTypes.text8, bytes }
    if (id === attributes.codePage) codePage = uint32(bytes, 0)
    else if (id === attributes.messageClass) old.set(mapiIds.messageClass, text)
    else if (id === attributes.subject) old.set(mapiIds.subject, text)
    else if (id === attributes.body) old.set(mapiIds.body, text)
    else if (id === attributes.dateSent) old.set(mapiIds.submitTime, timeValue(bytes))
    else if (id === attributes.from) readFrom(bytes, old)
    else if (id === attributes.properties) properties = readTnefProperties(bytes).properties
    else if (id === attributes.recipients) recipients = readRows(bytes)
    else if (id === attributes.attachStart) {
      if (attachments.length >= maxAttachments) break
      attachments.push({ old: new Map(), properties: new Map() })
    } else if (id === attributes.attachTitle) attachment?.old.set(mapiIds.attachLongName, text)
    else if (id === attributes.attachData) {
      attachment?.old.set(mapiIds.attachData, { type: mapiTypes.binary, bytes })
    } else if (id === attributes.attachProperties && attachment !== undefined) {
      attachment.properties = readTnefProperties(bytes).properties
    }
  }
  // The attributes are the older way to say the same; where both are there, properties say more.
  const all = new Map([...old, ...properties])
  codePage = statedCodePage(all, codePage)
  return {
    properties: all,
    recipients,
    attachments: attachments.map((one) =>
      readAttachment(new Map([...one.old, ...one.properties]), depth, codePage),
    ),
    codePage,
  }
}

function readAttachment(properties: MapiProperties, depth: number, codePage: number): MapiAttachment {
  const data = properties.get(mapiIds.attachData)
  if (data?.type !== mapiTypes.object) return { properties }
  const stream = data.bytes.subarray(16)
  const isMessage = uint32(data.bytes, 0) === messageInterface && isTnefFile(stream)
  if (!isMessage || depth >= maxMessageDepth) return { properties }
  return { properties, message: readMessage(stream, depth + 1, codePage) }
}

/** An attribute is a level, its id, its length, its bytes and a checksum; what looks like no attribute ends the file. */
function* readAttributes(file: Uint8Array): Generator<{ id: number; bytes: Uint8Array }> {
  for (let at = 6; at + 9 <= file.length;) {
    const level = file[at]
    if (level !== 1 && level !== 2) return
    const start = at + 9
    const end = start + uint32(file, at + 5)
    yield { id: uint32(file, at + 1), bytes: file.subarray(start, end) }
    at = end + 2
  }
}

function readRows(bytes: Uint8Array): MapiProperties[] {
  const rows: MapiProperties[] = []
  const count = Math.min(uint32(bytes, 0), maxRecipients)
  for (let at = 4; rows.length < count && at < bytes.length;) {
    const row = readTnefProperties(bytes.subarray(at))
    rows.push(row.properties)
    at += row.length
  }
  return rows
}

/** The older attribute of the sender: four lengths, the name, and `SMTP:` with the address. */
function readFrom(bytes: Uint8Array, old: Values) {
  const nameLength = uint16(bytes, 4)
  const name = bytes.subarray(8, 8 + nameLength)
  const address = bytes.subarray(8 + nameLength, 8 + nameLength + uint16(bytes, 6))
  const written = decodeCodePage(address, 0).replace(/^smtp:/i, '')
  old.set(mapiIds.senderName, { type: mapiTypes.text8, bytes: name })
  old.set(mapiIds.senderAddress, { type: mapiTypes.text8, bytes: new TextEncoder().encode(written) })
}

/** The older way to write a time, as numbers of 16 bits in no stated zone, to the newer one. */
function timeValue(bytes: Uint8Array): MapiValue {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [0, 2, 4, 6, 8, 10].map((at) =>
    uint16(bytes, at),
  )
  const milliseconds = Date.UTC(year, month - 1, day, hour, minute, second) + 11_644_473_600_000
  const ticks = BigInt(Math.max(0, milliseconds)) * 10_000n
  const value = new Uint8Array(8)
  new DataView(value.buffer).setBigUint64(0, ticks, true)
  return { type: mapiTypes.time, bytes: value }
}
