import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { z } from 'zod/mini'
import type { Database } from '../database/schema.ts'
import { openStates } from '../deviations/contract.ts'
import { endOfDay } from '../deviations/deadlines.ts'
import { addDays, osloDay } from '../time/oslo.ts'
import type { Viewer } from '../viewer.ts'
import { minStatisticsCount, type DeviationStatistics } from './contract.ts'
import { shown, shownParts } from './small-counts.ts'

/** What is counted. Days in Europe/Oslo, both included. */
export interface StatisticsAsk {
  from?: string
  to?: string
  orgUnitId?: string
  category?: string
  severity?: number
}

type Statistics = z.infer<typeof DeviationStatistics>
type Answer<T> = { key: T; name?: string; count: number }[]

/** Whether every number is the viewer's to see: of what they lead, and all for the quality adviser. */
async function isExactFor(
  db: Kysely<Database>,
  viewer: Viewer,
  orgUnitId: string | undefined,
): Promise<boolean> {
  if (viewer.roles.has('Quality')) return true
  if (viewer.ledUnitIds.length === 0) return false
  const { rows } = await sql<{ leads: boolean }>`
    select exists (select from org_unit_ancestor above join org_unit unit on unit.id = above.unit_id
      where above.ancestor_id = any(${[...viewer.ledUnitIds]}::uuid[])
        and ${orgUnitId === undefined ? sql`unit.kind = 'municipality'` : sql`unit.id = ${orgUnitId}::uuid`}) as leads`.execute(
    db,
  )
  return rows[0]?.leads === true
}

/**
 * Deviations in numbers (features.md Q16, Q37). For those who do not lead the unit, numbers below five are not told, the rest are to
 * the nearest five, and the period is whole months, so that no case is found by comparing two answers.
 */
export async function readStatistics(
  db: Kysely<Database>,
  viewer: Viewer,
  ask: StatisticsAsk,
): Promise<Statistics> {
  const isExact = await isExactFor(db, viewer, ask.orgUnitId)
  const { from, to } = periodOf(ask, viewer.now, isExact)
  const where = conditionsOf(ask, from, to)
  const grouped = async <T>(key: RawBuilder<unknown>): Promise<Answer<T>> =>
    (
      await sql<{ key: T; count: number }>`select ${key} as key, count(*)::int as count from deviation
        where ${where} and ${key} is not null group by 1 order by 2 desc, 1`.execute(db)
    ).rows
  const units = await sql<{ key: string; name: string; count: number }>`
    select part.id as key, part.display_name as name, count(*)::int as count
    from deviation join org_unit_ancestor above on above.unit_id = deviation.org_unit_id
      join org_unit part on part.id = above.ancestor_id and part.parent_id = ${
        ask.orgUnitId === undefined
          ? sql`(select id from org_unit where kind = 'municipality' limit 1)`
          : sql`${ask.orgUnitId}::uuid`
      }
    where ${where} group by 1, 2 order by 3 desc, 2`.execute(db)
  const totals = await totalsOf(db, where, viewer.now)
  const byMonth = await grouped<string>(
    sql`to_char(deviation.created_at at time zone 'Europe/Oslo', 'YYYY-MM')`,
  )
  const counted = new Map(byMonth.map(({ key, count }) => [key, count]))
  const months = monthsOf(from, to).map((key) => ({ key, count: counted.get(key) ?? 0 }))
  const tell = (rows: readonly { count: number }[]) =>
    isExact ? rows.map(({ count }) => count) : shownParts(rows.map(({ count }) => count))
  const one = (count: number) => (isExact ? count : shown(count))
  const categories = await grouped<Statistics['byCategory'][number]['category']>(
    sql.ref('deviation.category'),
  )
  const severities = await grouped<number>(sql.ref('deviation.severity'))
  const causes = await grouped<string>(sql.ref('deviation.cause_category'))
  const withCounts = <T extends { count: number }, R>(
    rows: readonly T[],
    make: (row: T, count: number | null) => R,
  ) => {
    const counts = tell(rows)
    return rows.map((row, i) => make(row, counts[i] ?? null))
  }
  return {
    from,
    to,
    isExact,
    total: one(totals.total),
    openCount: one(totals.open),
    overdueCount: one(totals.overdue),
    closedCount: one(totals.closed),
    byOrgUnit: withCounts(units.rows, ({ key, name }, count) => ({
      orgUnit: { id: key, displayName: name },
      count,
    })),
    byCategory: withCounts(categories, ({ key }, count) => ({ category: key, count })),
    bySeverity: withCounts(severities, ({ key }, count) => ({ severity: key, count })),
    byMonth: withCounts(months, ({ key }, count) => ({ month: key, count })),
    byCause: withCounts(causes, ({ key }, count) => ({ causeCategory: key, count })),
    medianHoursTo: totals.total < minStatisticsCount ? noMedians : totals.medians,
  }
}

