import { sql, type Insertable, type Kysely, type Transaction } from 'kysely'
import { recordAll, type Change } from '../audit/record.ts'
import type { DirectoryPersonTable } from '../database/directory-tables.ts'
import type { Database, UserTable } from '../database/schema.ts'
import type { GraphUser } from './graph-user.ts'
import { changeOf, isActive, isWhole, languageOf, managerOf } from './person-columns.ts'

/** What a page came to. */
export interface PageCounts {
  created: number
  changed: number
  /** Guests, and accounts that were disabled before anybody here knew of them. */
  leftOut: number
}

interface Known {
  is_active: boolean | null
  left_at: Date | null
}

async function findKnown(db: Kysely<Database>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('user')
    .leftJoin('directory_person', 'directory_person.user_id', 'user.id')
    .select([
      'user.id',
      'user_principal_name',
      'display_name',
      'given_name',
      'surname',
      'job_title',
      'mail',
      'mobile_phone',
      'business_phones',
      'office_location',
      'employee_id',
      'directory_person.is_active',
      'directory_person.left_at',
    ])
    .where('user.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Those of whom a record says too little: somebody new, or somebody who comes back, told of by what has changed only.
 * They are to be asked for whole.
 */
export async function findIncomplete(db: Kysely<Database>, users: readonly GraphUser[]): Promise<string[]> {
  const partial = users.filter(
    (user) => !user['@removed'] && (!isWhole(user) || user.accountEnabled === undefined),
  )
  if (partial.length === 0) return []
  const known = await findKnown(
    db,
    partial.map(({ id }) => id),
  )
  return partial
    .filter((user) => {
      const before = known.get(user.id)
      if (!before) return true
      return before.is_active === false && isActive(user, true)
    })
    .map(({ id }) => id)
}

/**
 * Writes what a page says of people: names, numbers and places, and what is worked out later from all of them. May be
 * done twice with the same page. Nobody is disabled here (`leavers.ts`), and nobody is ever removed.
 * @param round of the full reading this page is of.
 */
export async function applyPage(
  trx: Transaction<Database>,
  users: readonly GraphUser[],
  { round, now }: { round: number; now: Date },
): Promise<PageCounts> {
  const counts: PageCounts = { created: 0, changed: 0, leftOut: 0 }
  if (users.length === 0) return counts
  const known = await findKnown(
    trx,
    users.map(({ id }) => id),
  )
  const people: Insertable<UserTable>[] = []
  const claims: Insertable<DirectoryPersonTable>[] = []
  const log: Change[] = []
  for (const user of users.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const before = known.get(user.id)
    const active = isActive(user, before?.is_active ?? undefined)
    if (!before && (!active || !isWhole(user))) {
      counts.leftOut++
      continue
    }
    claims.push(claimOf(user, active, round, now))
    // Of those who leave, only that they do: the last their colleagues knew of them stays.
    if (!active) continue
    const { columns, fields } = changeOf(user, before)
    const returns = hasComeBack(before)
    if (fields.length === 0 && !returns) continue
    people.push({
      id: user.id,
      ...columns,
      preferred_language: languageOf(user.preferredLanguage),
      account_enabled: true,
    })
    if (before) counts.changed++
    else counts.created++
    const data = before ? { fields: returns ? [...fields, 'accountEnabled'] : fields } : { created: true }
    log.push({
      actorId: null,
      action: 'user.synchronised',
      targetType: 'user',
      targetId: user.id,
      data,
      at: now,
    })
  }
  await freeUserNames(trx, people)
  await writePeople(
    trx,
    people,
    [...known.values()].filter(hasComeBack).map(({ id }) => id),
  )
  await writeClaims(trx, claims)
  await recordAll(trx, log)
  return counts
}

/** Whether the account was disabled by the directory, and not by somebody here. */
const hasComeBack = (before: Known | undefined) => Boolean(before?.left_at)

function claimOf(
  user: GraphUser,
  active: boolean,
  round: number,
  now: Date,
): Insertable<DirectoryPersonTable> {
  const manager = managerOf(user)
  return {
    user_id: user.id,
    is_active: active,
    seen_round: round,
    details_due_at: now,
    ...(active && {
      department: user.department,
      division: user.employeeOrgData === undefined ? undefined : (user.employeeOrgData?.division ?? null),
      company: user.companyName,
    }),
    ...(manager !== undefined && { manager_id: manager, manager_read: true }),
  }
}

/**
 * User names are used again, and two people may swap them: whoever has the name of someone else in the page lets go
 * of it first, and is known by the id until the directory says more.
 */
async function freeUserNames(trx: Transaction<Database>, people: Insertable<UserTable>[]): Promise<void> {
  if (people.length === 0) return
  // Of two in one page with the same name, the one told of last has it.
  const holders = new Map<string, Insertable<UserTable>>()
  for (const person of people) {
    const name = person.user_principal_name.toLowerCase()
    const other = holders.get(name)
    if (other) other.user_principal_name = other.id
    holders.set(name, person)
  }
  await sql`update "user" set user_principal_name = "user".id::text
    from unnest(${people.map(({ user_principal_name: name }) => name)}::text[],
      ${people.map(({ id }) => id)}::uuid[]) claim(name, id)
    where lower("user".user_principal_name collate "pg_c_utf8") = lower(claim.name collate "pg_c_utf8")
      and "user".id <> claim.id`.execute(trx)
}

async function writePeople(
  trx: Transaction<Database>,
  people: readonly Insertable<UserTable>[],
  returned: readonly string[],
): Promise<void> {
  if (people.length === 0) return
  await trx
    .insertInto('user')
    .values([...people])
    .onConflict((on) =>
      on.column('id').doUpdateSet((eb) => ({
        user_principal_name: eb.ref('excluded.user_principal_name'),
        display_name: eb.ref('excluded.display_name'),
        given_name: eb.ref('excluded.given_name'),
        surname: eb.ref('excluded.surname'),
        job_title: eb.ref('excluded.job_title'),
        mail: eb.ref('excluded.mail'),
        mobile_phone: eb.ref('excluded.mobile_phone'),
        business_phones: eb.ref('excluded.business_phones'),
        office_location: eb.ref('excluded.office_location'),
        employee_id: eb.ref('excluded.employee_id'),
      })),
    )
    .execute()
  const ids = people.map(({ id }) => id).filter((id) => returned.includes(id))
  if (ids.length === 0) return
  await trx.updateTable('user').set({ account_enabled: true }).where('id', 'in', ids).execute()
  await trx.updateTable('directory_person').set({ left_at: null }).where('user_id', 'in', ids).execute()
}

/** What was not told of is unchanged, so each claim is written with the columns it has. */
async function writeClaims(
  trx: Transaction<Database>,
  claims: readonly Insertable<DirectoryPersonTable>[],
): Promise<void> {
  const alike = Map.groupBy(claims, (claim) =>
    Object.entries(claim)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name)
      .join(),
  )
  for (const group of alike.values()) {
    const names = Object.entries(group[0] ?? {})
      .filter(([name, value]) => value !== undefined && name !== 'user_id')
      .map(([name]) => name)
    await trx
      .insertInto('directory_person')
      .values(group)
      .onConflict((on) =>
        on
          .column('user_id')
          .doUpdateSet(Object.fromEntries(names.map((name) => [name, sql.ref(`excluded.${name}`)]))),
      )
      .execute()
  }
}
