import type { MessagePart } from './message-part.ts'

/** What is known about a part that was not read from a message of text. */
export interface PartFacts {
  name?: string
  charset?: string
  contentId?: string
  disposition?: 'attachment' | 'inline'
}

/** A part with its own bytes. */
export function newPart(
  mediaType: string,
  bytes: Uint8Array,
  { name = '', charset = '', contentId = '', disposition }: PartFacts = {},
): MessagePart {
  return {
    fields: [],
    type: { value: mediaType, parameters: new Map(charset === '' ? [] : [['charset', charset]]) },
    disposition: { value: disposition ?? '', parameters: new Map(name === '' ? [] : [['filename', name]]) },
    contentId,
    bytes,
    children: [],
  }
}

/** A part of parts. */
export function newMultipart(
  subtype: 'alternative' | 'mixed' | 'related',
  children: MessagePart[],
): MessagePart {
  return { ...newPart(`multipart/${subtype}`, new Uint8Array()), children }
}
