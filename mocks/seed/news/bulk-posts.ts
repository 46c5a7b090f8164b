import type { Insertable } from 'kysely'
import type { NewsPostImportance, NewsPostTable } from '#api/database/news-post-tables.ts'
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

/** Any number of older posts with varied texts, senders and audiences: what a portal holds after some years. */
export function bulkPosts(
  { units, people, now }: NewsSource,
  recipients: (audience: SeedAudience) => SeedPerson[],
  count: number,
): (Insertable<NewsPostTable> & { id: string })[] {
  const random = randomFor('bulk posts')
  const countReached = cached(recipients)
  const levels = [['sector', 'staff', 'area'], ['unit'], ['department', 'section']].map((kinds) =>
    units.filter((unit) => kinds.includes(unit.kind)),
  )
  const editors = people.filter((person) => person.isEnabled && person.job.appRoles.includes('Editor'))
  return Array.from({ length: count }, (_, index) => {
    const age = span.newest + ((span.oldest - span.newest) * index) / count
    const published = new Date(Math.floor((now.getTime() - age) / 60_000) * 60_000)
    const audience = drawAudience(random, levels)
    const unit = audience.units[0] ?? random.pick(editors).job.unit
    const leaderId = withAncestors(unit).find(({ leaderId: id }) => id !== null)?.leaderId
    const authorId = audience.everyone || !leaderId ? random.pick(editors).id : leaderId
    const reached = countReached(audience)
    return bulkRow(random, { index, published, audience, reached, unit, authorId, now })
  })
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

/** Most news stays where it is; what had to be confirmed is taken down when that is done. */
function stateOf(random: Random, importance: NewsPostImportance, age: number) {
  const isSettled = importance === 'mustRead' && age > 90 * 24 * hour
  const drawn = random.next()
  if (drawn < (isSettled ? 0.6 : 0.03)) return 'archived'
  return drawn < (isSettled ? 0.95 : 0.08) ? 'expired' : 'published'
}

interface BulkFacts {
  index: number
  published: Date
  audience: SeedAudience
  /** How many people the audience is. */
  reached: number
  unit: SeedUnit
  authorId: string
  now: Date
}

function bulkRow(random: Random, { index, published, audience, reached, unit, authorId, now }: BulkFacts) {
  const { title, lead, body: source } = writeText(random, unit.name)
  const body = richText(source)
  const drawn = random.next()
  const importance = drawn > 0.97 ? 'mustRead' : drawn > 0.87 ? 'important' : 'normal'
  const state = drawn < 0.02 ? 'draft' : stateOf(random, importance, now.getTime() - published.getTime())
  const isDraft = state === 'draft'
  const after = (days: number) => new Date(published.getTime() + days * 24 * hour)
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
    confirm_by: importance === 'mustRead' ? osloDay(after(14), 0) : null,
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
    expires_at: state === 'expired' ? after(28) : null,
    archived_at: state === 'archived' ? after(21) : null,
    reached_count: isDraft ? null : reached,
  } satisfies Insertable<NewsPostTable>
}

/** Thousands of posts share few audiences: each is counted once. */
function cached(recipients: (audience: SeedAudience) => SeedPerson[]) {
  const known = new Map<string, number>()
  return (audience: SeedAudience): number => {
    const key = [audience.everyone, ...audience.units.map(({ id }) => id), ...audience.roles].join()
    const count = known.get(key) ?? recipients(audience).length
    known.set(key, count)
    return count
  }
}
