import { sql, type RawBuilder } from 'kysely'
import { doneSince, type TaskColumns, type TaskSource } from '../tasks/task-source.ts'
import { osloDay } from '../time/oslo.ts'
import type { Viewer } from '../viewer.ts'
import { isUnconfirmed, isUndone } from './asked.ts'
import { lastReminder } from './notices.ts'
import { inFeed, isOut, visibleNewsPost, waitsForApproval } from './policy.ts'

const column = (name: string) => sql.ref(`news_post.${name}`)

const ofPost: Pick<TaskColumns, 'key' | 'title' | 'resourceType' | 'resourceId'> = {
  key: column('id'),
  title: column('title'),
  resourceType: sql`'newsPost'`,
  resourceId: column('id'),
}

/** From where it comes, and how long it takes. */
const toRead: Partial<TaskColumns> = {
  detail: sql`(select unit.display_name from org_unit unit where unit.id = news_post.responsible_unit_id)`,
  readingMinutes: column('reading_minutes'),
}

const joinReading = (userId: RawBuilder<unknown>) => sql`left join news_post_reading reading
  on reading.news_post_id = news_post.id and reading.user_id = ${userId}`

const me = (viewer: Viewer) => sql`${viewer.id}::uuid`

const confirmColumns: TaskColumns = {
  ...ofPost,
  ...toRead,
  dueDate: sql`coalesce(news_post.confirm_by, news_post.action_due)`,
  createdAt: column('published_at'),
  remindedAt: lastReminder,
}

/** Must-reads to confirm, and what the post asks for beside it (features.md N3). */
const toConfirm: TaskSource = {
  kind: 'newsPostToConfirm',
  state: 'waiting',
  columns: () => confirmColumns,
  rows: (viewer) =>
    sql`from news_post ${joinReading(me(viewer))} where ${inFeed(viewer)} and ${isUnconfirmed}`,
}

/** The same for those one stands in for (features.md N25). Not what reaches them alone as a role. */
const toConfirmForOthers: TaskSource = {
  kind: 'newsPostToConfirm',
  state: 'waiting',
  columns: () => ({ ...confirmColumns, onBehalfOfId: sql`principal.id` }),
  rows: ({ actsFor, now }) => {
    if (actsFor.length === 0) return undefined
    const principals = actsFor.map(({ id, audienceKeys }) => sql`(${id}::uuid, ${[...audienceKeys]}::text[])`)
    return sql`from (values ${sql.join(principals)}) principal(id, audience_keys)
      join news_post on news_post.audience_keys && principal.audience_keys
      ${joinReading(sql`principal.id`)} where ${isOut(now)} and ${isUnconfirmed}`
  },
}

/** What a post asks for, when there is nothing to confirm first (features.md N23). */
const toDo: TaskSource = {
  kind: 'newsPostAction',
  state: 'waiting',
  columns: () => ({
    ...ofPost,
    title: column('action_what'),
    detail: column('title'),
    dueDate: column('action_due'),
    createdAt: column('published_at'),
    readingMinutes: column('reading_minutes'),
    remindedAt: lastReminder,
  }),
  rows: (viewer) => sql`from news_post ${joinReading(me(viewer))} where ${inFeed(viewer)}
    and ${isUndone(sql`${osloDay(viewer.now)}::date`)} and not ${isUnconfirmed}`,
}

const toApprove: TaskSource = {
  kind: 'newsPostToApprove',
  state: 'waiting',
  columns: () => ({
    ...ofPost,
    createdAt: sql`coalesce(news_post.review_at, news_post.changed_at)`,
    personId: sql`coalesce(news_post.submitted_by_id, news_post.author_id)`,
    readingMinutes: column('reading_minutes'),
  }),
  rows: (viewer) => sql`from news_post where ${waitsForApproval(viewer)}`,
}

/** Own posts that were sent back, or did not go out when their time came. */
const returned: TaskSource = {
  kind: 'newsPostReturned',
  state: 'waiting',
  columns: () => ({
    ...ofPost,
    createdAt: column('changed_at'),
    // Nobody sent back what the clock could not publish.
    personId: sql`case when news_post.publish_problem is null then news_post.review_by_id end`,
  }),
  rows: (viewer) => sql`from news_post where news_post.author_id = ${me(viewer)} and news_post.state = 'draft'
    and (news_post.publish_problem is not null or news_post.review_outcome = 'rejected')`,
}

const waitsForReview: TaskSource = {
  kind: 'newsPostToApprove',
  state: 'waitingOnOthers',
  columns: () => ({
    ...ofPost,
    createdAt: sql`coalesce(news_post.review_at, news_post.changed_at)`,
  }),
  rows: (viewer) =>
    sql`from news_post where news_post.state = 'inReview' and news_post.submitted_by_id = ${me(viewer)}`,
}

const readingSince = (
  viewer: Viewer,
  what: 'confirmed_at' | 'action_done_at',
) => sql`from news_post_reading reading
  join news_post on news_post.id = reading.news_post_id
  where reading.user_id = ${me(viewer)} and greatest(reading.confirmed_at, reading.action_done_at) > ${doneSince(viewer)}
    and ${sql.ref(`reading.${what}`)} > ${doneSince(viewer)} and ${visibleNewsPost(viewer)}`

const confirmed: TaskSource = {
  kind: 'newsPostToConfirm',
  state: 'done',
  columns: () => ({
    ...ofPost,
    detail: toRead.detail,
    createdAt: sql`coalesce(news_post.published_at, reading.confirmed_at)`,
    completedAt: sql.ref('reading.confirmed_at'),
  }),
  rows: (viewer) => readingSince(viewer, 'confirmed_at'),
}

const actionDone: TaskSource = {
  kind: 'newsPostAction',
  state: 'done',
  columns: () => ({
    ...ofPost,
    title: sql`coalesce(news_post.action_what, news_post.title)`,
    detail: column('title'),
    createdAt: sql`coalesce(news_post.published_at, reading.action_done_at)`,
    completedAt: sql.ref('reading.action_done_at'),
  }),
  rows: (viewer) => readingSince(viewer, 'action_done_at'),
}

const reviewed: TaskSource = {
  kind: 'newsPostToApprove',
  state: 'done',
  columns: () => ({
    ...ofPost,
    createdAt: column('review_at'),
    completedAt: column('review_at'),
    personId: sql`coalesce(news_post.submitted_by_id, news_post.author_id)`,
  }),
  rows: (viewer) => sql`from news_post where news_post.review_by_id = ${me(viewer)}
    and news_post.review_outcome in ('approved', 'rejected') and news_post.review_at > ${doneSince(viewer)}
    and ${visibleNewsPost(viewer)}`,
}

/** What news ask of people, who wait for each other about them, and what they have done. */
export const newsPostTasks: readonly TaskSource[] = [
  toConfirm,
  toConfirmForOthers,
  toDo,
  toApprove,
  returned,
  waitsForReview,
  confirmed,
  actionDone,
  reviewed,
]
