import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod/mini'
import { absencesAmong } from '../absences/resource.ts'
import { requireVisible, withId } from '../graph/entity.ts'
import { readRows, toWire } from '../graph/read.ts'
import { allow } from '../http/allow.ts'
import type { ApiContext } from '../http/env.ts'
import { invalidQueryOption, notFound, unprocessable } from '../http/errors.ts'
import type { OrgUnit } from '../org-units/contract.ts'
import { memberIds, transitiveMemberIds } from '../org-units/members.ts'
import { orgUnits } from '../org-units/resource.ts'
import { addDays, daysBetween, osloDay, osloTime } from '../time/oslo.ts'
import { workingHours } from '../time/working-hours.ts'
import { hiddenFrom } from '../users/protection.ts'
import type { Viewer } from '../viewer.ts'
import { maxWeekAhead, WeekAbsence, weekLength, type AwayToday, type UnitWeek } from './contract.ts'
import { findPersonFacts } from './facts.ts'
import { isHole } from './holes.ts'

/** Most absences of a unit at a time. */
const maxAbsences = 2000

/** People of a unit who may be shown there: where they work is not hidden from the viewer. */
const shown = (ids: RawBuilder<unknown>) => (viewer: Viewer) =>
  sql`(select id from "user" where account_enabled and id in ${ids}
    and id not in ${hiddenFrom(viewer, 'person', 'place')})`

async function countOf(c: ApiContext, ids: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${shown(ids)(c.var.viewer)} people`.execute(c.var.deps.db)
  return rows[0]?.count ?? 0
}

/** Absences that have something in common with a time. @throws 422 `tooManyAbsences` */
async function absencesBetween(c: ApiContext, ids: RawBuilder<unknown>, from: Date, to: Date) {
  const { viewer, deps } = c.var
  const absences = absencesAmong(shown(ids))
  const shape = { properties: [...absences.properties.keys()], computed: [] }
  const where = sql`(absence.starts_at < ${to}::timestamptz
    and (absence.ends_at is null or absence.ends_at > ${from}::timestamptz))`
  const rows = await readRows(deps.db, viewer, absences, {
    shape,
    where: [where],
    order: absences.order,
    limit: maxAbsences + 1,
  })
  if (rows.length > maxAbsences) {
    throw unprocessable('tooManyAbsences', `More than ${maxAbsences} are away; take a smaller unit.`)
  }
  return rows.map(({ row }) => z.parse(WeekAbsence, toWire(absences, shape, row, viewer)))
}

/** Answers `GET /orgUnits/{id}/awayToday`. Everyone may ask, and sees of whom they may know. @throws 404 */
export async function awayToday(c: ApiContext, unitId: string): Promise<Response> {
  await requireVisible(c, orgUnits, unitId)
  const { now } = c.var.viewer
  const ids = memberIds(unitId)
  const absences = await absencesBetween(c, ids, now, osloTime(addDays(osloDay(now), 1), '00:00'))
  const firsts = absences.filter(
    ({ user }, index) => absences.findIndex((one) => one.user.id === user.id) === index,
  )
  return c.json({ absences: firsts, memberCount: await countOf(c, ids) } satisfies AwayToday)
}

const day = z.iso.date()

/** `?startDate=`, today without it. @throws 400 for a day before today or too far ahead. */
function startDateOf(c: ApiContext): string {
  const { searchParams } = new URL(c.req.url)
  const today = osloDay(c.var.viewer.now)
  const startDate = searchParams.get('startDate') ?? today
  const isOther = [...searchParams.keys()].some((name) => name !== 'startDate')
  const ahead = day.safeParse(startDate).success ? daysBetween(today, startDate) : -1
  if (isOther || ahead < 0 || ahead > maxWeekAhead) {
    throw invalidQueryOption('startDate', `Give a day from today to ${maxWeekAhead} days ahead.`)
  }
  return startDate
}

/** @throws 404, 403 for whoever neither leads the unit nor works at the service desk. */
async function requireWeekReader(c: ApiContext, unitId: string): Promise<void> {
  const { deps, viewer } = c.var
  const shape = { properties: ['id'], computed: ['permissions'] }
  const where = [withId(orgUnits, unitId)]
  const [found] = await readRows(deps.db, viewer, orgUnits, { shape, where, limit: 1 })
  if (!found) throw notFound()
  // Made by the resource itself, in the shape of the contract.
  const { permissions } = toWire(orgUnits, shape, found.row, viewer) as Pick<OrgUnit, 'permissions'>
  allow(permissions.canReadWeek)
}

/** Answers `GET /orgUnits/{id}/week`: who is away when, and where nobody is there for them. @throws 400, 403, 404, 422 */
export async function unitWeek(c: ApiContext, unitId: string): Promise<Response> {
  const { deps, viewer } = c.var
  await requireWeekReader(c, unitId)
  const first = startDateOf(c)
  const ids = transitiveMemberIds(unitId)
  const from = osloTime(first, '00:00')
  const absences = await absencesBetween(c, ids, from, osloTime(addDays(first, weekLength), '00:00'))
  const concerned = absences.flatMap(({ user, substitute }) => [
    user.id,
    ...(substitute ? [substitute.id] : []),
  ])
  const facts = await findPersonFacts(deps.db, viewer, concerned)
  const days = Array.from({ length: weekLength }, (_, index) => {
    const date = addDays(first, index)
    const begins = osloTime(date, '00:00').toISOString()
    const ends = osloTime(addDays(date, 1), '00:00').toISOString()
    // Whoever comes back in the morning is there that day.
    const morning = osloTime(date, workingHours.start).toISOString()
    const during = absences.filter(
      ({ startDateTime, endDateTime }) =>
        startDateTime < ends &&
        (endDateTime === null || endDateTime > (startDateTime < begins ? morning : begins)),
    )
    const people = new Map(during.map(({ user }) => [user.id, user]))
    const holes = [...people.values()].filter(({ id }) => {
      const person = facts.get(id)
      return person !== undefined && isHole(date, person, facts)
    })
    return { date, absences: during, holes }
  })
  return c.json({ days, memberCount: await countOf(c, ids) } satisfies UnitWeek)
}
