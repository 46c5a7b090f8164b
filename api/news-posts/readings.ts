import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { ReadingChannel, ReadingDevice } from '../database/news-post-tables.ts'

/** How somebody came to a post, and on what. Counted only in sums (features.md N9, N30). */
export interface ReadingWay {
  channel?: ReadingChannel | undefined
  device?: ReadingDevice | undefined
}

/**
 * Notes that a person has opened a post; the first time counts. Nobody has read what has not been out: those who write
 * and review it get it as everybody else.
 */
export async function markRead(
  db: Kysely<Database>,
  newsPostId: string,
  userId: string,
  now: Date,
  { channel, device }: ReadingWay = {},
): Promise<void> {
  await db
    .insertInto('news_post_reading')
    .columns(['news_post_id', 'user_id', 'read_at', 'channel', 'device'])
    .expression((eb) =>
      eb
        .selectFrom('news_post')
        .select([
          'news_post.id',
          sql<string>`${userId}::uuid`.as('user_id'),
          sql<Date>`${now}::timestamptz`.as('read_at'),
          sql<ReadingChannel | null>`${channel ?? null}::text`.as('channel'),
          sql<ReadingDevice | null>`${device ?? null}::text`.as('device'),
        ])
        .where('news_post.id', '=', newsPostId)
        .where('news_post.version', '>', 0),
    )
    .onConflict((on) =>
      on
        .columns(['news_post_id', 'user_id'])
        .doUpdateSet({ read_at: now, channel, device })
        .where('news_post_reading.read_at', 'is', null),
    )
    .execute()
}

/**
 * Notes that a person has confirmed one version of a post, which is to have read it as well.
 * @param by the substitute who did it for the person.
 */
export async function confirmVersion(
  trx: Transaction<Database>,
  newsPostId: string,
  userId: string,
  version: number,
  now: Date,
  by: string | null = null,
): Promise<void> {
  await trx
    .insertInto('news_post_reading')
    .values({
      news_post_id: newsPostId,
      user_id: userId,
      // Who was away has not read it.
      read_at: by === null ? now : null,
      confirmed_by_id: by,
      confirmed_at: now,
      confirmed_version: version,
    })
    .onConflict((on) =>
      on.columns(['news_post_id', 'user_id']).doUpdateSet({
        read_at: sql`coalesce(news_post_reading.read_at, excluded.read_at)`,
        confirmed_at: now,
        confirmed_version: version,
        confirmed_by_id: by,
      }),
    )
    .execute()
}

/** Notes that a person has done what a post asks for, or has not after all (features.md N23). */
export async function setActionDone(
  trx: Transaction<Database>,
  newsPostId: string,
  userId: string,
  doneAt: Date | null,
): Promise<void> {
  await trx
    .insertInto('news_post_reading')
    .values({ news_post_id: newsPostId, user_id: userId, action_done_at: doneAt })
    .onConflict((on) => on.columns(['news_post_id', 'user_id']).doUpdateSet({ action_done_at: doneAt }))
    .execute()
}

/** What was done is forgotten, because something else is asked for now. */
export async function forgetActionDone(trx: Transaction<Database>, newsPostId: string): Promise<void> {
  await trx
    .updateTable('news_post_reading')
    .set({ action_done_at: null })
    .where('news_post_id', '=', newsPostId)
    .where('action_done_at', 'is not', null)
    .execute()
}
