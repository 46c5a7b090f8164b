import { sql, type SqlBool, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Scope } from '../graph/list.ts'
import { boolean, date, dateTime, guid, int, json, text } from '../graph/property.ts'
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

/**
 * Keeps what the present version has beside its text, before what takes its place is written: what somebody confirmed
 * can be shown later, pictures and attachments too.
 */
export async function keepVersion(trx: Transaction<Database>, newsPostId: string): Promise<void> {
  await sql`update news_post_version version
    set action_what = news_post.action_what, action_who = news_post.action_who, action_due = news_post.action_due
    from news_post where news_post.id = ${newsPostId}::uuid
      and version.news_post_id = news_post.id and version.version = news_post.version`.execute(trx)
  await sql`insert into news_post_version_file (news_post_id, version, file_id, use, position, alt)
    select version.news_post_id, version.version, held.file_id, held.use, held.position, held.alt
    from news_post join news_post_version version
        on version.news_post_id = news_post.id and version.version = news_post.version
      cross join lateral (
        select news_post.cover_file_id as file_id, 'cover' as use, 0 as position, news_post.cover_alt as alt
          where news_post.cover_file_id is not null
        union all
        select attachment.file_id, case when attachment.is_inline then 'inline' else 'attachment' end,
            attachment.position, ''
          from news_post_attachment attachment where attachment.news_post_id = news_post.id) held
    where news_post.id = ${newsPostId}::uuid
    on conflict do nothing`.execute(trx)
}

const number = int('version.version', { sort: true })

const isCurrent = sql`(version.version = news_post.version)`

/** What the present version has is on the post itself; what an earlier one had was kept when it was replaced. */
const now = (onPost: string, kept: string) =>
  sql`(case when ${isCurrent} then ${sql.ref(onPost)} else ${sql.ref(kept)} end)`

const attachments = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type,
    'size', file.size) order by held.position)
  from (
    select attachment.file_id, attachment.position from news_post_attachment attachment
      where ${isCurrent} and attachment.news_post_id = news_post.id and not attachment.is_inline
    union all
    select kept.file_id, kept.position from news_post_version_file kept
      where kept.news_post_id = version.news_post_id and kept.version = version.version
        and kept.use = 'attachment') held
    join file on file.id = held.file_id), '[]')`

/**
 * What a post has been. Whoever manages the post sees all; a reader sees the one that is out, and the one the
 * reader has confirmed, to be shown what is new. Others may hold what was corrected away.
 */
export const newsPostVersions: Resource = {
  name: 'versions',
  entity: 'newsPostVersion',
  from: (viewer) => sql`news_post_version version
    join news_post on news_post.id = version.news_post_id
    left join "user" maker on maker.id = version.made_by_id
    left join news_post_version_file kept_cover on kept_cover.news_post_id = version.news_post_id
      and kept_cover.version = version.version and kept_cover.use = 'cover'
    left join file cover on cover.id = ${now('news_post.cover_file_id', 'kept_cover.file_id')}
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
    ['coverImage/fileId', guid('cover.id', { nullable: true })],
    ['coverImage/altText', text(now('news_post.cover_alt', 'kept_cover.alt'))],
    ['coverImage/width', int('cover.width', { nullable: true })],
    ['coverImage/height', int('cover.height', { nullable: true })],
    ['attachments', json(attachments)],
    ['actionRequired/what', text(now('news_post.action_what', 'version.action_what'), { nullable: true })],
    ['actionRequired/who', text(now('news_post.action_who', 'version.action_who'))],
    ['actionRequired/dueDate', date(now('news_post.action_due', 'version.action_due'), { nullable: true })],
    ['isSignificant', boolean('version.is_significant', { filter: true })],
    ['note', text('version.note')],
    ['isCurrent', boolean(isCurrent)],
    ['createdDateTime', dateTime('version.made_at')],
    ['createdBy/id', guid('maker.id', { nullable: true })],
    ['createdBy/displayName', text('maker.display_name', { nullable: true })],
    ['createdBy/jobTitle', text('maker.job_title', { nullable: true })],
  ]),
  nullWhen: {
    createdBy: 'createdBy/id',
    coverImage: 'coverImage/fileId',
    actionRequired: 'actionRequired/what',
  },
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
