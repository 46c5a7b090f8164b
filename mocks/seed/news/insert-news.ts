import { sql, type Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { recipientCount } from '#api/news-posts/recipients.ts'
import { batches } from '../batches.ts'
import type { SeedUnit } from '../org-units.ts'
import type { SeedPerson } from '../people.ts'
import type { SeedPosition } from '../positions.ts'
import { recipientFinder, type SeedAudience } from './audience.ts'
import { insertBulkLife } from './bulk-life.ts'
import { bulkPosts } from './bulk-posts.ts'
import { insertConversation } from './conversation.ts'
import { insertCover, insertFiles } from './files.ts'
import { handWritten } from './hand-written.ts'
import { insertImports } from './imports.ts'
import { insertNamedEditors } from './named-editors.ts'
import { daysFrom, type NewsPlan } from './news-plan.ts'
import { postFrom } from './post-row.ts'
import { reactionsOf, readingsOf } from './readings.ts'
import { insertVersions } from './versions.ts'

/** What news is made from. */
export interface NewsSource {
  units: readonly SeedUnit[]
  people: readonly SeedPerson[]
  positions: readonly SeedPosition[]
  /** Posts in all, never fewer than the hand-written ones. */
  count?: number | undefined
  now: Date
  onProgress: (text: string) => void
}

/** A post ready for the database, with what its readers are drawn from. */
export interface SeedPost {
  row: ReturnType<typeof postFrom>['row']
  audience: SeedAudience
  plan: NewsPlan
}

/** Writes posts, who has read and confirmed them, and what people say of them. @returns the number of posts. */
export async function insertNews(trx: Transaction<Database>, source: NewsSource): Promise<number> {
  const { units, people, positions, count = 0, now, onProgress } = source
  const plans = handWritten(daysFrom(now))
  const recipients = recipientFinder(units, people, positions)
  const posts = plans.map((plan) => postFrom(plan, source))
  const bulk = bulkPosts(source, recipients, Math.max(0, count - plans.length))
  onProgress(`Makes ${posts.length + bulk.length} news posts.`)
  for (const { row, plan } of posts) {
    const facts = { userId: row.author_id, now: row.created_at }
    if (plan.cover) row.cover_file_id = await insertCover(trx, plan.key, plan.cover, facts)
  }
  for (const batch of batches(posts))
    await trx
      .insertInto('news_post')
      .values(batch.map(({ row }) => row))
      .execute()
  for (const batch of batches(bulk)) await trx.insertInto('news_post').values(batch).execute()
  for (const post of posts) await insertFiles(trx, post)
  await sql`update news_post set reached_count = ${recipientCount}
    where version > 0 and reached_count is null`.execute(trx)
  await insertVersions(trx, posts, source)
  const onPosts = posts.map((post) => {
    const readings = readingsOf(post, recipients(post.audience), now)
    return { readings, reactions: reactionsOf(post, readings) }
  })
  const readings = onPosts.flatMap((post) => post.readings)
  onProgress(`Makes ${readings.length} readings.`)
  for (const batch of batches(readings)) await trx.insertInto('news_post_reading').values(batch).execute()
  for (const batch of batches(onPosts.flatMap((post) => post.reactions)))
    await trx.insertInto('reaction').values(batch).execute()
  for (const post of posts) await insertConversation(trx, post, recipients(post.audience), source)
  await insertNamedEditors(trx, source)
  await insertImports(trx, source)
  const bulkReadings = await insertBulkLife(
    trx,
    bulk.map(({ id }) => id),
  )
  if (bulkReadings > 0) onProgress(`Made ${bulkReadings} readings of generated posts.`)
  return posts.length + bulk.length
}
