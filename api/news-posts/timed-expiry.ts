import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { isQuiet } from '../outgoing/quiet-hours.ts'
import { queueBatch } from '../outgoing/queue.ts'
import { oneByOne } from '../timed-work/one-by-one.ts'
import type { TimedJob } from '../timed-work/timed-job.ts'
import { osloDay } from '../time/oslo.ts'
import { insertNotice, responsibleEditor } from './notices.ts'
import { log } from './write-context.ts'

/** Takes out of the feed what has reached its end; the archive keeps it (features.md N2, N13). */
export const expirePosts: TimedJob = {
  name: 'expire-posts',
  cron: '* * * * *',
  run: async (deps) => {
    const now = deps.now()
    const due = await deps.db
      .selectFrom('news_post')
      .select('id')
      .where('state', '=', 'published')
      .where('expires_at', '<=', now)
      .orderBy('expires_at')
      .limit(500)
      .execute()
    const ids = due.map(({ id }) => id)
    return oneByOne(deps, expirePosts.name, ids, (trx, id) => expire(trx, id, now))
  },
}

async function expire(trx: Transaction<Database>, id: string, now: Date): Promise<boolean> {
  const post = await trx
    .selectFrom('news_post')
    .select('audience_keys')
    .where('id', '=', id)
    .where('state', '=', 'published')
    .where('expires_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!post) return false
  await trx
    .updateTable('news_post')
    .set((eb) => ({ state: 'expired', revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await log({ trx, viewer: null, now }, 'expired', id, {}, { audienceKeys: post.audience_keys })
  return true
}

/** Days before the end its editor is told, from the first, and until when that notice is of use (features.md N13). */
const warnings = [
  { kind: 'expiresInFourWeeks', days: 28, until: 14 },
  { kind: 'expiresInTwoWeeks', days: 14, until: 0 },
] as const

/** Tells the editor of a post in time that it is about to leave the feed. Not of posts that never lived that long. */
export const warnOfExpiry: TimedJob = {
  name: 'warn-of-expiry',
  cron: '0 8-16 * * 1-5',
  run: async (deps) => {
    const now = deps.now()
    if (isQuiet(now)) return 0
    let done = 0
    for (const warning of warnings) {
      const { kind } = warning
      const isDue = sql<boolean>`(news_post.state = 'published'
        and news_post.expires_at <= ${daysFrom(now, warning.days)}
        and news_post.expires_at > ${daysFrom(now, warning.until)}
        and news_post.published_at <= news_post.expires_at - make_interval(days => ${warning.days}::int))`
      const due = await deps.db
        .selectFrom('news_post')
        .select('id')
        .where(isDue)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('news_post_notice as notice')
                .whereRef('notice.news_post_id', '=', 'news_post.id')
                .where('notice.kind', '=', kind)
                .where(sql<boolean>`notice.occasion = ${occasion}`),
            ),
          ),
        )
        .orderBy('expires_at')
        .limit(500)
        .execute()
      const ids = due.map(({ id }) => id)
      done += await oneByOne(deps, warnOfExpiry.name, ids, async (trx, id) => {
        const post = await trx
          .selectFrom('news_post')
          .select(['significant_version', 'expires_at', responsibleEditor.as('editorId')])
          .where('id', '=', id)
          .where(isDue)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst()
        if (!post?.expires_at) return false
        const day = osloDay(post.expires_at)
        const notice = { newsPostId: id, kind, occasion: day, version: post.significant_version, at: now }
        if (!(await insertNotice(trx, { ...notice, recipientCount: post.editorId ? 1 : 0 }))) return false
        if (post.editorId) {
          const batch = { kind: 'newsExpiring', channel: 'email', newsPostId: id, isUrgent: false } as const
          const dedupeKey = `newsExpiring:${id}:${kind}:${day}`
          await queueBatch(trx, { ...batch, dedupeKey, at: now }, [post.editorId])
        }
        await log({ trx, viewer: null, now }, 'expiryNoticed', id, { kind, expires: day })
        return true
      })
    }
    return done
  },
}

/** The last day of a post, as its notices are known by: a new end date gets new notices. */
const occasion = sql`to_char(news_post.expires_at at time zone 'Europe/Oslo', 'YYYY-MM-DD')`

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)
