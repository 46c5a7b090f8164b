import { isCompoundFile } from './compound-file.ts'
import { isTnefFile } from './tnef-file.ts'

/** The kinds of file an e-mail message comes in: a message of text, Outlook's own, and what Outlook packs. */
export const messageMediaTypes = [
  'message/rfc822',
  'application/vnd.ms-outlook',
  'application/ms-tnef',
] as const

export type MessageMediaType = (typeof messageMediaTypes)[number]

/** The kind a file has by its first bytes. What is neither of Outlook's kinds can only be text. */
export function recogniseMessage(file: Uint8Array): MessageMediaType {
  if (isCompoundFile(file)) return 'application/vnd.ms-outlook'
  return isTnefFile(file) ? 'application/ms-tnef' : 'message/rfc822'
}
