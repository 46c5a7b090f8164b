// @vitest-environment node
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrateToLatest } from '#api/database/migrate.ts'
import { recipientCount, recipients } from '#api/news-posts/recipients.ts'
import { openLiteDatabase } from '../../database.ts'
import { seedDatabase } from '../seed.ts'

const now = new Date('2025-03-12T09:00:00Z')

async function indexesAndKeys(db: Awaited<ReturnType<typeof openLiteDatabase>>['db']) {
  const { rows } = await sql<{ definition: string }>`
    select indexdef as definition from pg_indexes where tablename = 'news_post_reading'
    union all select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'news_post_reading'::regclass
    order by 1`.execute(db)
  return rows
}

test('generated posts are read by people they are for, a hundred marks to each, and the table is as it was', async () => {
  const { db } = await openLiteDatabase()
  await migrateToLatest(db)
  const before = await indexesAndKeys(db)
  await seedDatabase(db, { employees: 1300, newsPosts: 160, now })

  const { rows } = await sql<Record<'posts' | 'marks' | 'outside' | 'early' | 'drafts', number>>`
    with bulk as (select * from news_post where published_at < ${now}::timestamptz - interval '29 days'
      and body_text like '%Saken har nummer%')
    select (select count(*)::int from bulk) as posts, count(*)::int as marks,
      (select count(*)::int from (
        select news_post_id, user_id from news_post_reading where news_post_id in (select id from bulk)
        except select news_post.id, recipient.id
          from bulk news_post cross join lateral ${recipients} recipient) stranger) as outside,
      count(*) filter (where read_at < published_at)::int as early,
      count(*) filter (where version = 0)::int as drafts
    from bulk news_post join news_post_reading reading on reading.news_post_id = news_post.id`.execute(db)
  const [found] = rows
  expect(found).toMatchObject({ outside: 0, early: 0, drafts: 0 })
  expect(found?.posts).toBeGreaterThan(80)
  expect(found?.marks).toBeGreaterThan(80 * (found?.posts ?? 0))
  expect(found?.marks).toBeLessThan(110 * (found?.posts ?? 0))
  expect(await indexesAndKeys(db)).toEqual(before)
  const counts = await db
    .selectFrom('news_post')
    .select(['reached_count', recipientCount.as('recipients')])
    .where('version', '>', 0)
    .execute()
  expect(counts.filter((post) => post.reached_count !== post.recipients)).toEqual([])
  const said = await db.selectFrom('comment').select('target_id').distinct().execute()
  expect(said.length).toBeGreaterThan(10)
  await db.destroy()
})
