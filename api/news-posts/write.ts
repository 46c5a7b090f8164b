import type { Transaction, Updateable } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database, NewsPostTable } from '../database/schema.ts'
import { allow } from '../http/allow.ts'
import type { ErrorDetail } from '../http/contract.ts'
import { conflict, unprocessable } from '../http/errors.ts'
import { imageFileIds, parseDocument } from '../rich-text/document.ts'
import type { Viewer } from '../viewer.ts'
import type { NewNewsPost, NewsPostPatch } from './contract.ts'
import { guardTexts, recordAccepted } from './guard.ts'
import {
  canArchiveNewsPost,
  canChangeNewsPost,
  canConfirmNewsPost,
  canDeleteNewsPost,
  canEditNewsPost,
  canPublishTo,
  hasBeenOut,
} from './policy.ts'
import {
  audienceColumns,
  bodyColumns,
  confirmVersion,
  deleteNewsPost,
  findFacts,
  insertNewsPost,
  listAttachmentIds,
  requireUnits,
  requireUsableFiles,
  setAttachments,
  updateNewsPost,
  type LockedNewsPost,
} from './store.ts'

/** Who writes, in which transaction, and when. */
export interface WriteContext {
  trx: Transaction<Database>
  viewer: Viewer
  now: Date
}

/** What the editor starts from. */
const emptyDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Saves a new draft. @returns its id. @throws 422 for content that is refused. */
export async function createNewsPost(
  { trx, viewer, now }: WriteContext,
  input: NewNewsPost,
): Promise<string> {
  const body = parseDocument(input.body ?? emptyDocument)
  const accepted = guardTexts({ title: input.title, lead: input.lead, body }, input.acceptedFindings)
  const audience = input.audience ?? { everyone: false, orgUnitIds: [], roles: [] }
  await requireUnits(trx, 'audience/orgUnitIds', audience.orgUnitIds)
  await requireUnits(trx, 'responsibleUnitId', input.responsibleUnitId ? [input.responsibleUnitId] : [])
  const id = await insertNewsPost(trx, {
    title: input.title,
    lead: input.lead ?? '',
    ...bodyColumns(body),
    ...audienceColumns(audience),
    importance: input.importance ?? 'normal',
    confirm_by: input.confirmBy ?? null,
    author_id: viewer.id,
    responsible_unit_id: input.responsibleUnitId ?? (await mainUnitOf(trx, viewer)),
    created_at: now,
    changed_at: now,
    changed_by_id: viewer.id,
  })
  const files = { attachmentIds: input.attachmentIds ?? [], inlineIds: imageFileIds(body) }
  await requireUsableFiles(trx, viewer, undefined, 'attachmentIds', files.attachmentIds)
  await requireUsableFiles(trx, viewer, undefined, 'body', files.inlineIds)
  await setAttachments(trx, id, files.attachmentIds, files.inlineIds)
  await recordAccepted(trx, viewer, id, accepted, now)
  await log({ trx, viewer, now }, 'created', id)
  return id
}

async function mainUnitOf(trx: Transaction<Database>, viewer: Viewer): Promise<string | null> {
  const row = await trx
    .selectFrom('user')
    .select('org_unit_id')
    .where('id', '=', viewer.id)
    .executeTakeFirst()
  return row?.org_unit_id ?? null
}

/**
 * Changes a locked post. What has been out gets a new version when its content changes, and may only be changed by
 * someone who may publish both to the audience it had and to the one it gets.
 * @throws 403, 422
 */
export async function changeNewsPost(
  { trx, viewer, now }: WriteContext,
  post: LockedNewsPost,
  patch: NewsPostPatch,
): Promise<void> {
  const body = patch.body === undefined ? undefined : parseDocument(patch.body)
  const accepted = guardTexts({ title: patch.title, lead: patch.lead, body }, patch.acceptedFindings, post)
  await requireUnits(trx, 'audience/orgUnitIds', patch.audience?.orgUnitIds ?? [])
  await requireUnits(trx, 'responsibleUnitId', patch.responsibleUnitId ? [patch.responsibleUnitId] : [])
  const old = await listAttachmentIds(trx, post.id)
  const attachmentIds = patch.attachmentIds ?? old.attachmentIds
  const hasNewContent =
    (patch.title !== undefined && patch.title !== post.title) ||
    (patch.lead !== undefined && patch.lead !== post.lead) ||
    (body !== undefined && JSON.stringify(body) !== JSON.stringify(post.body)) ||
    attachmentIds.join() !== old.attachmentIds.join()
  const columns: Updateable<NewsPostTable> = {
    title: patch.title,
    lead: patch.lead,
    ...(body && bodyColumns(body)),
    ...(patch.audience && audienceColumns(patch.audience)),
    importance: patch.importance,
    confirm_by: patch.confirmBy,
    responsible_unit_id: patch.responsibleUnitId,
    ...(hasBeenOut(post) && hasNewContent ? { version: post.version + 1 } : {}),
  }
  await updateNewsPost(trx, post.id, columns, { by: viewer.id, at: now })
  if (patch.attachmentIds !== undefined || body !== undefined) {
    const inlineIds = body === undefined ? old.inlineIds : imageFileIds(body)
    await requireUsableFiles(trx, viewer, post.id, 'attachmentIds', attachmentIds)
    await requireUsableFiles(trx, viewer, post.id, 'body', inlineIds)
    await setAttachments(trx, post.id, attachmentIds, inlineIds)
  }
  const changed = await findFacts(trx, viewer, post.id)
  // Handing a post over to a unit out of one's reach would leave it out of one's sight.
  allow(changed !== undefined && canChangeNewsPost(viewer, changed))
  if (hasBeenOut(post)) await requireComplete(trx, post.id)
  await recordAccepted(trx, viewer, post.id, accepted, now)
  // Those it no longer reaches are told as well: their open pages must let go of it.
  const reached = new Set([...post.audienceKeys, ...(await audienceKeysOf(trx, post.id))])
  const live = hasBeenOut(post) ? { audienceKeys: [...reached] } : undefined
  const data = { changed: Object.keys(patch).filter((name) => name !== 'acceptedFindings') }
  await log({ trx, viewer, now }, 'changed', post.id, data, live)
}

