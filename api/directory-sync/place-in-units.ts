import { sql, type Transaction } from 'kysely'
import { recordAll } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { unitFinder, type PlaceWords } from './find-unit.ts'

/** How people came to stand in the organisation. */
export interface PlaceCounts {
  placed: number
  /** Of those who are active: the directory names no unit there is, or does not say which of several. */
  withoutKnownUnit: number
}

/** Everybody with the same words, and the unit those words led to last time. */
interface Words extends PlaceWords {
  placedIn: string | null
  count: number
}

/**
 * Gives everybody the position the directory's words point at, as the units are named now. A position that did not
 * come from the directory is replaced by one that does, and otherwise left alone; other positions always are.
 */
export async function placeInUnits(trx: Transaction<Database>, now: Date): Promise<PlaceCounts> {
  const units = await trx
    .selectFrom('org_unit')
    .select(['id', 'display_name as name', 'parent_id as parentId', 'location'])
    .execute()
  const find = unitFinder(units)
  const counts: PlaceCounts = { placed: 0, withoutKnownUnit: 0 }
  const { rows } = await sql<Words>`
    select p.department, p.division, p.company, u.office_location as office, p.org_unit_id as "placedIn",
      count(*)::int as count
    from directory_person p join "user" u on u.id = p.user_id where p.is_active group by 1, 2, 3, 4, 5`.execute(
    trx,
  )
  const moves = new Map<string, string | null>()
  for (const words of rows) {
    const found = find(words)
    if (found.unitId === null && found.why !== 'notSaid') counts.withoutKnownUnit += words.count
    if (found.unitId !== words.placedIn) moves.set(keyOf(words), found.unitId)
  }
  if (moves.size > 0) counts.placed = await move(trx, moves, now)
  // The title of the position that comes from the directory follows the person's.
  await sql`update position set title = coalesce(u.job_title, '')
    from directory_person p join "user" u on u.id = p.user_id
    where position.user_id = p.user_id and position.is_primary and position.org_unit_id = p.org_unit_id
      and p.is_active and position.title <> coalesce(u.job_title, '')`.execute(trx)
  return counts
}

const keyOf = ({ department, division, company, office, placedIn }: Omit<Words, 'count'>) =>
  JSON.stringify([department, division, company, office, placedIn])

/** @param moves from words, as `keyOf` has them, to the unit they point at now. */
async function move(
  trx: Transaction<Database>,
  moves: ReadonlyMap<string, string | null>,
  now: Date,
): Promise<number> {
  const { rows } = await sql<Omit<Words, 'count'> & { id: string; title: string; from: string | null }>`
    select u.id, coalesce(u.job_title, '') as title, u.org_unit_id as "from", p.department, p.division, p.company,
      u.office_location as office, p.org_unit_id as "placedIn"
    from directory_person p join "user" u on u.id = p.user_id where p.is_active order by u.id`.execute(trx)
  const concerned = rows.flatMap((person) => {
    const to = moves.get(keyOf(person))
    return to === undefined ? [] : [{ ...person, to }]
  })
  await sql`update directory_person set org_unit_id = found.unit_id
    from unnest(${concerned.map(({ id }) => id)}::uuid[], ${concerned.map(({ to }) => to)}::uuid[]) found(id, unit_id)
    where user_id = found.id`.execute(trx)
  // What somebody here has put in place of the directory's unit is theirs to take away.
  const moved = concerned.filter(
    ({ from, to, placedIn }) => from !== to && (to !== null || from === placedIn),
  )
  const ids = moved.map(({ id }) => id)
  const unitIds = moved.map(({ to }) => to)
  await sql`update "user" set org_unit_id = found.unit_id
    from unnest(${ids}::uuid[], ${unitIds}::uuid[]) found(id, unit_id) where "user".id = found.id`.execute(
    trx,
  )
  await sql`delete from position using unnest(${ids}::uuid[], ${unitIds}::uuid[]) found(id, unit_id)
    where position.user_id = found.id and (position.is_primary or position.org_unit_id = found.unit_id)`.execute(
    trx,
  )
  await sql`insert into position (user_id, org_unit_id, title, percentage, is_primary)
    select found.id, found.unit_id, found.title, 100, true
    from unnest(${ids}::uuid[], ${unitIds}::uuid[], ${moved.map(({ title }) => title)}::text[])
      found(id, unit_id, title)
    where found.unit_id is not null`.execute(trx)
  await recordAll(
    trx,
    moved.map(({ id, from, to }) => ({
      actorId: null,
      action: 'user.synchronised',
      targetType: 'user',
      targetId: id,
      data: { fields: ['department'], fromOrgUnitId: from, toOrgUnitId: to },
      at: now,
    })),
  )
  return moved.length
}
