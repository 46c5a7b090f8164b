import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import { userKey } from '../audit/record.ts'
import type { AbsenceTable } from '../database/absence-tables.ts'
import type { Database } from '../database/schema.ts'
import { notFound, unprocessable } from '../http/errors.ts'
import type { Viewer } from '../viewer.ts'
import { leadsPerson, learnsReason, visibleAbsence, visibleUserIds, type AbsenceFacts } from './policy.ts'

/** A row, as read. */
export type AbsenceRow = Selectable<AbsenceTable>

/**
 * What the viewer is to a person. Holds the person's absences until the transaction ends, so that two who register at
 * once do not both miss what the other did.
 * @throws 404 for one the viewer may not know of.
 */
export async function lockPerson(
  trx: Transaction<Database>,
  viewer: Viewer,
  userId: string,
): Promise<AbsenceFacts> {
  const person = await trx
    .selectFrom('user')
    .select(['id'])
    .select(learnsReason(viewer, sql`"user".id`).as('learns'))
    .select(leadsPerson(viewer, sql`"user".id`).as('leads'))
    .where('id', '=', userId)
    .where(sql<boolean>`"user".id in ${visibleUserIds(viewer)}`)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!person) throw notFound()
  return { userId, learnsReason: person.learns === true, leads: person.leads === true }
}

/** One absence of a locked person. @throws 404 when the viewer may not know of it. */
export async function lockAbsence(
  trx: Transaction<Database>,
  viewer: Viewer,
  userId: string,
  id: string,
): Promise<AbsenceRow> {
  const row = await trx
    .selectFrom('absence')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where(visibleAbsence(viewer))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** A substitute is somebody else, whom the viewer may know of and who still works here. @throws 422 */
export async function requireSubstitute(
  trx: Transaction<Database>,
  viewer: Viewer,
  userId: string,
  substituteId: string,
): Promise<void> {
  const refuse = (code: string, message: string) =>
    unprocessable(code, message, [{ code, target: 'substituteId', message }])
  if (substituteId === userId)
    throw refuse('substituteIsSelf', 'Nobody stands in for oneself. Name somebody else.')
  const found = await trx
    .selectFrom('user')
    .select('id')
    .where('id', '=', substituteId)
    .where(sql<boolean>`"user".id in ${visibleUserIds(viewer)}`)
    .executeTakeFirst()
  if (!found) throw refuse('unknownUser', 'There is nobody with this id.')
}

/**
 * Whose open pages are told of a change in somebody's absence: the person, the nearest leaders, and the substitutes it
 * had and has.
 */
export async function concernedKeys(
  db: Kysely<Database>,
  userId: string,
  substituteIds: readonly (string | null)[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select manager_id as id from "user" where id = ${userId}::uuid and manager_id is not null
    union select unit.leader_id from position join org_unit unit on unit.id = position.org_unit_id
      where position.user_id = ${userId}::uuid and unit.leader_id is not null`.execute(db)
  const others = substituteIds.filter((id) => id !== null)
  return [...new Set([userId, ...rows.map(({ id }) => id), ...others])].map(userKey)
}
