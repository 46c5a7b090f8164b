import { sql, type Transaction } from 'kysely'
import type { NewsPostNoticeKind } from '../database/outgoing-tables.ts'
import type { Database } from '../database/schema.ts'
import { allow } from '../http/allow.ts'
import { conflict } from '../http/errors.ts'
import { isQuiet } from '../outgoing/quiet-hours.ts'
import { queueBatch } from '../outgoing/queue.ts'
import { oneByOne } from '../timed-work/one-by-one.ts'
import type { TimedJob } from '../timed-work/timed-job.ts'
import { addDays, daysBetween, osloDay, osloTime } from '../time/oslo.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { insertNotice } from './notices.ts'
import { canRemindNewsPost } from './policy.ts'
import { recipients } from './recipients.ts'
import type { LockedNewsPost } from './store.ts'
import { log, type Actor, type WriteContext } from './write-context.ts'

/** When reminders are given, by Oslo's clock. */
const reminderTime = '08:00'

/**
 * When those who have not confirmed are reminded (features.md N4): half-way to the last day, and one working day
 * before it, on working days at 08:00. What would come on the day the post went out, or as late as the last reminder,
 * is left out.
 * @param since when the version went out. @param confirmBy the last day, `2026-11-18`
 */
export function reminderTimes(since: Date, confirmBy: string): { halfway?: Date; lastDay?: Date } {
  const first = osloDay(since)
  const last = addWorkingDays(confirmBy, -1)
  const half = addWorkingDays(addDays(first, Math.floor(daysBetween(first, confirmBy) / 2)), 0)
  return {
    ...(half > first && half < last && { halfway: osloTime(half, reminderTime) }),
    ...(last > first && { lastDay: osloTime(last, reminderTime) }),
  }
}

interface MustRead {
  id: string
  confirm_by: string
  significant_version: number
  since: Date
  given: NewsPostNoticeKind[]
}

/** The reminder that is due of a must-read, if any. One that was missed gives way to the one after it. */
function dueReminder({ since, confirm_by, given }: MustRead, now: Date): 'halfway' | 'lastDay' | undefined {
  const { halfway, lastDay } = reminderTimes(since, confirm_by)
  if (osloDay(now) > confirm_by) return undefined
  if (lastDay && now >= lastDay) return given.includes('lastDay') ? undefined : 'lastDay'
  if (halfway && now >= halfway) return given.includes('halfway') ? undefined : 'halfway'
  return undefined
}

/** Reminds those who have not confirmed a must-read, twice per version (features.md N4). */
export const remindReaders: TimedJob = {
  name: 'remind-readers',
  cron: '*/10 8-16 * * 1-5',
  run: async (deps) => {
    const now = deps.now()
    if (isQuiet(now)) return 0
    const { rows } = await sql<MustRead>`
      select news_post.id, news_post.confirm_by, news_post.significant_version,
        greatest(news_post.published_at, version.made_at) as since,
        array(select notice.kind from news_post_notice notice
          where notice.news_post_id = news_post.id and notice.version = news_post.significant_version) as given
      from news_post left join news_post_version version
        on version.news_post_id = news_post.id and version.version = news_post.significant_version
      where news_post.state = 'published' and news_post.importance = 'mustRead'
        and news_post.confirm_by >= ${osloDay(now)}::date`.execute(deps.db)
    const due = new Map(rows.flatMap((row) => (dueReminder(row, now) ? [[row.id, row]] : [])))
    return oneByOne(deps, remindReaders.name, [...due.keys()], async (trx, id) => {
      const seen = due.get(id)
      const kind = seen && dueReminder(seen, now)
      const post = await trx
        .selectFrom('news_post')
        .select(['significant_version', 'audience_keys'])
        .where('id', '=', id)
        .where('state', '=', 'published')
        .where('confirm_by', '=', seen?.confirm_by ?? null)
        .where('significant_version', '=', seen?.significant_version ?? 0)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!post || !kind) return false
      const occasion = String(post.significant_version)
      const about = { id, version: post.significant_version, audienceKeys: post.audience_keys }
      return (await remind({ trx, viewer: null, now }, about, kind, occasion)) !== undefined
    })
  },
}

/**
 * Reminds everyone who has not confirmed a must-read, because its editor asks for it; at most once a working day.
 * @returns how many were reminded; with none there was nothing to do.
 * @throws 403, 409 `remindedToday` with the time in its detail
 */
export async function remindByHand(context: WriteContext, post: LockedNewsPost): Promise<number> {
  const { trx, viewer, now } = context
  allow(canRemindNewsPost(viewer, post))
  // What is asked for on a day off counts for the next working day, when the e-mails go.
  const occasion = addWorkingDays(osloDay(now), 0)
  const earlier = await trx
    .selectFrom('news_post_notice')
    .select('sent_at')
    .where('news_post_id', '=', post.id)
    .where('kind', '=', 'manual')
    .where('occasion', '=', occasion)
    .executeTakeFirst()
  if (earlier) {
    const when = earlier.sent_at.toISOString()
    const details = [{ code: 'remindedToday', target: 'remindedDateTime', message: when }]
    throw conflict('remindedToday', `Readers were reminded ${when}.`, { details })
  }
  const about = { id: post.id, version: post.significantVersion, audienceKeys: post.audienceKeys }
  return (await remind(context, about, 'manual', occasion)) ?? 0
}

/** Gives one reminder: noted, in the tray, and told to open pages. @returns how many it is for; undefined: none. */
async function remind(
  context: { trx: Transaction<Database>; viewer: Actor | null; now: Date },
  post: { id: string; version: number; audienceKeys: readonly string[] },
  kind: 'halfway' | 'lastDay' | 'manual',
  occasion: string,
): Promise<number | undefined> {
  const { trx, now } = context
  const recipientCount = await countUnconfirmed(trx, post.id)
  if (recipientCount === 0) return undefined
  const notice = { newsPostId: post.id, kind, occasion, version: post.version, recipientCount, at: now }
  if (!(await insertNotice(trx, notice))) return undefined
  const dedupeKey = `newsReminder:${post.id}:${kind}:${occasion}`
  const batch = { kind: 'newsReminder', channel: 'email', newsPostId: post.id, isUrgent: false } as const
  await queueBatch(trx, { ...batch, dedupeKey, at: now })
  const { audienceKeys } = post
  await log(context, 'reminded', post.id, { kind, version: post.version, recipientCount }, { audienceKeys })
  return recipientCount
}

async function countUnconfirmed(trx: Transaction<Database>, newsPostId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from news_post cross join lateral ${recipients} recipient
      left join news_post_reading reading
        on reading.news_post_id = news_post.id and reading.user_id = recipient.id
    where news_post.id = ${newsPostId}::uuid
      and coalesce(reading.confirmed_version, 0) < news_post.significant_version`.execute(trx)
  return rows[0]?.count ?? 0
}
