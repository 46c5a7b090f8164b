import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { ReadingChannel, ReadingDevice } from '../database/news-post-tables.ts'
import { addDays, osloDay } from '../time/oslo.ts'
import { readingChannels, readingDevices } from '../news-posts/contract.ts'
import { recipients } from '../news-posts/recipients.ts'
import type { NewsPostReach } from './contract.ts'
import { levelGroups, unitsOf, type Level, type PlaceCount } from './level-groups.ts'
import { shownCount, shownGroups } from './small-groups.ts'

/** Kinds of unit that are of a level, or the nearest there is: staffs stand beside sectors. */
const kindsOf: Record<Level, string[]> = {
  sector: ['sector', 'staff'],
  unit: ['unit', 'staff'],
  department: ['department', 'unit', 'staff'],
}
/** Most days of the curve; what comes later is in the last. */
const maxDays = 60

interface PostRow {
  reached: number | null
  publishedAt: Date | null
  isMustRead: boolean
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
 * How far a post has come, in numbers about five people or more, to the nearest five (features.md N30). One statement
 * per view, each over the post's own readings.
 * @param level what units are counted by; without one the widest that has more than one.
 */
export async function readReach(
  db: Kysely<Database>,
  newsPostId: string,
  level: Level | undefined,
  now: Date,
): Promise<NewsPostReach> {
  const post = await readPost(db, newsPostId)
  const { places, confirmations } = await readPlaces(db, newsPostId)
  const days = await readDays(db, newsPostId)
  const ways = await readWays(db, newsPostId)
  const { whole, units } = levelGroups(places)
  const has = (wanted: Level) => units.filter((unit) => unit.level === wanted).length > 1
  const chosen = level ?? (has('sector') ? 'sector' : has('unit') ? 'unit' : 'department')
  const countOf = (isCounted: (row: WayRow) => boolean) =>
    shownCount(
      ways.filter(isCounted).reduce((sum, { reads }) => sum + reads, 0),
      whole.recipientCount,
    )
  return {
    recipientCount: whole.recipientCount,
    readCount: shownCount(whole.readerCount, whole.recipientCount),
    // Who has confirmed a must-read is listed by name for the same people.
    confirmedCount: post.isMustRead ? confirmations : null,
    emailsSpared: post.reached ?? whole.recipientCount,
    level: chosen,
    units: unitsOf(chosen, whole, units, shownGroups(whole)),
    days: curve(days, whole.recipientCount, post.publishedAt ?? now, now),
    channels: readingChannels.map((channel) => ({
      channel,
      readCount: countOf((row) => (row.channel ?? 'portal') === channel),
    })),
    devices: readingDevices.map((device) => ({ device, readCount: countOf((row) => row.device === device) })),
  }
}

async function readPost(db: Kysely<Database>, newsPostId: string): Promise<PostRow> {
  const { rows } = await sql<PostRow>`
    select reached_count as reached, published_at as "publishedAt", importance = 'mustRead' as "isMustRead"
    from news_post where id = ${newsPostId}::uuid`.execute(db)
  return rows[0] ?? { reached: null, publishedAt: null, isMustRead: false }
}

const nearest = (level: Level) =>
  sql`(array_agg(unit.id order by above.depth) filter (where unit.kind = any(${kindsOf[level]})))[1]`

interface PlaceRow extends Record<`${Level}Id` | `${Level}Name`, string | null> {
  recipients: number
  reads: number
  confirmations: number
}

/** Counts by all units above each person at once, so that the levels are parts of one whole. */
async function readPlaces(
  db: Kysely<Database>,
  newsPostId: string,
): Promise<{ places: PlaceCount[]; confirmations: number }> {
  const { rows } = await sql<PlaceRow>`
    select sector.id as "sectorId", sector.display_name as "sectorName", unit.id as "unitId",
      unit.display_name as "unitName", department.id as "departmentId",
      department.display_name as "departmentName", counted.recipients, counted.reads, counted.confirmations
    from (select place.sector_id, place.unit_id, place.department_id, count(*)::int as recipients,
        count(reader.read_at)::int as reads,
        (count(*) filter (where reader.has_confirmed))::int as confirmations
      from ${audience(newsPostId)} reader
      left join (select above.unit_id as at_id, ${nearest('sector')} as sector_id,
          ${nearest('unit')} as unit_id, ${nearest('department')} as department_id
        from org_unit_ancestor above join org_unit unit on unit.id = above.ancestor_id
        group by above.unit_id) place on place.at_id = reader.org_unit_id
      group by 1, 2, 3) counted
    left join org_unit sector on sector.id = counted.sector_id
    left join org_unit unit on unit.id = counted.unit_id
    left join org_unit department on department.id = counted.department_id`.execute(db)
  const unitOf = (row: PlaceRow, level: Level) => {
    const id = row[`${level}Id`]
    return id === null ? null : { id, displayName: row[`${level}Name`] ?? '' }
  }
  return {
    places: rows.map((row) => ({
      units: {
        sector: unitOf(row, 'sector'),
        unit: unitOf(row, 'unit'),
        department: unitOf(row, 'department'),
      },
      recipientCount: row.recipients,
      readerCount: row.reads,
    })),
    confirmations: rows.reduce((sum, row) => sum + row.confirmations, 0),
  }
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
function curve(
  days: readonly DayRow[],
  recipientCount: number,
  publishedAt: Date,
  now: Date,
): NewsPostReach['days'] {
  const points: NewsPostReach['days'] = []
  const today = osloDay(now)
  for (let day = osloDay(publishedAt); day <= today && points.length < maxDays; day = addDays(day, 1)) {
    const isLast = points.length === maxDays - 1
    const soFar = days.filter((row) => isLast || row.day <= day).reduce((sum, { reads }) => sum + reads, 0)
    points.push({ date: isLast ? today : day, readCount: shownCount(soFar, recipientCount) })
  }
  return points
}
