import type { Transaction, Updateable } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { NewsPostTable } from '../database/news-post-tables.ts'
import { allow } from '../http/allow.ts'
import { conflict } from '../http/errors.ts'
import { imageFileIds, parseDocument } from '../rich-text/document.ts'
import { isSameDocument } from '../rich-text/same-document.ts'
import type { Viewer } from '../viewer.ts'
import type { NewNewsPost, NewsPostPatch } from './contract.ts'
import { guardTexts, recordAccepted } from './guard.ts'
import {
  canChangeNewsPost,
  canCompleteAction,
  canConfirmNewsPost,
  canDeleteNewsPost,
  hasBeenOut,
  ownsNewsPost,
} from './policy.ts'
import { confirmVersion, forgetActionDone, setActionDone } from './readings.ts'
import { audienceKeysOf, requireComplete, requireDayAhead } from './requirements.ts'
import {
  audienceColumns,
  bodyColumns,
  deleteNewsPost,
  findFacts,
  insertNewsPost,
  lifeColumns,
  listAttachmentIds,
  requireUnits,
  requireUsableFiles,
  setAttachments,
  updateNewsPost,
  type LockedNewsPost,
} from './store.ts'
import { insertVersion, keepVersion } from './versions.ts'
import { log, type WriteContext } from './write-context.ts'

/** What the editor starts from. */
const emptyDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Saves a new draft. @returns its id. @throws 422 for content that is refused. */
export async function createNewsPost(
  { trx, viewer, now }: WriteContext,
  input: NewNewsPost,
): Promise<string> {
  const body = parseDocument(input.body ?? emptyDocument)
  const accepted = guardTexts({ ...guardedTexts(input), body }, input.acceptedFindings)
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
    ...definedOf(lifeColumns(input)),
    responsible_unit_id: input.responsibleUnitId ?? (await mainUnitOf(trx, viewer)),
    created_at: now,
    changed_at: now,
    changed_by_id: viewer.id,
  })
  const files = { attachmentIds: [...new Set(input.attachmentIds)], inlineIds: imageFileIds(body) }
  await requireUsableFiles(trx, viewer, undefined, 'attachmentIds', files.attachmentIds)
  await requireUsableFiles(trx, viewer, undefined, 'body', files.inlineIds)
  await requireUsableFiles(trx, viewer, undefined, 'coverImage', coverIdsOf(input))
  await setAttachments(trx, id, files.attachmentIds, files.inlineIds)
  await recordAccepted(trx, viewer, id, accepted, now)
  await log({ trx, viewer, now }, 'created', id)
  return id
}

/**
 * Changes a locked post. What has been out gets a new version when its content changes, and may only be changed by
 * someone who may publish both to the audience it had and to the one it gets. What is scheduled and loses its time is a
 * draft again.
 * @throws 403, 422
 */
export async function changeNewsPost(
  { trx, viewer, now }: WriteContext,
  post: LockedNewsPost,
  patch: NewsPostPatch,
): Promise<void> {
  const body = patch.body === undefined ? undefined : parseDocument(patch.body)
  const accepted = guardTexts({ ...guardedTexts(patch), body }, patch.acceptedFindings, {
    ...post,
    coverImage: post.coverAlt,
    actionRequired: actionText({ what: post.actionWhat ?? '', who: post.actionWho }),
  })
  await requireUnits(trx, 'audience/orgUnitIds', patch.audience?.orgUnitIds ?? [])
  await requireUnits(trx, 'responsibleUnitId', patch.responsibleUnitId ? [patch.responsibleUnitId] : [])
  const old = await listAttachmentIds(trx, post.id)
  const attachmentIds = patch.attachmentIds ? [...new Set(patch.attachmentIds)] : old.attachmentIds
  const hasNewContent =
    (patch.title !== undefined && patch.title !== post.title) ||
    (patch.lead !== undefined && patch.lead !== post.lead) ||
    (body !== undefined && !isSameDocument(body, post.body)) ||
    (patch.coverImage !== undefined && (patch.coverImage?.fileId ?? null) !== post.coverFileId) ||
    asksForSomethingElse(post, patch) ||
    attachmentIds.join() !== old.attachmentIds.join()
  const isNewVersion = hasBeenOut(post) && hasNewContent
  const isSignificant = patch.changeKind !== 'editorial'
  const isUnscheduled = post.state === 'scheduled' && patch.publishDateTime === null
  if (isNewVersion) await keepVersion(trx, post.id)
  const columns: Updateable<NewsPostTable> = {
    title: patch.title,
    lead: patch.lead,
    ...(body && bodyColumns(body)),
    ...(patch.audience && audienceColumns(patch.audience)),
    importance: patch.importance,
    confirm_by: patch.confirmBy,
    responsible_unit_id: patch.responsibleUnitId,
    ...lifeColumns(patch),
    ...(isUnscheduled && { state: 'draft' }),
    ...(isNewVersion && { version: post.version + 1 }),
    ...(isNewVersion && isSignificant && { significant_version: post.version + 1 }),
  }
  await updateNewsPost(trx, post.id, columns, { by: viewer.id, at: now })
  if (patch.attachmentIds !== undefined || body !== undefined) {
    const inlineIds = body === undefined ? old.inlineIds : imageFileIds(body)
    await requireUsableFiles(trx, viewer, post.id, 'attachmentIds', attachmentIds)
    await requireUsableFiles(trx, viewer, post.id, 'body', inlineIds)
    await setAttachments(trx, post.id, attachmentIds, inlineIds)
  }
  await requireUsableFiles(trx, viewer, post.id, 'coverImage', coverIdsOf(patch))
  if (isNewVersion) {
    await insertVersion(trx, post.id, { isSignificant, note: patch.changeNote ?? '', by: viewer.id, at: now })
    // What readers have done is not what is asked for now.
    if (isSignificant && asksForSomethingElse(post, patch)) await forgetActionDone(trx, post.id)
  }
  const changed = await findFacts(trx, viewer, post.id)
  // Handing a post over to a unit out of one's reach would leave it out of one's sight.
  allow(changed !== undefined && canChangeNewsPost(viewer, changed))
  if (hasBeenOut(post) || (post.state === 'scheduled' && !isUnscheduled)) {
    await requireComplete(trx, post.id, now, { goesOut: post.state === 'scheduled' })
    if (patch.confirmBy && patch.confirmBy !== post.confirmBy)
      requireDayAhead('confirmBy', patch.confirmBy, now)
  }
  await recordAccepted(trx, viewer, post.id, accepted, now)
  // Those it no longer reaches are told as well: their open pages must let go of it.
  const audienceKeys = await audienceKeysOf(trx, post.id)
  const reached = new Set([...post.audienceKeys, ...audienceKeys])
  const live = hasBeenOut(post) ? { audienceKeys: [...reached] } : undefined
  const data = {
    changed: Object.keys(patch).filter((name) => name !== 'acceptedFindings'),
    ...(patch.audience && { audienceKeys, audienceKeysBefore: post.audienceKeys }),
    ...(isUnscheduled && { state: 'draft' }),
    ...(isNewVersion && {
      version: post.version + 1,
      changeKind: isSignificant ? 'significant' : 'editorial',
    }),
  }
  await log({ trx, viewer, now }, 'changed', post.id, data, live)
}

