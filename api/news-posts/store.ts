import { sql, type Insertable, type Kysely, type Transaction, type Updateable } from 'kysely'
import type { Database, NewsPostTable } from '../database/schema.ts'
import { deleteUnheldFiles } from '../files/store.ts'
import { readRows } from '../graph/read.ts'
import { withId } from '../graph/entity.ts'
import { etagOf } from '../graph/resource.ts'
import { notFound, unprocessable } from '../http/errors.ts'
import { plainText } from '../text/plain-text.ts'
import { readingTimeInMinutes } from '../text/reading-time.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import type { Viewer } from '../viewer.ts'
import type { Audience } from './contract.ts'
import type { NewsPostFacts } from './policy.ts'
import { factPaths, factsOf, newsPosts, recipientsOf } from './resource.ts'

/** A post locked for writing: the rules' view of it, and what writes need to know. */
export interface LockedNewsPost extends NewsPostFacts {
  id: string
  etag: string
  title: string
  lead: string
  body: RichTextDocument
  audienceKeys: string[]
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
    .select(['id', 'title', 'lead', 'body', 'audience_keys', 'revision'])
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
    audienceKeys: locked.audience_keys,
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
  await trx.deleteFrom('news_post').where('id', '=', id).execute()
  return deleteUnheldFiles(trx, [...attachmentIds, ...inlineIds])
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
  target: 'attachmentIds' | 'body',
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

/** How many enabled people an audience would reach. */
export async function countRecipients(db: Kysely<Database>, audience: Audience): Promise<number> {
  const people = recipientsOf(
    sql`${audience.everyone}::boolean`,
    sql`${audience.orgUnitIds}::uuid[]`,
    sql`${audience.roles}::text[]`,
  )
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from ${people} recipient`.execute(db)
  return rows[0]?.count ?? 0
}

/** Notes that a person has opened a post; the first time counts. */
export async function markRead(db: Kysely<Database>, newsPostId: string, userId: string, now: Date) {
  await db
    .insertInto('news_post_reading')
    .values({ news_post_id: newsPostId, user_id: userId, read_at: now })
    .onConflict((on) =>
      on
        .columns(['news_post_id', 'user_id'])
        .doUpdateSet({ read_at: now })
        .where('news_post_reading.read_at', 'is', null),
    )
    .execute()
}

/** Notes that a person has confirmed one version of a post, which is to have read it as well. */
export async function confirmVersion(
  trx: Transaction<Database>,
  newsPostId: string,
  userId: string,
  version: number,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('news_post_reading')
    .values({
      news_post_id: newsPostId,
      user_id: userId,
      read_at: now,
      confirmed_at: now,
      confirmed_version: version,
    })
    .onConflict((on) =>
      on.columns(['news_post_id', 'user_id']).doUpdateSet({
        read_at: sql`coalesce(news_post_reading.read_at, excluded.read_at)`,
        confirmed_at: now,
        confirmed_version: version,
      }),
    )
    .execute()
}
