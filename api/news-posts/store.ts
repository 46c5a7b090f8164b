import { sql, type Insertable, type Kysely, type Transaction, type Updateable } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { NewsPostTable } from '../database/news-post-tables.ts'
import { deleteUnheldFiles } from '../files/store.ts'
import { readRows } from '../graph/read.ts'
import { withId } from '../graph/entity.ts'
import { etagOf } from '../graph/resource.ts'
import { notFound, unprocessable } from '../http/errors.ts'
import { plainText } from '../text/plain-text.ts'
import { readingTimeInMinutes } from '../text/reading-time.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import type { Viewer } from '../viewer.ts'
import type { Audience, NewsPostPatch } from './contract.ts'
import type { NewsPostFacts } from './policy.ts'
import { factPaths, factsOf } from './facts.ts'
import { newsPosts } from './resource.ts'

/** A post locked for writing: the rules' view of it, and what writes need to know. */
export interface LockedNewsPost extends NewsPostFacts {
  id: string
  etag: string
  title: string
  lead: string
  body: RichTextDocument
  coverFileId: string | null
  coverAlt: string
  actionWhat: string | null
  actionWho: string
  actionDue: string | null
  confirmBy: string | null
  audienceKeys: string[]
  publishAt: Date | null
}

/**
 * Reads one post for a write and holds it until the transaction ends.
 * @throws 404 when the viewer may not know of it.
 */
