import { sql } from 'kysely'
import { boolean, date, dateTime, guid, int, json, text, type Property } from '../graph/property.ts'
import type { Sections } from '../graph/list.ts'
import type { Resource, Row } from '../graph/resource.ts'
import { commentCount } from '../comments/count.ts'
import { searchToTsQuery } from '../odata/parse-search.ts'
import { joinOwnReaction, reactionCounts } from '../reactions/target.ts'
import type { Viewer } from '../viewer.ts'
import { isUnconfirmed, isUndone } from './asked.ts'
import { factPaths, factProperties, factsOf, permissionsOf } from './facts.ts'
import { lastReminder } from './notices.ts'
import { canEditNewsPost, factsSql, visibleNewsPost } from './policy.ts'
import { recipientCount } from './recipients.ts'
import { osloDay } from '../time/oslo.ts'

const attachments = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type,
    'size', file.size) order by attachment.position)
  from news_post_attachment attachment join file on file.id = attachment.file_id
  where attachment.news_post_id = news_post.id and not attachment.is_inline), '[]')`

const audienceUnits = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', unit.id, 'displayName', unit.display_name) order by unit.display_name)
  from org_unit unit where unit.id = any(news_post.audience_org_unit_ids)), '[]')`

/**
 * A column of what a post names. Read for the rows that are sent, not joined: a join more for each made the plan cost
 * more than the page, and counting read them all.
 */
const ofPerson = (id: string, column: string) =>
  sql`(select ${sql.ref(`person.${column}`)} from "user" person where person.id = ${sql.ref(id)})`
const ofCover = (column: string) =>
  sql`(select ${sql.ref(`cover.${column}`)} from file cover where cover.id = news_post.cover_file_id)`
const responsibleUnitName = sql`(select responsible.display_name from org_unit responsible
  where responsible.id = news_post.responsible_unit_id)`

const listed: Property = dateTime('news_post.listed_at', { sort: true })

/** What is asked of the viewer and not done: a confirmation, or an action whose day has not passed. */
const mustConfirm = sql`(news_post.state = 'published' and fact.is_recipient and ${isUnconfirmed})`

/** Whom the viewer acts for who must confirm it and has not. */
const mustConfirmFor = sql`(select coalesce(
    jsonb_agg(jsonb_build_object('id', principal.id, 'displayName', principal."displayName")), '[]')
  from jsonb_to_recordset(fact.principals) principal(id uuid, "displayName" text, "audienceKeys" text[])
  left join news_post_reading theirs on theirs.news_post_id = news_post.id and theirs.user_id = principal.id
  where news_post.state = 'published' and news_post.importance = 'mustRead'
    and news_post.audience_keys && principal."audienceKeys"
    and coalesce(theirs.confirmed_version, 0) < news_post.significant_version)`

const requiresAction = sql`(${mustConfirm} or (news_post.state = 'published' and fact.is_recipient
  and ${isUndone(sql`fact.today`)}))`

const reviewPaths = ['review/outcome', 'review/byId', 'review/byDisplayName', 'review/at', 'review/comment']

/** The review of a post, for those who manage it. */
function reviewOf(row: Row, viewer: Viewer): unknown {
  if (row['review/outcome'] === null || !canEditNewsPost(viewer, factsOf(row))) return null
  return {
    outcome: row['review/outcome'],
    byId: row['review/byId'],
    byDisplayName: row['review/byDisplayName'],
    dateTime: row['review/at'] instanceof Date ? row['review/at'].toISOString() : row['review/at'],
    comment: row['review/comment'],
  }
}

