import type { Insertable, Transaction } from 'kysely'
import type { AbsenceTable } from '#api/database/absence-tables.ts'
import type { Database } from '#api/database/schema.ts'
import type { UnitNames } from './news/news-plan.ts'
import { personIdOf } from './news/post-row.ts'
import { unitNamed, type SeedUnit } from './org-units.ts'
import { daysUntil, osloTime } from './oslo-time.ts'
import type { SeedPerson } from './people.ts'
import { uuidFor } from './random.ts'

interface Source {
  units: readonly SeedUnit[]
  people: readonly SeedPerson[]
  now: Date
}

/** A demo person, the leader of a unit, or one of those with a title in a unit, counted from 0. */
type Who = string | { leaderOf: UnitNames } | { unit: UnitNames; title: string; place: number }

/** Days from today and the time of day in Oslo; or minutes from now, to the half hour nearest. */
type When = readonly [days: number, clock: string] | number

interface AbsencePlan extends Pick<Insertable<AbsenceTable>, 'kind' | 'note' | 'is_phone_open'> {
  who: Who
  /** Null: it is not known yet. */
  period: (now: Date) => readonly [When, When | null]
  substitute?: { who: Who; status: 'proposed' | 'accepted' | 'declined' }
  /** What the switchboard's calendar says, instead of a person. */
  isFromCalendar?: boolean
}

const secondFloor: UnitNames = ['Elvestrand sykehjem', '2. etasje – langtid']
const thirdFloor: UnitNames = ['Elvestrand sykehjem', '3. etasje – langtid']
const buildingCases: UnitNames = ['Plan, byggesak og miljø', 'Byggesak']
const water: UnitNames = ['Teknisk drift', 'Vann og avløp']
const payroll: UnitNames = ['Regnskap og lønn']
const nurse = 'Sykepleier'
const careWorker = 'Fagarbeider (helsefagarbeider)'

/** Monday of a coming week and the Saturday after it, at least some days ahead. */
const workWeek = (atLeast: number) => (now: Date) => {
  const monday = daysUntil(now, 1, atLeast)
  return [
    [monday, '00:00'],
    [monday + 5, '00:00'],
  ] as const
}

/** Every kind, every answer of a substitute, now and to come; one nobody knows the end of, one with a long note. */
const plans: readonly AbsencePlan[] = [
  // Two of Kari's department, of whom one is ill for some weeks.
  {
    who: { unit: secondFloor, title: nurse, place: 0 },
    kind: 'sick',
    note: 'Snakker med Ola hver fredag',
    period: () => [
      [-9, '00:00'],
      [17, '00:00'],
    ],
  },
  {
    who: { unit: secondFloor, title: careWorker, place: 1 },
    kind: 'personal',
    period: () => [
      [0, '00:00'],
      [1, '07:30'],
    ],
    substitute: { who: { unit: secondFloor, title: nurse, place: 1 }, status: 'accepted' },
  },
  // Works part time: the days off of a shift plan.
  {
    who: { unit: secondFloor, title: careWorker, place: 2 },
    kind: 'other',
    isFromCalendar: true,
    period: () => [
      [2, '00:00'],
      [5, '00:00'],
    ],
  },
  {
    who: { unit: thirdFloor, title: careWorker, place: 0 },
    kind: 'vacation',
    period: () => [
      [-2, '00:00'],
      [6, '00:00'],
    ],
  },
  {
    who: 'ola.bakken',
    kind: 'vacation',
    period: workWeek(12),
    substitute: { who: 'nina.aas', status: 'proposed' },
  },
  // Who is asked about building cases, and cannot answer for the moment.
  {
    who: { unit: buildingCases, title: 'Byggesaksbehandler', place: 0 },
    kind: 'meeting',
    isFromCalendar: true,
    period: () => [-30, 60],
  },
  {
    who: { unit: buildingCases, title: 'Byggesaksbehandler', place: 1 },
    kind: 'travel',
    isFromCalendar: true,
    is_phone_open: true,
    period: () => [
      [1, '08:00'],
      [1, '15:30'],
    ],
  },
  // A leader on leave, and the one who stands in.
  {
    who: { leaderOf: water },
    kind: 'leave',
    note: 'Omsorgspermisjon. Skal ikke forstyrres med drift, men vil gjerne vite det hvis noe skjer med vannverket ved Øvre Elvebredden, der vi venter på svar fra leverandøren om den nye pumpa før jul.',
    period: () => [
      [-12, '00:00'],
      [26, '00:00'],
    ],
    substitute: { who: { unit: water, title: 'VA-ingeniør', place: 0 }, status: 'accepted' },
  },
  {
    who: { unit: water, title: 'VA-ingeniør', place: 1 },
    kind: 'vacation',
    period: workWeek(2),
    substitute: { who: { unit: water, title: 'VA-ingeniør', place: 0 }, status: 'declined' },
  },
  {
    who: { unit: payroll, title: 'Lønnskonsulent', place: 0 },
    kind: 'leave',
    period: () => [[-1, '00:00'], null],
  },
]

/** Who is away around now. The same for the same clock. @throws RangeError when a plan names nobody. */
export async function insertAbsences(trx: Transaction<Database>, source: Source): Promise<void> {
  await trx
    .insertInto('absence')
    .values(plans.map((plan, index) => rowOf(plan, index, source)))
    .execute()
}

function rowOf(plan: AbsencePlan, index: number, source: Source): Insertable<AbsenceTable> {
  const { now } = source
  const { period, who, substitute, isFromCalendar = false, ...reason } = plan
  const [start, end] = period(now)
  const userId = idOf(who, source)
  const startsAt = momentOf(start, now)
  const registered = new Date(Math.min(startsAt.getTime(), now.getTime()) - dayLength)
  return {
    id: uuidFor(`absence ${index}`),
    user_id: userId,
    starts_at: startsAt,
    ends_at: end === null ? null : momentOf(end, now),
    ...reason,
    ...(isFromCalendar && { source: 'calendar', source_key: `seed-${index}@elvestrand.example` }),
    ...(substitute && {
      substitute_id: idOf(substitute.who, source),
      substitute_status: substitute.status,
      substitute_answered_at: substitute.status === 'proposed' ? null : registered,
    }),
    created_by_id: userId,
    created_at: registered,
    changed_at: registered,
  }
}

const dayLength = 86_400_000
const halfHour = 1_800_000

const momentOf = (when: When, now: Date) =>
  typeof when === 'number'
    ? new Date(Math.round((now.getTime() + when * 60_000) / halfHour) * halfHour)
    : osloTime(now, ...when)

function idOf(who: Who, source: Source): string {
  if (typeof who === 'string') return personIdOf(who, source)
  if ('leaderOf' in who) return personIdOf(who.leaderOf, source)
  const unit = unitNamed(source.units, who.unit)
  const found = source.people.filter(
    ({ job, isDemo, isEnabled }) =>
      job.unit === unit && job.title === who.title && !job.isLeader && !isDemo && isEnabled,
  )[who.place]
  if (!found)
    throw new RangeError(`Nobody is number ${who.place} of ${who.title} in ${who.unit.join(' / ')}.`)
  return found.id
}
