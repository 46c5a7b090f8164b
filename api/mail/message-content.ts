import { decodeText } from './charset.ts'
import { mapiPart } from './mapi-part.ts'
import type { MessagePart } from './message-part.ts'
import { isTnefFile, readTnefFile } from './tnef-file.ts'

/** A piece of the body, in reading order. `image` is a picture that stands between the texts. */
export interface BodyPiece {
  kind: 'html' | 'text' | 'image'
  part: MessagePart
}

/** What a message consists of, once its alternatives are chosen between. */
export interface MessageContent {
  body: BodyPiece[]
  /** Attached files, and pictures the body may refer to. */
  files: MessagePart[]
  /** Attached messages. */
  messages: MessagePart[]
  /** Names of attachments there is nothing to read of. */
  unreadable: string[]
  /** Some of it can only be read by the receiver. */
  isEncrypted: boolean
}

/** How often something packed may lie in something packed. */
const maxUnpacked = 3

/**
 * Sorts the parts of a message into body, files and attached messages. What Outlook packed into a file of its own
 * (`winmail.dat`) is unpacked.
 */
export function messageContent(part: MessagePart): MessageContent {
  return isPacked(part) ? unpack(part, 0) : contentOf(part, 0)
}

function contentOf(part: MessagePart, unpacked: number): MessageContent {
  const [, subtype = ''] = /^multipart\/(.+)$/.exec(part.type.value) ?? []
  const contents = () => part.children.map((child) => contentOf(child, unpacked))
  switch (subtype) {
    case '':
      return leafContent(part)
    case 'encrypted':
      return { ...nothing(), isEncrypted: true }
    case 'alternative':
      return chooseAlternative(contents())
    case 'related':
      return relatedContent(contents())
    default:
      return mixedContent(part.children, unpacked)
  }
}

const nothing = (): MessageContent => ({
  body: [],
  files: [],
  messages: [],
  unreadable: [],
  isEncrypted: false,
})

/** What Outlook packed says the same as the text beside it, but with its formatting. */
function mixedContent(children: MessagePart[], unpacked: number): MessageContent {
  const packed = unpacked < maxUnpacked ? children.find(isPacked) : undefined
  const others = children.filter((child) => child !== packed)
  const beside = merge(others.map((child) => contentOf(child, unpacked)))
  return packed === undefined ? beside : chooseAlternative([unpack(packed, unpacked), beside])
}

const isPacked = (part: MessagePart) => part.children.length === 0 && isTnefFile(part.bytes)

const unpack = (part: MessagePart, unpacked: number) =>
  contentOf(mapiPart(readTnefFile(part.bytes)), unpacked + 1)

/** Written by programs for programs. */
const machineMade =
  /^(application\/(pgp-signature|(x-)?pkcs7-signature|pgp-keys)|message\/delivery-status|text\/rfc822-headers)$/
const encrypted = /^application\/(pgp-encrypted|(x-)?pkcs7-mime|x-microsoft-rpmsg-message)$/

function leafContent(part: MessagePart): MessageContent {
  const type = part.type.value
  if (machineMade.test(type)) return nothing()
  if (encrypted.test(type)) return { ...nothing(), isEncrypted: true }
  if (type === 'message/rfc822' || type === 'message/global') return { ...nothing(), messages: [part] }
  const isAttached = part.disposition.value === 'attachment' || fileName(part) !== ''
  if (!isAttached && type === 'text/html') return { ...nothing(), body: [{ kind: 'html', part }] }
  if (!isAttached && type === 'text/plain') return { ...nothing(), body: [{ kind: 'text', part }] }
  if (part.bytes.length === 0) return { ...nothing(), unreadable: [fileName(part)].filter(Boolean) }
  const isPicture = type.startsWith('image/') && part.disposition.value !== 'attachment'
  return { ...nothing(), files: [part], body: isPicture ? [{ kind: 'image', part }] : [] }
}

/** The name the sender gave a file; '' when it has none. */
export function fileName(part: MessagePart): string {
  return part.disposition.parameters.get('filename') ?? part.type.parameters.get('name') ?? ''
}

function merge(contents: MessageContent[]): MessageContent {
  return {
    body: contents.flatMap((content) => content.body),
    files: contents.flatMap((content) => content.files),
    messages: contents.flatMap((content) => content.messages),
    unreadable: contents.flatMap((content) => content.unreadable),
    isEncrypted: contents.some((content) => content.isEncrypted),
  }
}

/** Formatted text before plain text; an alternative without anything in it does not count. */
function chooseAlternative(alternatives: MessageContent[]): MessageContent {
  const has = (kind: BodyPiece['kind']) => (content: MessageContent) =>
    content.body.some((piece) => piece.kind === kind && hasText(piece))
  const chosen = alternatives.findLast(has('html')) ?? alternatives.findLast(has('text'))
  const all = merge(alternatives)
  const isUnchosenText = (part: MessagePart) => part.type.value.startsWith('text/') && fileName(part) === ''
  return { ...all, body: chosen?.body ?? [], files: all.files.filter((part) => !isUnchosenText(part)) }
}

function hasText({ kind, part }: BodyPiece): boolean {
  const text = decodeText(part.bytes, part.type.parameters.get('charset'))
  return kind === 'html' ? /(^|>)\s*[^<\s]|<img\b/i.test(text) : /\S/.test(text)
}

/** The first part is the text; pictures beside it are shown only where the text refers to them. */
function relatedContent([root, ...others]: MessageContent[]): MessageContent {
  const beside = others.map((content) => ({
    ...content,
    body: content.body.filter((piece) => piece.kind !== 'image'),
  }))
  return merge([root ?? nothing(), ...beside])
}
