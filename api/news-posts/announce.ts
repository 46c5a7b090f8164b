import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'

/**
 * Puts a post that has just gone out in the tray for the channels its editor chose (features.md N9), in the same
 * transaction. A version goes out once, however often the post is put out anew. What someone publishes in quiet hours
 * as important goes at once; what the clock publishes can wait for the morning (N26).
 */
export async function announceNewsPost(
  trx: Transaction<Database>,
  newsPostId: string,
  { byHand, now }: { byHand: boolean; now: Date },
): Promise<void> {
  await sql`insert into outgoing_batch (kind, channel, dedupe_key, news_post_id, is_urgent, created_at)
    select way.kind, way.channel, concat_ws(':', way.kind, news_post.id, news_post.version), news_post.id,
      ${byHand}::boolean and news_post.importance <> 'normal', ${now}::timestamptz
    from news_post cross join lateral (values
      ('newsPublished', 'email', news_post.send_by_email),
      ('newsPublishedInTeams', 'teams', news_post.send_to_teams)) way(kind, channel, is_chosen)
    where news_post.id = ${newsPostId}::uuid and way.is_chosen
    on conflict (dedupe_key) do nothing`.execute(trx)
}
