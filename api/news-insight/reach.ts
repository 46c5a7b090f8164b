import { sql, type Kysely } from 'kysely'
import type { Database, ReadingChannel, ReadingDevice } from '../database/schema.ts'
import { addDays, osloDay } from '../time/oslo.ts'
import { readingChannels, readingDevices } from '../news-posts/contract.ts'
import { recipients } from '../news-posts/recipients.ts'
import type { NewsPostReach, reachLevels } from './contract.ts'
import { countOrHidden, hideSmallGroups } from './small-groups.ts'

type Level = (typeof reachLevels)[number]

/** Kinds of unit that are of a level, or the nearest there is: staffs stand beside sectors. */
const kindsOf: Record<Level, string[]> = {
  sector: ['sector', 'staff'],
  unit: ['unit', 'staff'],
  department: ['department', 'unit', 'staff'],
}
/** Most days of the curve; what comes later is in the last. */
const maxDays = 60

interface UnitRow {
  id: string | null
  display_name: string | null
  recipients: number
  reads: number
}

interface DayRow {
  day: string
  reads: number
}

interface WayRow {
  channel: ReadingChannel | null
  device: ReadingDevice | null
  reads: number
}

/** The recipients of one post with their reading, each once. */
const audience = (newsPostId: string) => sql`(select employee.id, employee.org_unit_id,
    reading.read_at, reading.channel, reading.device,
    coalesce(reading.confirmed_version, 0) >= news_post.significant_version as has_confirmed
  from news_post
  join "user" employee on employee.id in ${recipients}
  left join news_post_reading reading
    on reading.news_post_id = news_post.id and reading.user_id = employee.id
  where news_post.id = ${newsPostId}::uuid)`

/**
 * How far a post has come, as sums of five or more (features.md N30). One statement per view, each over the post's
 * own readings.
 * @param level what units are counted by; without one the narrowest that has more than one.
 */
export async function readReach(
  db: Kysely<Database>,
  newsPostId: string,
  level: Level | undefined,
  now: Date,
): Promise<NewsPostReach> {
  const total = await readTotal(db, newsPostId)
  const chosen = level ?? (total.sectors > 1 ? 'sector' : total.units > 1 ? 'unit' : 'department')
  const units = await readUnits(db, newsPostId, chosen)
  const days = await readDays(db, newsPostId)
  const ways = await readWays(db, newsPostId)
  const sumOf = (isCounted: (row: WayRow) => boolean) =>
    countOrHidden(ways.filter(isCounted).reduce((sum, { reads }) => sum + reads, 0))
  return {
    recipientCount: total.recipients,
    readCount: countOrHidden(total.reads),
    confirmedCount: countOrHidden(total.confirmations),
    emailsSpared: total.reached ?? total.recipients,
    level: chosen,
    units: hideSmallGroups(
      units.map((row) => ({
        id: row.id,
        displayName: row.display_name ?? '',
        recipientCount: row.recipients,
        readCount: countOrHidden(row.reads),
      })),
    ),
    days: curve(days, total.publishedAt ?? now, now),
    channels: readingChannels.map((channel) => ({
      channel,
      readCount: sumOf((row) => (row.channel ?? 'portal') === channel),
    })),
    devices: readingDevices.map((device) => ({ device, readCount: sumOf((row) => row.device === device) })),
  }
}

async function readTotal(db: Kysely<Database>, newsPostId: string) {
  const { rows } = await sql<{
    recipients: number
    reads: number
    confirmations: number
    sectors: number
    units: number
    reached: number | null
    publishedAt: Date | null
  }>`
    select count(*)::int as recipients, count(reader.read_at)::int as reads,
      (count(*) filter (where reader.has_confirmed))::int as confirmations,
      count(distinct place.sector_id)::int as sectors, count(distinct place.unit_id)::int as units,
      (select reached_count from news_post where id = ${newsPostId}::uuid) as reached,
      (select published_at from news_post where id = ${newsPostId}::uuid) as "publishedAt"
    from ${audience(newsPostId)} reader
    left join (select above.unit_id as at_id,
        min(unit.id::text) filter (where unit.kind = any(${kindsOf.sector})) as sector_id,
        min(unit.id::text) filter (where unit.kind = any(${kindsOf.unit})) as unit_id
      from org_unit_ancestor above join org_unit unit on unit.id = above.ancestor_id
      group by above.unit_id) place on place.at_id = reader.org_unit_id`.execute(db)
  return (
    rows[0] ?? {
      recipients: 0,
      reads: 0,
      confirmations: 0,
      sectors: 0,
      units: 0,
      reached: null,
      publishedAt: null,
    }
  )
}

/** Counts by the nearest unit above each person that is of the level; the rest are counted without a unit. */
async function readUnits(db: Kysely<Database>, newsPostId: string, level: Level): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select unit.id, unit.display_name, count(*)::int as recipients, count(reader.read_at)::int as reads
    from ${audience(newsPostId)} reader
    left join (select distinct on (above.unit_id) above.unit_id as at_id, above.ancestor_id as id
      from org_unit_ancestor above join org_unit unit on unit.id = above.ancestor_id
      where unit.kind = any(${kindsOf[level]}) order by above.unit_id, above.depth) place
      on place.at_id = reader.org_unit_id
    left join org_unit unit on unit.id = place.id
    group by unit.id, unit.display_name
    order by recipients desc, unit.display_name, unit.id`.execute(db)
  return rows
}

async function readDays(db: Kysely<Database>, newsPostId: string): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    select (reader.read_at at time zone 'Europe/Oslo')::date::text as day, count(*)::int as reads
    from ${audience(newsPostId)} reader where reader.read_at is not null group by 1 order by 1`.execute(db)
  return rows
}

async function readWays(db: Kysely<Database>, newsPostId: string): Promise<WayRow[]> {
  const { rows } = await sql<WayRow>`
    select reader.channel, reader.device, count(*)::int as reads
    from ${audience(newsPostId)} reader where reader.read_at is not null group by 1, 2`.execute(db)
  return rows
}

/** Readers so far, day by day from the day of publication until today. */
function curve(days: readonly DayRow[], publishedAt: Date, now: Date): NewsPostReach['days'] {
  const points: NewsPostReach['days'] = []
  const today = osloDay(now)
  for (let day = osloDay(publishedAt); day <= today && points.length < maxDays; day = addDays(day, 1)) {
    const isLast = points.length === maxDays - 1
    const soFar = days.filter((row) => isLast || row.day <= day).reduce((sum, { reads }) => sum + reads, 0)
    points.push({ date: isLast ? today : day, readCount: countOrHidden(soFar) })
  }
  return points
}
