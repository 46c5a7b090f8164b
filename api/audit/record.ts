import { sql, type Insertable, type Transaction } from 'kysely'
import type { AuditEntryTable, Database } from '../database/schema.ts'
import { entryHash } from './entry-hash.ts'

/** What a write did, for the audit log and for open pages. */
export interface Change {
  /** Who; null for the system itself. */
  actorId: string | null
  /** For whom, when a substitute acts: «S for L» (design.md §2). */
  onBehalfOfId?: string
  /** `newsPost.published`, `file.created`: resource, dot, past tense. */
  action: string
  targetType: string
  targetId: string
  /** Facts that explain the change. Never content, names or identity numbers (graph.md §6.8–6.9). */
  data?: Record<string, unknown>
  /** Tells open pages, of those who may see the thing only. The topic is the action. */
  live?: { audienceKeys: readonly string[] }
  /** The API's clock. */
  at: Date
}

/** Audience key of one person's open pages, for what concerns them alone. */
export const userKey = (userId: string) => `user:${userId}`

/** Channel NOTIFY goes out on; the payload is the seq of the event. */
export const liveChannel = 'live'

/**
 * Appends to the audit chain in the caller's transaction: the change and its entry stand or fall together.
 * Call it last; it holds the chain's head until commit, which gives a gapless seq in commit order.
 * @returns the entry's seq.
 */
export async function record(trx: Transaction<Database>, change: Change): Promise<number> {
  return recordAll(trx, [change])
}

/**
 * Appends many changes at once, in their order; as `record`, and as fast for a thousand as for one.
 * @returns the last entry's seq.
 */
export async function recordAll(trx: Transaction<Database>, changes: readonly Change[]): Promise<number> {
  const head = await trx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  let { seq, hash } = head
  const entries: Insertable<AuditEntryTable>[] = []
  for (const change of changes) {
    const entry = {
      seq: ++seq,
      occurred_at: change.at,
      actor_id: change.actorId,
      on_behalf_of_id: change.onBehalfOfId ?? null,
      action: change.action,
      target_type: change.targetType,
      target_id: change.targetId,
      data: change.data ?? {},
    }
    const previous = hash
    hash = await entryHash(previous, entry)
    entries.push({ ...entry, data: JSON.stringify(entry.data), prev_hash: previous, hash })
  }
  if (entries.length === 0) return seq
  for (let at = 0; at < entries.length; at += maxRows) {
    await trx
      .insertInto('audit_entry')
      .values(entries.slice(at, at + maxRows))
      .execute()
  }
  await trx.updateTable('audit_head').set({ seq, hash }).execute()
  for (const [index, change] of changes.entries()) {
    if (change.live) await tell(trx, change, change.live, head.seq + 1 + index)
  }
  return seq
}

/** Rows of one statement: it takes no more than 65 535 parameters. */
const maxRows = 1000

async function tell(
  trx: Transaction<Database>,
  change: Change,
  live: NonNullable<Change['live']>,
  seq: number,
): Promise<void> {
  await trx
    .insertInto('live_event')
    .values({
      id: seq,
      occurred_at: change.at,
      topic: change.action,
      resource_id: change.targetId,
      audience_keys: [...live.audienceKeys],
    })
    .execute()
  await sql`select pg_notify(${liveChannel}, ${String(seq)})`.execute(trx)
}
