import type { Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { AppRole } from '#api/roles.ts'
import { demoPeople } from '#mocks/people.ts'

/** Someone who may sign in. */
export interface LocalPerson {
  id: string
  userPrincipalName: string
  displayName: string
  mail: string | null
  appRoles: readonly AppRole[]
  /** Who this is, in a few Norwegian words. */
  who: string
}

/** How many a search shows; more than a person reads through. */
const longestAnswer = 20

const people = (db: Kysely<Database>) =>
  db
    .selectFrom('user')
    .leftJoin('org_unit', 'org_unit.id', 'user.org_unit_id')
    .select([
      'user.id',
      'user.user_principal_name',
      'user.display_name',
      'user.mail',
      'user.app_roles',
      'user.job_title',
      'org_unit.display_name as org_unit_name',
    ])
    .where('user.account_enabled', '=', true)

type Row = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

function toPerson(row: Row): LocalPerson {
  const known = demoPeople.find((person) => person.id === row.id)
  return {
    id: row.id,
    userPrincipalName: row.user_principal_name,
    displayName: row.display_name,
    mail: row.mail,
    appRoles: row.app_roles,
    who: known?.who.nb ?? [row.job_title, row.org_unit_name].filter(Boolean).join(', '),
  }
}

/** Undefined for someone unknown, and for a disabled person: neither can sign in or go on. */
export async function findPerson(db: Kysely<Database>, id: string): Promise<LocalPerson | undefined> {
  const row = await people(db).where('user.id', '=', id).executeTakeFirst()
  return row && toPerson(row)
}

/** As `findPerson`, by user name in any letter case. */
export async function findPersonByName(db: Kysely<Database>, name: string): Promise<LocalPerson | undefined> {
  const row = await people(db)
    .where((user) => user(user.fn<string>('lower', ['user.user_principal_name']), '=', name.toLowerCase()))
    .executeTakeFirst()
  return row && toPerson(row)
}

/** The demo people that are in the directory, in their own order. */
export async function listDemoPeople(db: Kysely<Database>): Promise<LocalPerson[]> {
  const ids = demoPeople.map((person) => person.id)
  const rows = await people(db).where('user.id', 'in', ids).execute()
  return rows.map(toPerson).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** People whose name, title or user name has every word of the query. */
export async function searchPeople(db: Kysely<Database>, query: string): Promise<LocalPerson[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)
  if (words.length === 0) return []
  let found = people(db).orderBy('user.display_name').orderBy('user.id').limit(longestAnswer)
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`
    found = found.where((user) =>
      user.or([
        user('user.display_name', 'ilike', pattern),
        user('user.user_principal_name', 'ilike', pattern),
        user('user.job_title', 'ilike', pattern),
      ]),
    )
  }
  return (await found.execute()).map(toPerson)
}
