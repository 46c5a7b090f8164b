import { sql } from 'kysely'
import { boolean, date, dateTime, guid, int, json, text, type Property } from '../graph/property.ts'
import type { Resource, Row } from '../graph/resource.ts'
import { searchToTsQuery } from '../odata/parse-search.ts'
import type { Viewer } from '../viewer.ts'
import type { NewsPost } from './contract.ts'
import {
  canArchiveNewsPost,
  canChangeNewsPost,
  canConfirmNewsPost,
  canDeleteNewsPost,
  canListConfirmations,
  canPublishNewsPost,
  factsSql,
  visibleNewsPost,
  type NewsPostFacts,
} from './policy.ts'

const attachments = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type,
    'size', file.size) order by attachment.position)
  from news_post_attachment attachment join file on file.id = attachment.file_id
  where attachment.news_post_id = news_post.id and not attachment.is_inline), '[]')`

const audienceUnits = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', unit.id, 'displayName', unit.display_name) order by unit.display_name)
  from org_unit unit where unit.id = any(news_post.audience_org_unit_ids)), '[]')`

/** Enabled people an audience reaches, over columns or parameters of the same shape. */
export const recipientsOf = (everyone: unknown, orgUnitIds: unknown, roles: unknown) => sql`(
  select employee.id from "user" employee where employee.account_enabled and (${everyone}
    or employee.id in (select member.user_id from org_unit_member member where member.unit_id = any(${orgUnitIds}))
    or employee.app_roles && ${roles}
    or ('Leader' = any(${roles}) and exists (select from org_unit led where led.leader_id = employee.id))))`

const columns = {
  everyone: sql.ref('news_post.audience_everyone'),
  orgUnitIds: sql.ref('news_post.audience_org_unit_ids'),
  roles: sql.ref('news_post.audience_roles'),
}
/** The people a post reaches. */
export const recipients = recipientsOf(columns.everyone, columns.orgUnitIds, columns.roles)

/** Everyone is counted from an index alone; it is the common case, and the costly one. */
const recipientCount = sql`case when news_post.audience_everyone
  then (select count(*)::int from "user" employee where employee.account_enabled)
  else (select count(*)::int from ${recipients} recipient) end`

const listed: Property = dateTime('news_post.listed_at', { sort: true })

const factPaths = [
  'state',
  'importance',
  'version',
  'author/id',
  'viewerLeadsUnit',
  'viewerLeadsAudience',
  'viewer/isRecipient',
  'viewer/confirmedVersion',
]

/** The rules' view of a row read with `factPaths`. */
function factsOf(row: Row): NewsPostFacts {
  // The columns behind these paths have exactly these types.
  return {
    state: row.state,
    importance: row.importance,
    version: row.version,
    authorId: row['author/id'],
    viewerLeadsUnit: row.viewerLeadsUnit,
    viewerLeadsAudience: row.viewerLeadsAudience,
    isRecipient: row['viewer/isRecipient'],
    confirmedVersion: row['viewer/confirmedVersion'],
  } as NewsPostFacts
}

const permissions = (row: Row, viewer: Viewer): NewsPost['permissions'] => {
  const post = factsOf(row)
  return {
    canEdit: canChangeNewsPost(viewer, post),
    canPublish: canPublishNewsPost(viewer, post),
    canArchive: canArchiveNewsPost(viewer, post),
    canDelete: canDeleteNewsPost(viewer, post),
    canConfirm: canConfirmNewsPost(post),
    canListConfirmations: canListConfirmations(viewer, post),
  }
}

/** Internal news. */
export const newsPosts: Resource = {
  name: 'newsPosts',
  entity: 'newsPost',
  from: (viewer) => sql`news_post
    join "user" author on author.id = news_post.author_id
    join "user" editor on editor.id = news_post.changed_by_id
    left join org_unit responsible on responsible.id = news_post.responsible_unit_id
    left join news_post_reading reading
      on reading.news_post_id = news_post.id and reading.user_id = ${viewer.id}::uuid
    cross join lateral (select ${factsSql.reaches(viewer)} as is_recipient,
      ${factsSql.leadsResponsibleUnit(viewer)} as leads_unit,
      ${factsSql.leadsWholeAudience(viewer)} as leads_audience) fact`,
  visible: visibleNewsPost,
  properties: new Map([
    ['id', guid('news_post.id', { filter: true, sort: true })],
    ['title', text('news_post.title', { filter: true, sort: true })],
    ['lead', text('news_post.lead')],
    ['body', json('news_post.body', { heavy: true })],
    ['importance', text('news_post.importance', { filter: true })],
    ['audience/everyone', boolean('news_post.audience_everyone', { filter: true })],
    ['audience/orgUnitIds', guid('news_post.audience_org_unit_ids', { collection: true, filter: true })],
    ['audience/roles', text('news_post.audience_roles', { collection: true, filter: true })],
    ['audienceUnits', json(audienceUnits)],
    ['recipientCount', int(recipientCount, { heavy: true })],
    ['confirmBy', date('news_post.confirm_by', { filter: true, sort: true, nullable: true })],
    ['state', text('news_post.state', { filter: true })],
    ['author/id', guid('author.id', { filter: true })],
    ['author/displayName', text('author.display_name')],
    ['author/jobTitle', text('author.job_title', { nullable: true })],
    ['responsibleUnit/id', guid('responsible.id', { filter: true, nullable: true })],
    ['responsibleUnit/displayName', text('responsible.display_name', { nullable: true })],
    ['attachments', json(attachments)],
    ['version', int('news_post.version', { filter: true })],
    ['readingTimeInMinutes', int('news_post.reading_minutes')],
    ['createdDateTime', dateTime('news_post.created_at', { filter: true, sort: true })],
    ['lastModifiedDateTime', dateTime('news_post.changed_at', { filter: true, sort: true })],
    ['lastModifiedBy/id', guid('editor.id')],
    ['lastModifiedBy/displayName', text('editor.display_name')],
    ['lastModifiedBy/jobTitle', text('editor.job_title', { nullable: true })],
    ['publishedDateTime', dateTime('news_post.published_at', { filter: true, sort: true, nullable: true })],
    ['viewer/isRecipient', boolean('fact.is_recipient', { filter: true })],
    ['viewer/isRead', boolean(sql`(reading.read_at is not null)`, { filter: true })],
    ['viewer/readDateTime', dateTime('reading.read_at', { nullable: true })],
    ['viewer/confirmedDateTime', dateTime('reading.confirmed_at', { nullable: true, filter: true })],
    ['viewer/confirmedVersion', int('reading.confirmed_version', { nullable: true, filter: true })],
    [
      'viewer/mustConfirm',
      boolean(
        sql`(news_post.state = 'published' and news_post.importance = 'mustRead' and fact.is_recipient
          and reading.confirmed_version is distinct from news_post.version)`,
        { filter: true },
      ),
    ],
  ]),
  internal: new Map([
    ['revision', int('news_post.revision')],
    ['listed', listed],
    ['viewerLeadsUnit', boolean('fact.leads_unit')],
    ['viewerLeadsAudience', boolean('fact.leads_audience')],
  ]),
  nullWhen: { responsibleUnit: 'responsibleUnit/id' },
  computed: { permissions: { needs: factPaths, value: permissions } },
  order: [{ path: 'listed', property: listed, descending: true }],
  search: (node) => sql`news_post.search @@ to_tsquery('norwegian', ${searchToTsQuery(node)})`,
  revision: 'revision',
  actions: ['publish', 'archive', 'markRead', 'confirm'],
}

export { factsOf, factPaths }
