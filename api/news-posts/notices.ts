import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { NewsPostNoticeKind } from '../database/outgoing-tables.ts'
import type { Database } from '../database/schema.ts'
import { nearestLeader } from '../org-units/nearest-leader.ts'

/** The notices that ask readers to confirm. */
export const reminderKinds = ['halfway', 'lastDay', 'manual'] as const satisfies NewsPostNoticeKind[]

/** A notice about a post. */
export interface NewNotice {
  newsPostId: string
  kind: NewsPostNoticeKind
  /** What may have one notice of this kind. */
  occasion: string
  version: number
  recipientCount: number
  at: Date
}

/** Notes a notice, in the transaction that gives it. @returns false when it has been given before. */
export async function insertNotice(trx: Transaction<Database>, notice: NewNotice): Promise<boolean> {
  const inserted = await trx
    .insertInto('news_post_notice')
    .values({
      news_post_id: notice.newsPostId,
      kind: notice.kind,
      occasion: notice.occasion,
      version: notice.version,
      sent_at: notice.at,
      recipient_count: notice.recipientCount,
    })
    .onConflict((on) => on.columns(['news_post_id', 'kind', 'occasion']).doNothing())
    .returning('kind')
    .executeTakeFirst()
  return inserted !== undefined
}

/** When readers were last reminded of the version they must confirm, over `news_post`. */
export const lastReminder: RawBuilder<unknown> = sql`(select max(notice.sent_at) from news_post_notice notice
  where notice.news_post_id = news_post.id and notice.version = news_post.significant_version
    and notice.kind in ('halfway','lastDay','manual'))`

/**
 * Who is written to about the post itself: the author, or after the author has left whoever answers for the
 * responsible unit. Null when there is nobody. Over `news_post`.
 */
export const responsibleEditor: RawBuilder<string | null> = sql`coalesce(
  (select writer.id from "user" writer where writer.id = news_post.author_id and writer.account_enabled),
  ${nearestLeader(sql.ref('news_post.responsible_unit_id'))})`