/** Puts a draft out, or an archived post out again. @throws 403, 409 when it is out already, 422 naming what is missing. */
export async function publishNewsPost(context: WriteContext, post: LockedNewsPost): Promise<void> {
  const { trx, viewer, now } = context
  allow(canEditNewsPost(viewer, post) && canPublishTo(viewer, post))
  if (post.state === 'published') throw conflict('alreadyPublished', 'The post is published already.')
  await requireComplete(trx, post.id)
  const columns = {
    state: 'published' as const,
    published_at: now,
    archived_at: null,
    version: post.version + 1,
  }
  await updateNewsPost(trx, post.id, columns, { by: viewer.id, at: now })
  await log(context, 'published', post.id, { version: columns.version }, { audienceKeys: post.audienceKeys })
}

/** Takes a post out of the feed; those it reached can still read it. @throws 403, 409 when it is not out. */
export async function archiveNewsPost(context: WriteContext, post: LockedNewsPost): Promise<void> {
  const { trx, viewer, now } = context
  allow(canEditNewsPost(viewer, post))
  if (!canArchiveNewsPost(viewer, post)) throw conflict('notPublished', 'The post is not published.')
  await updateNewsPost(trx, post.id, { state: 'archived', archived_at: now }, { by: viewer.id, at: now })
  await log(context, 'archived', post.id, {}, { audienceKeys: post.audienceKeys })
}

/** Removes what has never been out. @throws 403, 409 when it has been out. */
export async function removeNewsPost(context: WriteContext, post: LockedNewsPost): Promise<void> {
  const { trx, viewer } = context
  allow(canEditNewsPost(viewer, post))
  if (!canDeleteNewsPost(viewer, post)) {
    throw conflict('hasBeenPublished', 'The post has been published. Archive it instead.')
  }
  const fileIds = await deleteNewsPost(trx, post.id)
  await log(context, 'deleted', post.id, { fileIds })
}

/**
 * Confirms that the viewer has read and understood. The confirmation is bound to the version (features.md N3).
 * @param seen the version the reader had before the eyes; confirming another than the current one is refused.
 * @throws 403 when nothing is asked of the viewer, 409 `versionChanged`
 */
export async function confirmNewsPost(
  context: WriteContext,
  post: LockedNewsPost,
  seen: number | undefined,
): Promise<void> {
  const { trx, viewer, now } = context
  if (post.confirmedVersion === post.version && post.version > 0) return
  allow(canConfirmNewsPost(post))
  if (seen !== undefined && seen !== post.version) {
    throw conflict('versionChanged', `The post is now in version ${post.version}.`)
  }
  await confirmVersion(trx, post.id, viewer.id, post.version, now)
  await log(context, 'confirmed', post.id, { version: post.version })
}

async function audienceKeysOf(trx: Transaction<Database>, id: string): Promise<string[]> {
  const row = await trx
    .selectFrom('news_post')
    .select('audience_keys')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.audience_keys ?? []
}

/** What a post must have to be out. @throws 422 with one detail per missing thing. */
async function requireComplete(trx: Transaction<Database>, id: string): Promise<void> {
  const post = await trx
    .selectFrom('news_post')
    .select(['title', 'body_text', 'lead', 'audience_keys', 'importance', 'confirm_by'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const missing: ErrorDetail[] = []
  const miss = (target: string, message: string) =>
    missing.push({ code: 'requiredFieldMissing', target, message })
  if (post.title === '') miss('title', 'A published post has a title.')
  if (post.body_text.trim() === '' && post.lead === '') miss('body', 'A published post has a text.')
  if (post.audience_keys.length === 0) miss('audience', 'A published post is for someone.')
  if (post.confirm_by !== null && post.importance !== 'mustRead') {
    miss('importance', 'Only a must-read has a day to confirm by.')
  }
  if (missing.length > 0) throw unprocessable('incomplete', 'The post is not ready to be published.', missing)
}

async function log(
  { trx, viewer, now }: WriteContext,
  what: 'created' | 'changed' | 'published' | 'archived' | 'deleted' | 'confirmed',
  id: string,
  data: Record<string, unknown> = {},
  live?: { audienceKeys: string[] },
): Promise<void> {
  await record(trx, {
    actorId: viewer.id,
    action: `newsPost.${what}`,
    targetType: 'newsPost',
    targetId: id,
    data,
    live,
    at: now,
  })
}
