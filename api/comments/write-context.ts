import type { Transaction } from 'kysely'
import { actorOf } from '../acting.ts'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'
import type { CommentPowers } from './policy.ts'
import type { CommentTarget } from './target.ts'

/** Who writes about what, in which transaction, and when. */
export interface CommentContext {
  trx: Transaction<Database>
  viewer: Viewer
  now: Date
  target: CommentTarget
  targetId: string
  powers: CommentPowers
}

/** What can happen to a comment, for the audit log. */
export type CommentEvent = 'created' | 'changed' | 'deleted' | 'removed' | 'restored' | 'answered'

/**
 * Appends to the audit log, and tells open pages of those who may read it. The entry is about the thing commented on,
 * as that is what pages are open at.
 */
export async function logComment(
  { trx, viewer, now, target, targetId }: CommentContext,
  what: CommentEvent,
  commentId: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await record(trx, {
    ...actorOf(viewer),
    action: `comment.${what}`,
    targetType: target.type,
    targetId,
    data: { commentId, ...data },
    live: { audienceKeys: await target.findAudienceKeys(trx, targetId) },
    at: now,
  })
}

/** Logs that the writer said of each finding: this is not a national identity number. Places, never numbers. */
export async function recordAccepted(
  { trx, viewer, now, target, targetId }: CommentContext,
  commentId: string,
  findings: readonly unknown[],
): Promise<void> {
  if (findings.length === 0) return
  await record(trx, {
    ...actorOf(viewer),
    action: 'comment.sensitiveContentAccepted',
    targetType: target.type,
    targetId,
    data: { commentId, findings },
    at: now,
  })
}