/** Internal news. */
export const newsPosts: Resource = {
  name: 'newsPosts',
  entity: 'newsPost',
  from: (viewer) => sql`news_post
    left join news_post_reading reading
      on reading.news_post_id = news_post.id and reading.user_id = ${viewer.id}::uuid
    ${joinOwnReaction(viewer, 'newsPost', 'news_post.id')}
    cross join lateral (select ${factsSql.reaches(viewer)} as is_recipient,
      ${factsSql.answersForResponsibleUnit(viewer)} as answers_for_unit,
      ${factsSql.publishesToWholeAudience(viewer)} as publishes_to_audience,
      ${JSON.stringify(viewer.actsFor)}::jsonb as principals,
      ${viewer.now}::timestamptz as now, ${osloDay(viewer.now)}::date as today) fact`,
  visible: visibleNewsPost,
  properties: new Map([
    ['id', guid('news_post.id', { filter: true, sort: true })],
    ['title', text('news_post.title', { filter: true, sort: true })],
    ['lead', text('news_post.lead')],
    ['body', json('news_post.body', { heavy: true })],
    ['coverImage/fileId', guid('news_post.cover_file_id', { nullable: true })],
    ['coverImage/altText', text('news_post.cover_alt')],
    ['coverImage/width', int(ofCover('width'), { nullable: true })],
    ['coverImage/height', int(ofCover('height'), { nullable: true })],
    ['importance', text('news_post.importance', { filter: true })],
    ['audience/everyone', boolean('news_post.audience_everyone', { filter: true })],
    ['audience/orgUnitIds', guid('news_post.audience_org_unit_ids', { collection: true, filter: true })],
    ['audience/roles', text('news_post.audience_roles', { collection: true, filter: true })],
    ['audienceUnits', json(audienceUnits)],
    ['recipientCount', int(recipientCount, { heavy: true })],
    ['confirmBy', date('news_post.confirm_by', { filter: true, sort: true, nullable: true })],
    ['actionRequired/what', text('news_post.action_what', { nullable: true })],
    ['actionRequired/who', text('news_post.action_who')],
    ['actionRequired/dueDate', date('news_post.action_due', { filter: true, nullable: true })],
    ['state', text('news_post.state', { filter: true })],
    ['publishDateTime', dateTime('news_post.publish_at', { filter: true, sort: true, nullable: true })],
    ['expirationDateTime', dateTime('news_post.expires_at', { filter: true, sort: true, nullable: true })],
    ['pinnedUntilDateTime', dateTime('news_post.pinned_until', { filter: true, nullable: true })],
    ['isPinned', boolean(sql`coalesce(news_post.pinned_until > fact.now, false)`, { filter: true })],
    ['commentsEnabled', boolean('news_post.comments_enabled')],
    ['commentCount', int(commentCount('newsPost', 'news_post.id'), { heavy: true })],
    ['reactions', json(reactionCounts('newsPost', 'news_post.id'), { heavy: true })],
    ['sendByEmail', boolean('news_post.send_by_email')],
    ['sendToTeams', boolean('news_post.send_to_teams')],
    ['showOnScreens', boolean('news_post.show_on_screens', { filter: true })],
    ['author/id', guid('news_post.author_id', { filter: true })],
    ['author/displayName', text(ofPerson('news_post.author_id', 'display_name'))],
    ['author/jobTitle', text(ofPerson('news_post.author_id', 'job_title'), { nullable: true })],
    ['responsibleUnit/id', guid('news_post.responsible_unit_id', { filter: true, nullable: true })],
    ['responsibleUnit/displayName', text(responsibleUnitName, { nullable: true })],
    ['attachments', json(attachments)],
    ['version', int('news_post.version', { filter: true })],
    ['significantVersion', int('news_post.significant_version')],
    ['readingTimeInMinutes', int('news_post.reading_minutes')],
    ['createdDateTime', dateTime('news_post.created_at', { filter: true, sort: true })],
    ['lastModifiedDateTime', dateTime('news_post.changed_at', { filter: true, sort: true })],
    ['lastModifiedBy/id', guid('news_post.changed_by_id')],
    ['lastModifiedBy/displayName', text(ofPerson('news_post.changed_by_id', 'display_name'))],
    ['lastModifiedBy/jobTitle', text(ofPerson('news_post.changed_by_id', 'job_title'), { nullable: true })],
    ['publishedDateTime', dateTime('news_post.published_at', { filter: true, sort: true, nullable: true })],
    ['viewer/isRecipient', boolean('fact.is_recipient', { filter: true })],
    ['viewer/isRead', boolean(sql`(reading.read_at is not null)`, { filter: true })],
    ['viewer/readDateTime', dateTime('reading.read_at', { nullable: true })],
    ['viewer/confirmedDateTime', dateTime('reading.confirmed_at', { nullable: true, filter: true })],
    ['viewer/confirmedVersion', int('reading.confirmed_version', { nullable: true, filter: true })],
    ['viewer/mustConfirm', boolean(mustConfirm, { filter: true })],
    [
      'viewer/remindedDateTime',
      dateTime(sql`case when ${mustConfirm} then ${lastReminder} end`, { nullable: true }),
    ],
    ['viewer/requiresAction', boolean(requiresAction, { filter: true })],
    ['viewer/actionDoneDateTime', dateTime('reading.action_done_at', { nullable: true })],
    ['viewer/mustConfirmFor', json(mustConfirmFor, { heavy: true })],
    ['viewer/reaction', text('own_reaction.reaction', { nullable: true })],
  ]),
  internal: new Map([
    ['revision', int('news_post.revision')],
    ['listed', listed],
    ['publishProblem', json('news_post.publish_problem', { nullable: true })],
    ['review/outcome', text('news_post.review_outcome', { nullable: true })],
    ['review/byId', guid('news_post.review_by_id', { nullable: true })],
    ['review/byDisplayName', text(ofPerson('news_post.review_by_id', 'display_name'), { nullable: true })],
    ['review/at', dateTime('news_post.review_at', { nullable: true })],
    ['review/comment', text('news_post.review_comment')],
    ...factProperties,
  ]),
  nullWhen: {
    responsibleUnit: 'responsibleUnit/id',
    coverImage: 'coverImage/fileId',
    actionRequired: 'actionRequired/what',
  },
  computed: {
    permissions: { needs: factPaths, value: permissionsOf },
    review: { needs: [...factPaths, ...reviewPaths], value: reviewOf },
    publishProblem: {
      needs: [...factPaths, 'publishProblem'],
      value: (row, viewer) => (canEditNewsPost(viewer, factsOf(row)) ? row.publishProblem : null),
    },
  },
  order: [{ path: 'listed', property: listed, descending: true }],
  search: (node) => sql`news_post.search @@ to_tsquery('norwegian', ${searchToTsQuery(node)})`,
  revision: 'revision',
  actions: [
    'submit',
    'withdraw',
    'approve',
    'reject',
    'publish',
    'archive',
    'restore',
    'markRead',
    'confirm',
    'completeAction',
    'reopenAction',
    'remind',
    'setReaction',
    'unsetReaction',
  ],
}

/**
 * What stands above the rest of the feed (features.md N5, N7): first what the viewer must confirm, then what is
 * pinned. Each is walked in the order of the feed, over an index of its own.
 */
export const feedSections: Sections = [
  mustConfirm,
  sql`(news_post.pinned_until is not null and news_post.pinned_until > fact.now)`,
]
