import { readCompoundFile, type CompoundStorage } from './compound-file.ts'
import { uint16, uint32 } from './little-endian.ts'
import {
  maxAttachments,
  maxMessageDepth,
  maxRecipients,
  statedCodePage,
  type MapiAttachment,
  type MapiMessage,
} from './mapi-message.ts'
import { isReadProperty, mapiTypes, type MapiProperties, type MapiValue } from './mapi-properties.ts'
import { notAMessage } from './message-start.ts'

/** Bytes before the entries of a property stream ([MS-OXMSG] 2.4). */
const headerSizes = { file: 32, embedded: 24, item: 8 } as const

const fixedTypes = new Set<number>([mapiTypes.int16, mapiTypes.int32, mapiTypes.boolean, mapiTypes.time])

const propertyStream = '__properties_version1.0'
const embeddedMessage = '__substg1.0_3701000D'

/**
 * Reads Outlook's own message file, `.msg` ([MS-OXMSG]).
 * @throws 422 `notAMessage` for a compound file that is something else, such as an old Word document.
 */
export function readMsgFile(file: Uint8Array): MapiMessage {
  const root = readCompoundFile(file)
  if (!root.streams.has(propertyStream)) throw notAMessage()
  return readMessage(root, headerSizes.file, 0)
}

function readMessage(storage: CompoundStorage, headerSize: number, depth: number): MapiMessage {
  const inside = (prefix: string, max: number) =>
    [...storage.storages]
      .filter(([name]) => name.startsWith(prefix))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, max)
      .map(([, item]) => item)
  const properties = readProperties(storage, headerSize)
  return {
    properties,
    recipients: inside('__recip_version1.0_#', maxRecipients).map((item) =>
      readProperties(item, headerSizes.item),
    ),
    attachments: inside('__attach_version1.0_#', maxAttachments).map((item) => readAttachment(item, depth)),
    codePage: statedCodePage(properties),
  }
}

function readAttachment(storage: CompoundStorage, depth: number): MapiAttachment {
  const properties = readProperties(storage, headerSizes.item)
  const inner = storage.storages.get(embeddedMessage)
  // An object of another program lies in a storage of the same name, but has no properties.
  if (!inner?.streams.has(propertyStream) || depth >= maxMessageDepth) return { properties }
  return { properties, message: readMessage(inner, headerSizes.embedded, depth + 1) }
}

/** Values of fixed size stand in one stream, each of the others in a stream of its own. */
function readProperties({ streams }: CompoundStorage, headerSize: number): MapiProperties {
  const properties = new Map<number, MapiValue>()
  const fixed = streams.get(propertyStream)?.() ?? new Uint8Array()
  for (let at = headerSize; at + 16 <= fixed.length; at += 16) {
    const id = uint16(fixed, at + 2)
    const value = { type: uint32(fixed, at) & 0xffff, bytes: fixed.subarray(at + 8, at + 16) }
    if (isReadProperty(id) && fixedTypes.has(value.type)) properties.set(id, value)
  }
  for (const [name, read] of streams) {
    const [, id = '', type = ''] = /^__substg1\.0_([\da-f]{4})([\da-f]{4})$/i.exec(name) ?? []
    const key = Number.parseInt(id, 16)
    if (isReadProperty(key)) properties.set(key, { type: Number.parseInt(type, 16), bytes: read() })
  }
  return properties
}
