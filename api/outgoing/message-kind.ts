import type { Kysely, RawBuilder } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { OutgoingForm } from './outlets.ts'

/** A message that has been taken out of the tray to be sent. */
export interface TakenMessage {
  id: string
  /** Null for a channel. */
  recipientId: string | null
  newsPostId: string | null
  content: Record<string, unknown>
}

/** What a message is made with. */
export interface Composing {
  db: Kysely<Database>
  now: Date
  /** Public origin, without trailing slash. */
  publicUrl: string
}

/** One kind of message the house sends: who gets it, and what it says. */
export interface MessageKind<Channel extends keyof OutgoingForm = keyof OutgoingForm> {
  name: string
  channel: Channel
  /**
   * Who gets a batch, as a query of one column of user ids, or of one null for a channel. Asked when the batch may go,
   * so that nobody is written to about what they have done meanwhile. Without it the recipients were named at once.
   */
  recipients?(newsPostId: string, now: Date): RawBuilder<unknown>
  /**
   * The words, from what the thing is now, in the recipient's language.
   * @returns undefined when it is not to be sent after all: audience is access, and access may have ended.
   */
  compose(message: TakenMessage, composing: Composing): Promise<OutgoingForm[Channel] | undefined>
}
