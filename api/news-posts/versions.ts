import { sql, type SqlBool, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Scope } from '../graph/list.ts'
import { boolean, dateTime, guid, int, json, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { managed, visibleNewsPost } from './policy.ts'

/** Keeps the text of a post as it now is, as its present version. */
export async function insertVersion(
  trx: Transaction<Database>,
  newsPostId: string,
  version: { isSignificant: boolean; note: string; by: string | null; at: Date },
): Promise<void> {
  await sql`insert into news_post_version (news_post_id, version, title, lead, body, is_significant, note,
      made_by_id, made_at)
    select id, version, title, lead, body, ${version.isSignificant}, ${version.note}, ${version.by}::uuid,
      ${version.at}::timestamptz
    from news_post where id = ${newsPostId}::uuid`.execute(trx)
}

const number = int('version.version', { sort: true })

/**
 * The texts a post has had. Whoever manages the post sees all; a reader sees the one that is out, and the one the
 * reader has confirmed, to be shown what is new. Others may hold what was corrected away.
 */
export const newsPostVersions: Resource = {
  name: 'versions',
  entity: 'newsPostVersion',
  from: (viewer) => sql`news_post_version version
    join news_post on news_post.id = version.news_post_id
    left join "user" maker on maker.id = version.made_by_id
    left join news_post_reading reading
      on reading.news_post_id = news_post.id and reading.user_id = ${viewer.id}::uuid`,
  visible: (viewer) => sql`(${visibleNewsPost(viewer)} and (${managed(viewer)}
    or version.version = news_post.version or version.version = reading.confirmed_version))`,
  properties: new Map([
    ['id', text(sql`version.version::text`)],
    ['version', number],
    ['title', text('version.title')],
    ['lead', text('version.lead')],
    ['body', json('version.body', { heavy: true })],
    ['isSignificant', boolean('version.is_significant', { filter: true })],
    ['note', text('version.note')],
    ['isCurrent', boolean(sql`(version.version = news_post.version)`)],
    ['createdDateTime', dateTime('version.made_at')],
    ['createdBy/id', guid('maker.id', { nullable: true })],
    ['createdBy/displayName', text('maker.display_name', { nullable: true })],
    ['createdBy/jobTitle', text('maker.job_title', { nullable: true })],
  ]),
  nullWhen: { createdBy: 'createdBy/id' },
  order: [{ path: 'version', property: number, descending: true }],
}

/** The versions of one post. */
export const versionsOf =
  (newsPostId: string): Scope =>
  () =>
    sql`news_post.id = ${newsPostId}::uuid`

/** One of them. */
export const versionNumbered = (newsPostId: string, version: number) =>
  sql<SqlBool>`(news_post.id = ${newsPostId}::uuid and version.version = ${version})`
