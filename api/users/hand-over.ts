import type { Transaction } from 'kysely'
import type { HandoverOutcome } from '../database/directory-tables.ts'
import type { Database } from '../database/schema.ts'

/** Someone whose account is being disabled. */
export interface Leaver {
  id: string
  /** The nearest leader who is still here; null when there is none. */
  leaderId: string | null
  /** Who disables the account; null for the directory. */
  actorId: string | null
  /** The API's clock. */
  at: Date
}

/** One thing the leaver answered for, and what became of it. */
export interface HandedOver {
  /** A resource's name for one: `newsPost`. */
  type: string
  id: string
  outcome: HandoverOutcome
  /** Who sees to it now; null when there is nobody. */
  recipientId: string | null
}

/**
 * What an area does with what a leaver answered for: passes it to whoever has the role now, or to the leader, or ends
 * it. Nothing anybody wrote is removed. Runs in the transaction that disables the account, and records its own changes.
 */
export type HandOver = (trx: Transaction<Database>, leaver: Leaver) => Promise<HandedOver[]>
