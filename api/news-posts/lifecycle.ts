import { sql, type Transaction, type Updateable } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { NewsPostTable } from '../database/news-post-tables.ts'
import { allow } from '../http/allow.ts'
import { conflict } from '../http/errors.ts'
import { notify } from '../notifications/notify.ts'
import { announceNewsPost } from './announce.ts'
import {
  canApproveNewsPost,
  canArchiveNewsPost,
  canEditNewsPost,
  canPublishTo,
  canRestoreNewsPost,
  canSubmitNewsPost,
  hasBeenOut,
  ownsNewsPost,
} from './policy.ts'
import { recipientCount } from './recipients.ts'
import { requireComplete } from './requirements.ts'
import { updateNewsPost, type LockedNewsPost } from './store.ts'
import { insertVersion } from './versions.ts'
import { log, type Actor, type WriteContext } from './write-context.ts'

/*
 * draft → inReview → (scheduled →) published → expired | archived. One function per step: it asks whether the viewer
 * may, whether the post is where it can be done from, does it, and logs it.
 */

/** Sends a draft to somebody who may publish it (features.md N6). @throws 403, 409 `notDraft`, 422 what is missing. */
export async function submitNewsPost(
  context: WriteContext,
  post: LockedNewsPost,
  comment: string,
): Promise<void> {
  const { trx, viewer, now } = context
  allow(canEditNewsPost(viewer, post))
  if (!canSubmitNewsPost(viewer, post)) throw conflict('notDraft', 'Only a draft is submitted.')
  await requireComplete(trx, post.id, now, { goesOut: true })
  const columns = { state: 'inReview' as const, submitted_by_id: viewer.id }
  await update(context, post.id, { ...columns, ...review(context, 'submitted', comment) })
  await log(context, 'submitted', post.id)
}

/** Takes a post out of review, or off the schedule: it is a draft again. @throws 403, 409 `notWaiting` */
export async function withdrawNewsPost(context: WriteContext, post: LockedNewsPost): Promise<void> {
  allow(ownsNewsPost(context.viewer, post))
  if (post.state !== 'inReview' && post.state !== 'scheduled') {
    throw conflict('notWaiting', 'The post is neither in review nor scheduled.')
  }
  await update(context, post.id, { state: 'draft' })
  await log(context, 'withdrawn', post.id)
}

/** Publishes what somebody else submitted, now or at its time. @throws 403, 409 `notInReview`, 422 */
export async function approveNewsPost(
  context: WriteContext,
  post: LockedNewsPost,
  comment: string,
): Promise<void> {
  requireReviewer(context, post)
  await update(context, post.id, review(context, 'approved', comment))
  await tellOfReview(context, post.id, 'newsPostApproved')
  await log(context, 'approved', post.id)
  await putOut(context, post)
}

/** Sends a post back to its author, with the reason. @throws 403, 409 `notInReview` */
export async function rejectNewsPost(
  context: WriteContext,
  post: LockedNewsPost,
  comment: string,
): Promise<void> {
  requireReviewer(context, post)
  await update(context, post.id, { state: 'draft', ...review(context, 'rejected', comment) })
  await tellOfReview(context, post.id, 'newsPostRejected')
  await log(context, 'rejected', post.id)
}

