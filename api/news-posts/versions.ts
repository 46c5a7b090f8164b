import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'

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
