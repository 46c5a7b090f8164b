import { sql, type Kysely, type RawBuilder } from 'kysely'
import { visibleUserIds } from '../absences/policy.ts'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'
import type { AbsenceFact, LeaderFact, PersonFacts, ReachabilityFacts } from './reachability.ts'

/** How far ahead absences are read, in days. One that begins by then is read to its end. */
const daysAhead = 60
/** Most of the service desk looked at, and most colleagues with the same subject. */
const maxServiceDesk = 30
const maxColleagues = 20
/** Most people who answer for a subject. */
const maxSubjectPeople = 10

interface FactRow {
  id: string
  workdays: number[]
  absences: (Omit<AbsenceFact, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string | null })[]
}

interface CandidateRow extends FactRow {
  places: { kind: 'person' | 'sameSubject' | 'leader' | 'serviceDesk'; place: number }[]
}

/** Columns of `FactRow`, over `"user"`. Never why somebody is away. */
const factColumns = (now: Date) => sql`"user".id, "user".workdays, coalesce((
  select jsonb_agg(jsonb_build_object('startsAt', absence.starts_at, 'endsAt', absence.ends_at,
    'isShort', absence.kind in ('meeting', 'lunch') or absence.is_phone_open,
    'substituteId', absence.substitute_id, 'hasAccepted', coalesce(absence.substitute_status = 'accepted', false)))
  from absence where absence.user_id = "user".id
    and (absence.ends_at is null or absence.ends_at > ${now}::timestamptz)
    and absence.starts_at < ${now}::timestamptz + make_interval(days => ${daysAhead})), '[]') as absences`

const toFacts = ({ id, workdays, absences }: FactRow): PersonFacts => ({
  id,
  workdays,
  absences: absences.map((absence) => ({
    ...absence,
    startsAt: new Date(absence.startsAt),
    endsAt: absence.endsAt === null ? null : new Date(absence.endsAt),
  })),
})