/** Tells who wrote the post and who sent it what came of it. */
async function tellOfReview(
  { trx, viewer, now }: WriteContext,
  id: string,
  kind: 'newsPostApproved' | 'newsPostRejected',
): Promise<void> {
  const post = await trx
    .selectFrom('news_post')
    .select(['author_id', 'submitted_by_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const userIds = [post.author_id, post.submitted_by_id].filter((userId) => userId !== null)
  const resource = { type: 'newsPost', id }
  await notify(trx, { kind, userIds, actorId: viewer.id, threadId: id, resource, at: now })
}

function requireReviewer({ viewer }: WriteContext, post: LockedNewsPost): void {
  allow(canPublishTo(viewer, post))
  if (post.state !== 'inReview') throw conflict('notInReview', 'The post is not in review.')
  allow(canApproveNewsPost(viewer, post))
}

/**
 * Publishes a draft, now or at the time it has been given; puts an archived or expired post out anew.
 * @throws 403, 409 `alreadyPublished` or `inReview`, 422 naming what is missing.
 */
export async function publishNewsPost(context: WriteContext, post: LockedNewsPost): Promise<void> {
  const { viewer } = context
  allow(canEditNewsPost(viewer, post) && canPublishTo(viewer, post))
  if (post.state === 'published') throw conflict('alreadyPublished', 'The post is published already.')
  if (post.state === 'inReview') throw conflict('inReview', 'Approve the post, or withdraw it first.')
  await putOut(context, post)
}

/** Out now, or on the schedule when its time is ahead; what is on the schedule stays there. */
async function putOut(context: WriteContext, post: LockedNewsPost): Promise<void> {
  const { now } = context
  if (post.publishAt && post.publishAt > now && !hasBeenOut(post)) {
    if (post.state === 'scheduled') return
    await requireComplete(context.trx, post.id, now, { goesOut: true })
    await update(context, post.id, { state: 'scheduled', publish_problem: null })
    const { publishAt, audienceKeys } = post
    await log(context, 'scheduled', post.id, { publishDateTime: publishAt.toISOString(), audienceKeys })
    return
  }
  await update(context, post.id, { state: 'published' })
  await requireComplete(context.trx, post.id, now, { goesOut: true })
  await goLive(context, post)
}

/**
 * Makes a post seen by those it reaches. What has been out before keeps its version, and with it its confirmations.
 * @param context `viewer` is null when the clock does it.
 */
export async function goLive(
  context: { trx: Transaction<Database>; viewer: Actor | null; now: Date },
  post: { id: string; version: number; audienceKeys: readonly string[] },
): Promise<void> {
  const { trx, viewer, now } = context
  const isFirst = !hasBeenOut(post)
  await trx
    .updateTable('news_post')
    .set({
      state: 'published',
      published_at: now,
      archived_at: null,
      reached_count: recipientCount,
      publish_problem: null,
      revision: sql`revision + 1`,
      ...(isFirst && { version: 1, significant_version: 1 }),
    })
    .where('id', '=', post.id)
    .execute()
  if (isFirst) {
    await insertVersion(trx, post.id, { isSignificant: true, note: '', by: viewer?.id ?? null, at: now })
  }
  await announceNewsPost(trx, post.id, { byHand: viewer !== null, now })
  const { audienceKeys } = post
  const version = isFirst ? 1 : post.version
  await log(context, 'published', post.id, { version, audienceKeys }, { audienceKeys })
}

/** Takes a post out of the feed; those it reached can still read it. @throws 403, 409 when it is not out. */
export async function archiveNewsPost(context: WriteContext, post: LockedNewsPost): Promise<void> {
  allow(canEditNewsPost(context.viewer, post))
  if (!canArchiveNewsPost(context.viewer, post)) throw conflict('notPublished', 'The post is not published.')
  await update(context, post.id, { state: 'archived', archived_at: context.now })
  await log(context, 'archived', post.id, {}, { audienceKeys: post.audienceKeys })
}

/** Undoes an archiving: the post is where it was in the feed. @throws 403, 409 `notArchived`, 422 */
export async function restoreNewsPost(context: WriteContext, post: LockedNewsPost): Promise<void> {
  const { trx, viewer, now } = context
  allow(canEditNewsPost(viewer, post) && canPublishTo(viewer, post))
  if (!canRestoreNewsPost(viewer, post)) throw conflict('notArchived', 'The post is not archived.')
  await update(context, post.id, { state: 'published', archived_at: null })
  await requireComplete(trx, post.id, now)
  await log(context, 'restored', post.id, {}, { audienceKeys: post.audienceKeys })
}

const update = ({ trx, viewer, now }: WriteContext, id: string, columns: Updateable<NewsPostTable>) =>
  updateNewsPost(trx, id, columns, { by: viewer.id, at: now })

const review = (
  { viewer, now }: WriteContext,
  outcome: 'submitted' | 'approved' | 'rejected',
  comment: string,
) => ({ review_outcome: outcome, review_by_id: viewer.id, review_at: now, review_comment: comment })
