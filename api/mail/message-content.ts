import { decodeText } from './charset.ts'
import type { MessagePart } from './message-part.ts'

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
  /** Some of it can only be read by the receiver. */
  isEncrypted: boolean
}

/** Sorts the parts of a message into body, files and attached messages. */
export function messageContent(part: MessagePart): MessageContent {
  const [, subtype = ''] = /^multipart\/(.+)$/.exec(part.type.value) ?? []
  switch (subtype) {
    case '':
      return leafContent(part)
    case 'encrypted':
      return { ...nothing(), isEncrypted: true }
    case 'alternative':
      return chooseAlternative(part.children.map(messageContent))
    case 'related':
      return relatedContent(part.children)
    default:
      return merge(part.children.map(messageContent))
  }
}

const nothing = (): MessageContent => ({ body: [], files: [], messages: [], isEncrypted: false })

/** Written by programs for programs. */
const machineMade =
  /^(application\/(pgp-signature|(x-)?pkcs7-signature|pgp-keys)|message\/delivery-status|text\/rfc822-headers)$/
const encrypted = /^application\/(pgp-encrypted|(x-)?pkcs7-mime)$/

function leafContent(part: MessagePart): MessageContent {
  const type = part.type.value
  if (machineMade.test(type)) return nothing()
  if (encrypted.test(type)) return { ...nothing(), isEncrypted: true }
  if (type === 'message/rfc822' || type === 'message/global') return { ...nothing(), messages: [part] }
  const isAttached = part.disposition.value === 'attachment' || fileName(part) !== ''
  if (!isAttached && type === 'text/html') return { ...nothing(), body: [{ kind: 'html', part }] }
  if (!isAttached && type === 'text/plain') return { ...nothing(), body: [{ kind: 'text', part }] }
  if (part.bytes.length === 0) return nothing()
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
function relatedContent(children: MessagePart[]): MessageContent {
  const [root, ...others] = children.map(messageContent)
  const beside = others.map((content) => ({
    ...content,
    body: content.body.filter((piece) => piece.kind !== 'image'),
  }))
  return merge([root ?? nothing(), ...beside])
}
