import type { Insertable } from 'kysely'
import type { ReactionTable } from '#api/database/comment-tables.ts'
import type { NewsPostReadingTable } from '#api/database/news-post-tables.ts'
import type { SeedPerson } from '../people.ts'
import { randomFor, type Random } from '../random.ts'
import type { SeedPost } from './insert-news.ts'

/** Most readers of one post that are written down, so that the largest organisation is made quickly. */
const maxReaders = 1000

const hour = 3_600_000

/** Who has read and confirmed a post. Demo people have read what is older than two days, unless the plan says not yet. */
export function readingsOf(
  { row, plan }: SeedPost,
  recipients: readonly SeedPerson[],
  now: Date,
): Insertable<NewsPostReadingTable>[] {
  if (!(row.published_at instanceof Date)) return []
  const published = row.published_at
  // After it was taken down nobody opens it from the feed any more.
  const end = row.archived_at ?? (row.state === 'expired' ? row.expires_at : null) ?? now
  const random = randomFor(`readings ${row.id}`)
  const share = Math.min(plan.readBy, maxReaders / Math.max(1, recipients.length))
  const isOld = now.getTime() - published.getTime() > 48 * hour
  const confirmedShare = (plan.confirmedBy ?? 0) / Math.max(plan.readBy, 0.01)
  const readers = recipients.filter((person) => {
    const isDrawn = random.chance(share)
    if (person.id === row.author_id || isAmong(plan.notYet, person)) return false
    return isAmong(plan.confirmedFirst, person) || (person.isDemo ? isOld : isDrawn)
  })
  return readers.map((person) => {
    const isFirst = isAmong(plan.confirmedFirst, person)
    const readAt = isFirst ? new Date(published.getTime() + hour) : readTime(random, published, end)
    const isConfirmed = row.importance === 'mustRead' && (random.chance(confirmedShare) || isFirst)
    const isDone = !person.isDemo && random.chance(plan.action?.doneBy ?? 0)
    return {
      news_post_id: row.id,
      user_id: person.id,
      read_at: readAt,
      confirmed_at: isConfirmed ? notAfter(end, readAt.getTime() + 90_000) : null,
      confirmed_version: isConfirmed ? (isFirst ? 1 : confirmedVersion(random, row.version)) : null,
      action_done_at: isDone ? notAfter(end, readAt.getTime() + 4 * hour) : null,
      ...wayOf(random, person, row),
    }
  })
}

const isAmong = (keys: readonly string[] = [], person: SeedPerson) =>
  person.isDemo && keys.some((key) => person.userPrincipalName.startsWith(`${key}@`))

const notAfter = (end: Date, time: number) => new Date(Math.min(time, end.getTime()))

/** Most have confirmed the newest version, some only the first. */
const confirmedVersion = (random: Random, version: number) =>
  version > 1 && random.chance(0.3) ? 1 : version

/** Half open it within the first day, fewer on each day that follows; hardly anyone at night. */
function readTime(random: Random, published: Date, end: Date): Date {
  const days = Math.min(-Math.log2(1 - random.next()), (end.getTime() - published.getTime()) / (24 * hour))
  const time = new Date(published.getTime() + Math.floor(days * 24 * hour))
  const isNight = time.getUTCHours() < 5
  return isNight && random.chance(0.85) ? notAfter(end, time.getTime() + 6 * hour) : time
}

/** Those without a desk read on the phone; some come from an e-mail, a Teams post or a poster on the wall. */
function wayOf(random: Random, { job }: SeedPerson, row: SeedPost['row']) {
  const device = random.chance(job.isDeskless ? 0.92 : 0.25) ? 'phone' : 'computer'
  const drawn = random.next()
  if (row.send_by_email && drawn < 0.3) return { device, channel: 'email' } as const
  if (row.send_to_teams && drawn < 0.42) return { device, channel: 'teams' } as const
  if (job.isDeskless && drawn > 0.88) return { device: 'phone', channel: 'qr' } as const
  return { device, channel: 'portal' } as const
}

/** What readers say of a post with one press: each one thing at most. */
export function reactionsOf(
  { row, plan }: SeedPost,
  readings: readonly Insertable<NewsPostReadingTable>[],
): Insertable<ReactionTable>[] {
  const random = randomFor(`reactions ${row.id}`)
  const shares = Object.entries(plan.reactions ?? {})
  return readings.flatMap(({ user_id, read_at }) => {
    let drawn = random.next()
    const chosen = shares.find(([, share]) => (drawn -= share) < 0)
    if (!chosen || !read_at) return []
    const [reaction] = chosen
    return [{ target_type: 'newsPost', target_id: row.id, user_id, reaction, reacted_at: read_at }]
  })
}
