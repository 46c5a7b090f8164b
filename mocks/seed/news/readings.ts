import type { Insertable } from 'kysely'
import type { NewsPostReadingTable } from '#api/database/schema.ts'
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
  const random = randomFor(`readings ${row.id}`)
  const share = Math.min(plan.readBy, maxReaders / Math.max(1, recipients.length))
  const isOld = now.getTime() - published.getTime() > 48 * hour
  const readers = recipients.filter((person) => {
    const isDrawn = random.chance(share)
    if (person.id === row.author_id || isWaiting(person, plan.notYet)) return false
    return person.isDemo ? isOld : isDrawn
  })
  const confirmedShare = (plan.confirmedBy ?? 0) / Math.max(plan.readBy, 0.01)
  return readers.map((person) => {
    const readAt = timeBetween(random, published, now)
    const isConfirmed = row.importance === 'mustRead' && random.chance(confirmedShare)
    return {
      news_post_id: row.id,
      user_id: person.id,
      read_at: readAt,
      confirmed_at: isConfirmed ? new Date(Math.min(readAt.getTime() + 90_000, now.getTime())) : null,
      confirmed_version: isConfirmed ? confirmedVersion(random, row.version ?? 1) : null,
    }
  })
}

const isWaiting = (person: SeedPerson, notYet: readonly string[] = []) =>
  person.isDemo && notYet.some((key) => person.userPrincipalName.startsWith(`${key}@`))

/** Most have confirmed the newest version, some only the first. */
const confirmedVersion = (random: Random, version: number) =>
  version > 1 && random.chance(0.3) ? 1 : version

/** Soon after the start more often than late. */
const timeBetween = (random: Random, start: Date, end: Date) =>
  new Date(start.getTime() + Math.floor((end.getTime() - start.getTime()) * random.next() ** 3))
