import { sql, type RawBuilder, type SqlBool } from 'kysely'

/*
 * What a post asks of somebody, over `news_post` and their `news_post_reading reading`. Whether it is out and reaches them
 * is asked beside it.
 */

/** A must-read whose last significant version is not confirmed (features.md N3, N24). */
export const isUnconfirmed: RawBuilder<SqlBool> = sql`(news_post.importance = 'mustRead'
  and coalesce(reading.confirmed_version, 0) < news_post.significant_version)`

/** Something to do that is not done, and whose day has not passed (features.md N23). */
export const isUndone = (today: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`(news_post.action_what is not null and reading.action_done_at is null
    and (news_post.action_due is null or news_post.action_due >= ${today}))`
