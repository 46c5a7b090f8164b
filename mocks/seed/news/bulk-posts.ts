import type { Insertable } from 'kysely'
import type { NewsPostReadingTable, NewsPostTable } from '#api/database/schema.ts'
import { plainText } from '#api/text/plain-text.ts'
import { readingTimeInMinutes } from '#api/text/reading-time.ts'
import { withAncestors, type SeedUnit } from '../org-units.ts'
import { osloDay } from '../oslo-time.ts'
import type { SeedPerson } from '../people.ts'
import { randomFor, uuidAt, type Random } from '../random.ts'
import type { SeedAudience } from './audience.ts'
import { writeText } from './bulk-text.ts'
import type { NewsSource } from './insert-news.ts'
import { richText } from './rich-text.ts'

const hour = 3_600_000
/** The bulk is spread over three years, from a month ago and back. */
const span = { newest: 30 * 24 * hour, oldest: 3 * 365 * 24 * hour }
/** Readers of each post that are written down, apart from the demo people. */
const readersPerPost = 20

/** Rows of generated posts and of those who have read them. */
export interface BulkNews {
  rows: Insertable<NewsPostTable>[]
  readings: Insertable<NewsPostReadingTable>[]
}

/** Any number of older posts with varied texts, senders and audiences: what a portal holds after some years. */
export function bulkPosts(
  { units, people, now }: NewsSource,
  recipients: (audience: SeedAudience) => SeedPerson[],
  count: number,
): BulkNews {
  const random = randomFor('bulk posts')
  const news: BulkNews = { rows: [], readings: [] }
  const reach = cached(recipients)
  const levels = [['sector', 'staff', 'area'], ['unit'], ['department', 'section']].map((kinds) =>
    units.filter((unit) => kinds.includes(unit.kind)),
  )
  const editors = people.filter((person) => person.isEnabled && person.job.appRoles.includes('Editor'))
  for (let index = 0; index < count; index++) {
    const age = span.newest + ((span.oldest - span.newest) * index) / count
    const published = new Date(Math.floor((now.getTime() - age) / 60_000) * 60_000)
    const audience = drawAudience(random, levels)
    const unit = audience.units[0] ?? random.pick(editors).job.unit
    const leaderId = withAncestors(unit).find(({ leaderId: id }) => id !== null)?.leaderId
    const authorId = audience.everyone || !leaderId ? random.pick(editors).id : leaderId
    const row = bulkRow(random, { index, published, audience, unit, authorId, now })
    news.rows.push(row)
    if (row.state === 'published')
      news.readings.push(...drawReadings(random, row, published, reach(audience)))
  }
  return news
}

/** A tenth to everyone, the rest to sectors, units and departments; a few to a role. */
function drawAudience(random: Random, [top = [], middle = [], low = []]: SeedUnit[][]): SeedAudience {
  const kind = random.next()
  if (kind < 0.1) return { everyone: true, units: [], roles: [] }
  if (kind < 0.14) return { everyone: false, units: [], roles: ['Leader'] }
  const level = kind < 0.3 ? top : kind < 0.65 ? middle : low
  const more = random.chance(0.2) ? [random.pick(level), random.pick(level)] : []
  return { everyone: false, units: [...new Set([random.pick(level), ...more])], roles: [] }
}

interface BulkFacts {
  index: number
  published: Date
  audience: SeedAudience
  unit: SeedUnit
  authorId: string
  now: Date
}

function bulkRow(random: Random, { index, published, audience, unit, authorId, now }: BulkFacts) {
  const { title, lead, body: source } = writeText(random, unit.name)
  const body = richText(source)
  const drawn = random.next()
  const state = drawn < 0.02 ? 'draft' : drawn < 0.05 ? 'archived' : 'published'
  const importance = drawn > 0.97 ? 'mustRead' : drawn > 0.87 ? 'important' : 'normal'
  const isDraft = state === 'draft'
  return {
    id: uuidAt(published, `bulk post ${index}`),
    title,
    lead,
    body: JSON.stringify(body),
    body_text: plainText(body),
    reading_minutes: readingTimeInMinutes(plainText(body)),
    importance,
    audience_everyone: audience.everyone,
    audience_org_unit_ids: audience.units.map(({ id }) => id),
    audience_roles: [...audience.roles],
    confirm_by: importance === 'mustRead' ? osloDay(now, -14) : null,
    state,
    author_id: authorId,
    changed_by_id: authorId,
    responsible_unit_id: unit.id,
    version: isDraft ? 0 : 1,
    significant_version: isDraft ? 0 : 1,
    revision: isDraft ? 1 : 2,
    created_at: new Date(published.getTime() - hour),
    changed_at: published,
    published_at: isDraft ? null : published,
    archived_at: state === 'archived' ? new Date(published.getTime() + 7 * 24 * hour) : null,
  } satisfies Insertable<NewsPostTable>
}

function drawReadings(
  random: Random,
  { id, importance }: ReturnType<typeof bulkRow>,
  published: Date,
  { all, demo }: Reach,
): Insertable<NewsPostReadingTable>[] {
  const drawn = all.length > 0 ? Array.from({ length: readersPerPost }, () => random.pick(all)) : []
  const readers = new Set([...drawn, ...demo.filter(() => random.chance(0.7))])
  return [...readers].map((person) => {
    const readAt = new Date(published.getTime() + Math.floor(random.next() * 72 * hour))
    const isConfirmed = importance === 'mustRead' && random.chance(0.9)
    return {
      news_post_id: id,
      user_id: person.id,
      read_at: readAt,
      confirmed_at: isConfirmed ? readAt : null,
      confirmed_version: isConfirmed ? 1 : null,
    }
  })
}

interface Reach {
  all: SeedPerson[]
  demo: SeedPerson[]
}

/** Thousands of posts share few audiences: each is worked out once. */
function cached(recipients: (audience: SeedAudience) => SeedPerson[]) {
  const known = new Map<string, Reach>()
  return (audience: SeedAudience): Reach => {
    const key = [audience.everyone, ...audience.units.map(({ id }) => id), ...audience.roles].join()
    const found = known.get(key)
    if (found) return found
    const all = recipients(audience)
    const reach = { all, demo: all.filter((person) => person.isDemo) }
    known.set(key, reach)
    return reach
  }
}
