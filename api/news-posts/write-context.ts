import type { Transaction } from 'kysely'
import { actorOf } from '../acting.ts'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'

/** Who writes, in which transaction, and when. */
export interface WriteContext {
  trx: Transaction<Database>
  viewer: Viewer
  now: Date
}

/** Who did something, and for whom. */
export type Actor = Pick<Viewer, 'id' | 'onBehalfOf'>

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
  { trx, viewer, now }: { trx: Transaction<Database>; viewer: Actor | null; now: Date },
  what: NewsPostEvent,
  id: string,
  data: Record<string, unknown> = {},
  live?: { audienceKeys: readonly string[] },
): Promise<void> {
  await record(trx, {
    ...(viewer ? actorOf(viewer) : { actorId: null }),
    action: `newsPost.${what}`,
    targetType: 'newsPost',
    targetId: id,
    data,
    live,
    at: now,
  })
}