export async function lockNewsPost(
  trx: Transaction<Database>,
  viewer: Viewer,
  id: string,
): Promise<LockedNewsPost> {
  const locked = await trx
    .selectFrom('news_post')
    .select([
      'title',
      'lead',
      'body',
      'cover_file_id',
      'cover_alt',
      'action_what',
      'action_who',
      'action_due',
      'confirm_by',
      'audience_keys',
      'publish_at',
      'revision',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) throw notFound()
  const facts = await findFacts(trx, viewer, id)
  if (!facts) throw notFound()
  return {
    ...facts,
    id,
    etag: etagOf(locked.revision),
    title: locked.title,
    lead: locked.lead,
    body: locked.body,
    coverFileId: locked.cover_file_id,
    coverAlt: locked.cover_alt,
    actionWhat: locked.action_what,
    actionWho: locked.action_who,
    actionDue: locked.action_due,
    confirmBy: locked.confirm_by,
    audienceKeys: locked.audience_keys,
    publishAt: locked.publish_at,
  }
}

/** The facts the rules need, or undefined when the viewer may not know of the post. */
export async function findFacts(
  db: Kysely<Database>,
  viewer: Viewer,
  id: string,
): Promise<NewsPostFacts | undefined> {
  const shape = { properties: factPaths.filter((path) => newsPosts.properties.has(path)), computed: [] }
  const also = factPaths.filter((path) => !newsPosts.properties.has(path))
  const found = await readRows(db, viewer, newsPosts, {
    shape,
    also,
    where: [withId(newsPosts, id)],
    limit: 1,
  })
  return found[0] && factsOf(found[0].row)
}

/** Columns that follow from the body. */
export function bodyColumns(body: RichTextDocument) {
  const text = plainText(body)
  return { body: JSON.stringify(body), body_text: text, reading_minutes: readingTimeInMinutes(text) }
}

/** Columns of an audience. `everyone` makes units and roles beside the point, so they are dropped. */
export const audienceColumns = ({ everyone, orgUnitIds, roles }: Audience) => ({
  audience_everyone: everyone,
  audience_org_unit_ids: everyone ? [] : [...new Set(orgUnitIds)],
  audience_roles: everyone ? [] : [...new Set(roles)],
})

/** Columns of what the post shows above the text, asks for, and when it lives. Absent is unchanged. */
export const lifeColumns = (input: NewsPostPatch): Updateable<NewsPostTable> => ({
  ...(input.coverImage !== undefined && {
    cover_file_id: input.coverImage?.fileId ?? null,
    cover_alt: input.coverImage?.altText ?? '',
  }),
  ...(input.actionRequired !== undefined && {
    action_what: input.actionRequired?.what ?? null,
    action_who: input.actionRequired?.who ?? '',
    action_due: input.actionRequired?.dueDate ?? null,
  }),
  publish_at: moment(input.publishDateTime),
  expires_at: moment(input.expirationDateTime),
  pinned_until: moment(input.pinnedUntilDateTime),
  comments_enabled: input.commentsEnabled,
  send_by_email: input.sendByEmail,
  send_to_teams: input.sendToTeams,
  show_on_screens: input.showOnScreens,
})

const moment = (text: string | null | undefined) => (typeof text === 'string' ? new Date(text) : text)

/** Inserts a draft. @returns its id. */
export async function insertNewsPost(
  trx: Transaction<Database>,
  row: Omit<Insertable<NewsPostTable>, 'state'>,
): Promise<string> {
  const { id } = await trx
    .insertInto('news_post')
    .values({ ...row, state: 'draft' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes columns of a locked post and moves its revision. */
export async function updateNewsPost(
  trx: Transaction<Database>,
  id: string,
  columns: Updateable<NewsPostTable>,
  change: { by: string; at: Date },
): Promise<void> {
  await trx
    .updateTable('news_post')
    .set({ ...columns, changed_at: change.at, changed_by_id: change.by, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()
}

/** Removes a draft and the files only it had. @returns the ids of those files. */
export async function deleteNewsPost(trx: Transaction<Database>, id: string): Promise<string[]> {
  const { attachmentIds, inlineIds } = await listAttachmentIds(trx, id)
  const removed = await trx
    .deleteFrom('news_post')
    .where('id', '=', id)
    .returning('cover_file_id')
    .executeTakeFirst()
  const cover = removed?.cover_file_id ? [removed.cover_file_id] : []
  return deleteUnheldFiles(trx, [...attachmentIds, ...inlineIds, ...cover])
}

/**
 * Replaces a post's files. The lists are in order; files left out go back to being loose files of their owner.
 * @param fileIds shown in the list of attachments. @param inlineIds pictures in the body.
 */
export async function setAttachments(
  trx: Transaction<Database>,
  newsPostId: string,
  fileIds: readonly string[],
  inlineIds: readonly string[],
): Promise<void> {
  await trx.deleteFrom('news_post_attachment').where('news_post_id', '=', newsPostId).execute()
  const inline = inlineIds.filter((id) => !fileIds.includes(id))
  const rows = [...fileIds, ...inline].map((file_id, position) => ({
    news_post_id: newsPostId,
    file_id,
    position,
    is_inline: position >= fileIds.length,
  }))
  if (rows.length > 0) await trx.insertInto('news_post_attachment').values(rows).execute()
}

/** Ids of a post's files: attachments and pictures apart. */
export async function listAttachmentIds(db: Kysely<Database>, newsPostId: string) {
  const rows = await db
    .selectFrom('news_post_attachment')
    .select(['file_id', 'is_inline'])
    .where('news_post_id', '=', newsPostId)
    .orderBy('position')
    .execute()
  return {
    attachmentIds: rows.filter((row) => !row.is_inline).map((row) => row.file_id),
    inlineIds: rows.filter((row) => row.is_inline).map((row) => row.file_id),
  }
}

/** Files may be put on a post by whoever uploaded them, or stay where they already are. @throws 422 otherwise. */
export async function requireUsableFiles(
  trx: Transaction<Database>,
  viewer: Viewer,
  newsPostId: string | undefined,
  target: 'attachmentIds' | 'body' | 'coverImage',
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return
  const usable = await trx
    .selectFrom('file')
    .select('file.id')
    .where('file.id', 'in', [...fileIds])
    .where((eb) =>
      eb.or([
        eb('file.created_by_id', '=', viewer.id),
        eb.exists(
          eb
            .selectFrom('news_post_attachment as attachment')
            .whereRef('attachment.file_id', '=', 'file.id')
            .where('attachment.news_post_id', '=', newsPostId ?? null),
        ),
        eb.exists(
          eb
            .selectFrom('news_post as covered')
            .whereRef('covered.cover_file_id', '=', 'file.id')
            .where('covered.id', '=', newsPostId ?? null),
        ),
        // Going back to an earlier version takes its pictures along.
        eb.exists(
          eb
            .selectFrom('news_post_version_file as kept')
            .whereRef('kept.file_id', '=', 'file.id')
            .where('kept.news_post_id', '=', newsPostId ?? null),
        ),
      ]),
    )
    // Nobody may remove the files before this transaction has attached them.
    .orderBy('file.id')
    .forKeyShare('file')
    .execute()
  if (usable.length === new Set(fileIds).size) return
  const message = 'A file does not exist or is not yours.'
  throw unprocessable('unknownFile', message, [{ code: 'unknownFile', target, message }])
}

/** Units must exist. @throws 422 naming the target. */
export async function requireUnits(
  trx: Transaction<Database>,
  target: string,
  unitIds: readonly string[],
): Promise<void> {
  if (unitIds.length === 0) return
  const found = await trx
    .selectFrom('org_unit')
    .select('id')
    .where('id', 'in', [...unitIds])
    .execute()
  if (found.length === new Set(unitIds).size) return
  const message = 'A unit does not exist.'
  throw unprocessable('unknownOrgUnit', message, [{ code: 'unknownOrgUnit', target, message }])
}
