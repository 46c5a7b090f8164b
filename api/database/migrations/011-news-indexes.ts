import { sql, type Kysely } from 'kysely'

/** What counting a person's news looks up: the posts that are out and reach one of the person's keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Without a pending list, which every reader would have to go through.
  await sql`create index news_post_audience on news_post using gin (audience_keys) with (fastupdate = off)
    where state = 'published'`.execute(db)
}
