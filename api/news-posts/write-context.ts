import type { Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'

/** Who writes, in which transaction, and when. */
export interface WriteContext {
  trx: Transaction<Database>
  viewer: Viewer
  now: Date
}

/** What can happen to a post, for the audit log. */
export type NewsPostEvent =
  | 'created'
  | 'changed'
  | 'submitted'
  | 'withdrawn'
  | 'approved'
  | 'rejected'
  | 'scheduled'
  | 'published'
  | 'expired'
  | 'expiryNoticed'
  | 'archived'
  | 'restored'
  | 'deleted'
  | 'notPublished'
  | 'reminded'
  | 'confirmed'

/** Appends to the audit log, and tells open pages when the change shows there. @param viewer null for the clock. */
export async function log(
  { trx, viewer, now }: { trx: Transaction<Database>; viewer: Pick<Viewer, 'id'> | null; now: Date },
  what: NewsPostEvent,
  id: string,
  data: Record<string, unknown> = {},
  live?: { audienceKeys: readonly string[] },
): Promise<void> {
  await record(trx, {
    actorId: viewer?.id ?? null,
    action: `newsPost.${what}`,
    targetType: 'newsPost',
    targetId: id,
    data,
    live,
    at: now,
  })
}