const noMedians = { received: null, inTreatment: null, actionsInProgress: null, closed: null }

async function totalsOf(db: Kysely<Database>, where: RawBuilder<SqlBool>, now: Date) {
  const open = sql`deviation.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
  const median = (column: string) =>
    sql`case when count(${sql.ref(`deviation.${column}`)}) >= ${minStatisticsCount} then round((percentile_cont(0.5)
      within group (order by extract(epoch from ${sql.ref(`deviation.${column}`)} - deviation.created_at) / 3600))::numeric, 0)::float8 end`
  const { rows } = await sql<
    Record<'total' | 'open' | 'overdue' | 'closed', number> & Statistics['medianHoursTo']
  >`
    select count(*)::int as total, count(*) filter (where ${open})::int as open,
      count(*) filter (where ${open} and deviation.due_at < ${now} and deviation.state <> 'effectReview')::int as overdue,
      count(*) filter (where deviation.state in ('closed', 'archived'))::int as closed,
      ${median('received_at')} as received, ${median('treatment_started_at')} as "inTreatment",
      ${median('actions_set_at')} as "actionsInProgress", ${median('closed_at')} as "closedHours"
    from deviation where ${where}`.execute(db)
  const row = rows[0] as (typeof rows)[number] & { closedHours: number | null } // an aggregate has one row
  const { received, inTreatment, actionsInProgress, closedHours } = row
  return { ...row, medians: { received, inTreatment, actionsInProgress, closed: closedHours } }
}

function periodOf({ from, to }: StatisticsAsk, now: Date, isExact: boolean): { from: string; to: string } {
  const last = to ?? osloDay(now)
  const first = from ?? addDays(last, -364)
  if (isExact) return { from: first, to: last }
  const afterMonth = addDays(`${last.slice(0, 7)}-28`, 4)
  return { from: `${first.slice(0, 7)}-01`, to: addDays(`${afterMonth.slice(0, 7)}-01`, -1) }
}

/** Shielded ones are not counted, nor what was no deviation or is another one. */
const conditionsOf = (
  { orgUnitId, category, severity }: StatisticsAsk,
  from: string,
  to: string,
): RawBuilder<SqlBool> =>
  sql`(deviation.created_at >= ${endOfDay(addDays(from, -1))} and deviation.created_at < ${endOfDay(to)}
    and not deviation.is_shielded and deviation.state not in ('rejected', 'merged')
    ${category === undefined ? sql`` : sql`and deviation.category = ${category}`}
    ${severity === undefined ? sql`` : sql`and deviation.severity = ${severity}`}
    ${
      orgUnitId === undefined
        ? sql``
        : sql`and exists (select from org_unit_ancestor above where above.unit_id = deviation.org_unit_id
            and above.ancestor_id = ${orgUnitId}::uuid)`
    })`

function monthsOf(from: string, to: string): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 31).slice(0, 7)}-01`)
    months.push(day.slice(0, 7))
  return months
}