/** What is known of people, of those the viewer may know of. One statement however many they are. */
export async function findPersonFacts(
  db: Kysely<Database>,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, PersonFacts>> {
  const { rows } = await sql<FactRow>`select ${factColumns(viewer.now)} from "user"
    where "user".id = any(${[...ids]}::uuid[]) and "user".id in ${visibleUserIds(viewer)}`.execute(db)
  return new Map(rows.map((row) => [row.id, toFacts(row)]))
}

/**
 * Everything a chain is made from: the person, colleagues in the unit with a subject in common, leaders from the
 * nearest up with their deputies, the service desk, others who are asked about, and whoever stands in for any of them.
 * One statement.
 * @param personId null when nobody is asked for: then the head of the municipality is the only leader.
 */
export async function findChainFacts(
  db: Kysely<Database>,
  viewer: Viewer,
  personId: string | null,
  others: readonly string[] = [],
): Promise<ReachabilityFacts> {
  const now = sql`${viewer.now}::timestamptz`
  const { rows } = await sql<CandidateRow>`
    with recursive asked as (
      select id, org_unit_id, manager_id, responsibilities from "user" where id = ${personId}::uuid),
    candidate (kind, place, id) as (
      select 'person', 0::bigint, id from asked
      union all ${colleaguesWithSubject}
      union all select 'leader', -2, manager_id from asked
      union all ${leadersAbove}
      union all select 'leader', 1000, leader_id from org_unit where parent_id is null
      union all (select 'serviceDesk', row_number() over (order by display_name, id), id from "user"
        where app_roles @> '{ServiceDesk}' and account_enabled order by display_name, id limit ${maxServiceDesk})),
    named (id) as (
      select id from candidate where id is not null
      union select unnest(${[...others]}::uuid[])
      union select absence.substitute_id from named join absence on absence.user_id = named.id
        where absence.substitute_status = 'accepted' and absence.starts_at <= ${now}
          and (absence.ends_at is null or absence.ends_at > ${now}))
    select ${factColumns(viewer.now)}, coalesce((
      select jsonb_agg(jsonb_build_object('kind', candidate.kind, 'place', candidate.place))
      from candidate where candidate.id = "user".id), '[]') as places
    from "user" where "user".id in (select id from named) and "user".id in ${visibleUserIds(viewer)}`.execute(
    db,
  )
  return {
    now: viewer.now,
    people: new Map(rows.map((row) => [row.id, toFacts(row)])),
    sameSubjectIds: inPlace(rows, 'sameSubject').map(({ id }) => id),
    leaders: leadersOf(rows),
    serviceDeskIds: inPlace(rows, 'serviceDesk').map(({ id }) => id),
  }
}

const colleaguesWithSubject = sql`(select 'sameSubject',
    row_number() over (order by colleague.display_name, colleague.id), colleague.id
  from asked join "user" colleague on colleague.account_enabled and colleague.id <> asked.id
  where colleague.id in (select position.user_id from position where position.org_unit_id = asked.org_unit_id)
    and exists (select from unnest(colleague.responsibilities) theirs join unnest(asked.responsibilities) own
      on subject_text(array[theirs]) = subject_text(array[own]))
  order by colleague.display_name, colleague.id limit ${maxColleagues})`

/** Even places are leaders, the odd ones after them their deputies. */
const leadersAbove = sql`select 'leader', above.depth * 2 + heading.is_deputy, heading.id
  from asked join org_unit_ancestor above on above.unit_id = asked.org_unit_id
  join org_unit unit on unit.id = above.ancestor_id
  cross join lateral (values (unit.leader_id, 0), (unit.deputy_leader_id, 1)) heading (id, is_deputy)`

const inPlace = (rows: readonly CandidateRow[], kind: string) =>
  rows
    .flatMap(({ id, places }) =>
      places.filter((one) => one.kind === kind).map(({ place }) => ({ id, place })),
    )
    .toSorted((a, b) => a.place - b.place)

function leadersOf(rows: readonly CandidateRow[]): LeaderFact[] {
  const levels = new Map<number, { leaderId: string | null; deputyLeaderId: string | null }>()
  for (const { id, place } of inPlace(rows, 'leader')) {
    const level = Math.floor(place / 2)
    const leading = levels.get(level) ?? { leaderId: null, deputyLeaderId: null }
    levels.set(level, place % 2 === 0 ? { ...leading, leaderId: id } : { ...leading, deputyLeaderId: id })
  }
  return [...levels.values()]
}

/** How many steps up and down the tree it is from where the viewer works to where the person does. */
const distance = (viewer: Viewer): RawBuilder<unknown> => sql`coalesce((
  select min(here.depth + there.depth) from "user" asking
    join org_unit_ancestor here on here.unit_id = asking.org_unit_id
    join org_unit_ancestor there on there.ancestor_id = here.ancestor_id and there.unit_id = "user".org_unit_id
  where asking.id = ${viewer.id}::uuid), 1000)`

/**
 * Who answers for a subject: those who have it word for word before those who have it in a longer one; the nearest in
 * the organisation first.
 */
export async function findSubjectPeople(
  db: Kysely<Database>,
  viewer: Viewer,
  subject: string,
): Promise<string[]> {
  const folded = sql`subject_text(array[${subject}]::text[])`
  const words = sql`replace(replace(replace(trim(e'\\n' from ${folded}), '\\', '\\\\'), '%', '\\%'), '_', '\\_')`
  const { rows } = await sql<{ id: string }>`select "user".id from "user"
    where "user".account_enabled and "user".responsibilities <> '{}'
      and subject_text("user".responsibilities) like '%' || ${words} || '%'
      and "user".id in ${visibleUserIds(viewer)}
    order by position(${folded} in subject_text("user".responsibilities)) = 0,
      ${distance(viewer)}, "user".display_name, "user".id
    limit ${maxSubjectPeople}`.execute(db)
  return rows.map(({ id }) => id)
}
