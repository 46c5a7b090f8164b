import type { OutgoingChannel } from '../database/outgoing-tables.ts'

/** An e-mail to one person, ready to be sent. The sender's address belongs to the place that sends. */
export interface Email {
  /** The message's own id, the same at every attempt: receiving servers know a copy by it. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  /** Extra header fields, by name. */
  headers: Readonly<Record<string, string>>
}

/** A post in the municipality's Teams channel: the body of a Teams workflow's webhook. */
export interface TeamsPost {
  type: 'message'
  attachments: readonly { contentType: string; contentUrl: null; content: Record<string, unknown> }[]
}

/** What goes out, by channel. */
export interface OutgoingForm {
  email: Email
  teams: TeamsPost
}

/** The ways out of the house this place has. What has no way out waits, and is let go of after some days. */
export type Outlets = {
  /** @throws Undeliverable when it is no use to try again; anything else when it may be. */
  readonly [Channel in OutgoingChannel]?: (form: OutgoingForm[Channel]) => Promise<void>
}

/** The other end has refused for good: the address does not exist, the message is not taken. */
export class Undeliverable extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Undeliverable'
  }
}
