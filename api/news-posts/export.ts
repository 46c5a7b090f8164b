import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** News a person wrote, changed last, reviewed or asked review for. The texts go along with what one wrote. */
export const newsPostsExport: ExportSource = {
  name: 'newsPosts',
  covers: [
    'news_post.author_id',
    'news_post.changed_by_id',
    'news_post.review_by_id',
    'news_post.submitted_by_id',
  ],
  rows: (userId) => sql`select post.id::text as key, jsonb_build_object('id', post.id, 'title', post.title,
      'lead', case when post.author_id = ${userId}::uuid then post.lead end,
      'text', case when post.author_id = ${userId}::uuid then post.body_text end,
      'state', post.state, 'isAuthor', post.author_id = ${userId}::uuid,
      'isLastEditor', post.changed_by_id = ${userId}::uuid,
      'isReviewer', coalesce(post.review_by_id = ${userId}::uuid, false),
      'reviewComment', case when post.review_by_id = ${userId}::uuid then post.review_comment end,
      'isSubmitter', coalesce(post.submitted_by_id = ${userId}::uuid, false),
      'createdDateTime', post.created_at, 'publishedDateTime', post.published_at) as row
    from news_post post
    where ${userId}::uuid in (post.author_id, post.changed_by_id, post.review_by_id, post.submitted_by_id)`,
}

/** Versions of news that a person made. */
export const newsPostVersionsExport: ExportSource = {
  name: 'newsPostVersions',
  covers: ['news_post_version.made_by_id'],
  rows: (userId) => sql`select version.news_post_id || ' ' || lpad(version.version::text, 6, '0') as key,
      jsonb_build_object('newsPostId', version.news_post_id, 'version', version.version, 'title', version.title,
        'note', version.note, 'madeDateTime', version.made_at) as row
    from news_post_version version where version.made_by_id = ${userId}::uuid`,
}

/** What a person has read, confirmed and done. */
export const readingsExport: ExportSource = {
  name: 'newsReadings',
  covers: ['news_post_reading.user_id'],
  rows: (userId) => sql`select reading.news_post_id::text as key, jsonb_build_object(
      'newsPostId', reading.news_post_id, 'title', post.title, 'readDateTime', reading.read_at,
      'confirmedDateTime', reading.confirmed_at, 'confirmedVersion', reading.confirmed_version,
      'actionDoneDateTime', reading.action_done_at, 'channel', reading.channel, 'device', reading.device) as row
    from news_post_reading reading join news_post post on post.id = reading.news_post_id
    where reading.user_id = ${userId}::uuid`,
}

/** What a person has confirmed for somebody who was away, as their substitute. */
export const confirmationsForOthersExport: ExportSource = {
  name: 'confirmationsForOthers',
  covers: ['news_post_reading.confirmed_by_id'],
  rows: (userId) => sql`select reading.news_post_id || ' ' || reading.user_id as key, jsonb_build_object(
      'newsPostId', reading.news_post_id, 'title', post.title, 'person', person.display_name,
      'confirmedDateTime', reading.confirmed_at, 'confirmedVersion', reading.confirmed_version) as row
    from news_post_reading reading join news_post post on post.id = reading.news_post_id
      join "user" person on person.id = reading.user_id
    where reading.confirmed_by_id = ${userId}::uuid and reading.user_id <> ${userId}::uuid`,
}
