import { mapiIds, mapiNumber, type MapiProperties } from './mapi-properties.ts'

/** A message as Outlook keeps it, whether in a `.msg` file or in `winmail.dat`. */
export interface MapiMessage {
  properties: MapiProperties
  recipients: MapiProperties[]
  attachments: MapiAttachment[]
  /** Of its 8-bit texts; 0 when it is not stated. */
  codePage: number
}

/** Something attached: a file in the properties, or a whole message. */
export interface MapiAttachment {
  properties: MapiProperties
  message?: MapiMessage
}

/** How deep messages may lie inside each other for the innermost to be read. */
export const maxMessageDepth = 5
/** Recipients and attachments beyond these numbers are not read. */
export const maxRecipients = 5000
export const maxAttachments = 500

/** The code page of a message's 8-bit texts: the one it states, then that of the file around it. */
export function statedCodePage(properties: MapiProperties, outer = 0): number {
  return (
    mapiNumber(properties, mapiIds.messageCodePage) ||
    outer ||
    mapiNumber(properties, mapiIds.internetCodePage)
  )
}
