import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
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
  const head = await trx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  const entry = {
    seq: head.seq + 1,
    occurred_at: change.at,
    actor_id: change.actorId,
    on_behalf_of_id: change.onBehalfOfId ?? null,
    action: change.action,
    target_type: change.targetType,
    target_id: change.targetId,
    data: change.data ?? {},
  }
  const hash = await entryHash(head.hash, entry)
  await trx
    .insertInto('audit_entry')
    .values({ ...entry, data: JSON.stringify(entry.data), prev_hash: head.hash, hash })
    .execute()
  await trx.updateTable('audit_head').set({ seq: entry.seq, hash }).execute()
  if (change.live) {
    await trx
      .insertInto('live_event')
      .values({
        id: entry.seq,
        occurred_at: change.at,
        topic: change.action,
        resource_id: change.targetId,
        audience_keys: [...change.live.audienceKeys],
      })
      .execute()
    await sql`select pg_notify(${liveChannel}, ${String(entry.seq)})`.execute(trx)
  }
  return entry.seq
}
