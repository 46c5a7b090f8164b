import { sql, type Insertable, type Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { NewsPostVersionTable } from '#api/database/news-post-tables.ts'
import type { NewsSource, SeedPost } from './insert-news.ts'
import { bodyOf, timeOf } from './post-row.ts'

/** Keeps every text each post has had: the present one of all, and those before of posts that have been changed. */
export async function insertVersions(
  trx: Transaction<Database>,
  posts: readonly SeedPost[],
  source: NewsSource,
): Promise<void> {
  const earlier = posts.flatMap((post) => earlierVersions(post, source))
  if (earlier.length > 0) await trx.insertInto('news_post_version').values(earlier).execute()
  await sql`insert into news_post_version
    select id, version, title, lead, body, version = significant_version, '', changed_by_id, changed_at
    from news_post where version > 0`.execute(trx)
  for (const { row, plan } of posts) {
    const last = plan.earlier?.at(-1)
    if (!last) continue
    await trx
      .updateTable('news_post_version')
      .set({ note: last.replaced.note })
      .where('news_post_id', '=', row.id)
      .where('version', '=', row.version)
      .execute()
  }
}

function earlierVersions({ row, plan }: SeedPost, source: NewsSource): Insertable<NewsPostVersionTable>[] {
  const { earlier = [] } = plan
  return earlier.map((edition, index) => {
    const made = earlier[index - 1]?.replaced
    return {
      news_post_id: row.id,
      version: index + 1,
      title: edition.title ?? plan.title,
      lead: edition.lead ?? plan.lead,
      body: JSON.stringify(bodyOf({ ...plan, body: edition.body ?? plan.body })),
      is_significant: !made?.isEditorial,
      note: made?.note ?? '',
      made_by_id: row.author_id,
      made_at: timeOf(source, made?.at ?? plan.at),
    }
  })
}