/** Removes what has never been out. @throws 403, 409 `hasBeenPublished`, or `scheduled` for what waits for its time. */
export async function removeNewsPost(context: WriteContext, post: LockedNewsPost): Promise<void> {
  const { trx, viewer } = context
  allow(ownsNewsPost(viewer, post))
  if (!canDeleteNewsPost(viewer, post)) {
    throw hasBeenOut(post)
      ? conflict('hasBeenPublished', 'The post has been published. Archive it instead.')
      : conflict('scheduled', 'The post is scheduled. Withdraw it first.')
  }
  const fileIds = await deleteNewsPost(trx, post.id)
  await log(context, 'deleted', post.id, { fileIds })
}

/**
 * Confirms that the viewer has read and understood. The confirmation is bound to the version (features.md N3).
 * @throws as `versionToConfirm`
 */
export async function confirmNewsPost(
  context: WriteContext,
  post: LockedNewsPost,
  seen: number | undefined,
): Promise<void> {
  const { trx, viewer, now } = context
  const version = versionToConfirm(post, seen)
  if (version === undefined) return
  await confirmVersion(trx, post.id, viewer.id, version, now)
  await log(context, 'confirmed', post.id, { version })
}

/**
 * Which version a confirmation is of; undefined when it is confirmed already.
 * @param post as it is to who must confirm it.
 * @param seen the version the reader had before the eyes: the present one, or one from which it differs editorially.
 * @throws 403 when nothing is asked of them, 409 `versionChanged`
 */
export function versionToConfirm(post: LockedNewsPost, seen: number | undefined): number | undefined {
  if (hasBeenOut(post) && (post.confirmedVersion ?? 0) >= post.significantVersion) return undefined
  allow(canConfirmNewsPost(post))
  const version = seen ?? post.version
  if (version < post.significantVersion || version > post.version) {
    throw conflict('versionChanged', `The post is now in version ${post.version}.`)
  }
  return version
}

/** Says that what the post asks for is done, or is not after all. @throws 403 when nothing is asked of the viewer. */
export async function completeAction(
  { trx, viewer, now }: WriteContext,
  post: LockedNewsPost,
  isDone: boolean,
): Promise<void> {
  allow(canCompleteAction(post))
  await setActionDone(trx, post.id, viewer.id, isDone ? now : null)
}

/** The texts of an input the guard reads, beside the body. */
const guardedTexts = ({ title, lead, coverImage, actionRequired }: NewsPostPatch) => ({
  title,
  lead,
  ...(coverImage && { coverImage: coverImage.altText }),
  ...(actionRequired && { actionRequired: actionText(actionRequired) }),
})

const actionText = ({ what, who }: { what: string; who: string }) => `${what}\n${who}`

/** Whether what readers are asked to do becomes another thing, of others, or by another day. */
const asksForSomethingElse = (post: LockedNewsPost, { actionRequired }: NewsPostPatch) =>
  actionRequired !== undefined &&
  ((actionRequired?.what ?? null) !== post.actionWhat ||
    (actionRequired?.who ?? '') !== post.actionWho ||
    (actionRequired?.dueDate ?? null) !== post.actionDue)

const coverIdsOf = ({ coverImage }: NewsPostPatch) => (coverImage ? [coverImage.fileId] : [])

/** Without what is undefined, which an insert would take for null. */
const definedOf = <T extends object>(columns: T): T =>
  // Every key that is left is one of T's, with its value.
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as T

async function mainUnitOf(trx: Transaction<Database>, viewer: Viewer): Promise<string | null> {
  const row = await trx
    .selectFrom('user')
    .select('org_unit_id')
    .where('id', '=', viewer.id)
    .executeTakeFirst()
  return row?.org_unit_id ?? null
}
