import { sql, type Kysely, type Transaction } from 'kysely'
import { actorOf } from '../acting.ts'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { allow } from '../http/allow.ts'
import { conflict, notFound, unprocessable } from '../http/errors.ts'
import { guardedPhone, isPhoneNumber } from '../text/phone-text.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { findPersonSeen } from '../users/person-seen.ts'
import type { Viewer } from '../viewer.ts'
import type { DutyPatch, NewDuty, NewDutyShift } from './contract.ts'
import { mayEditDuties } from './policy.ts'

/** Who edits duties, in which transaction, and when. */
export interface DutyContext {
  trx: Transaction<Database>
  viewer: Viewer
  now: Date
}

/** A duty nobody else changes until the transaction ends. */
export interface LockedDuty {
  id: string
  revision: number
}

/** The duty, for somebody who may edit it. @throws 403, 404 */
export async function lockDuty({ trx, viewer }: DutyContext, id: string): Promise<LockedDuty> {
  const duty = await trx
    .selectFrom('duty')
    .select(['id', 'org_unit_id', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!duty) throw notFound()
  allow(await mayEdit(trx, viewer, duty.org_unit_id))
  return duty
}

/** Makes a duty in a unit. @returns its id. @throws 403, 422 */
export async function createDuty(context: DutyContext, input: NewDuty): Promise<string> {
  const { trx, now } = context
  checkTexts(input)
  await requireUnit(context, input.orgUnitId)
  const { id } = await trx
    .insertInto('duty')
    .values({
      display_name: input.displayName,
      org_unit_id: input.orgUnitId,
      phone: input.phone ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await log(context, 'created', id, { orgUnitId: input.orgUnitId })
  return id
}

/** Changes what a duty is called, where it belongs, or its number. @throws 403, 422 */
export async function changeDuty(context: DutyContext, duty: LockedDuty, patch: DutyPatch): Promise<void> {
  checkTexts(patch)
  if (patch.orgUnitId !== undefined) await requireUnit(context, patch.orgUnitId)
  await context.trx
    .updateTable('duty')
    .set({
      ...(patch.displayName !== undefined && { display_name: patch.displayName }),
      ...(patch.orgUnitId !== undefined && { org_unit_id: patch.orgUnitId }),
      ...(patch.phone !== undefined && { phone: patch.phone }),
      revision: duty.revision + 1,
    })
    .where('id', '=', duty.id)
    .execute()
  await log(context, 'changed', duty.id, { properties: Object.keys(patch) })
}

/** Takes a duty away, with who has had it. */
export async function deleteDuty(context: DutyContext, { id }: LockedDuty): Promise<void> {
  await context.trx.deleteFrom('duty').where('id', '=', id).execute()
  await log(context, 'deleted', id)
}

/**
 * Gives somebody the duty for a while. @returns the id of the shift.
 * @throws 409 `shiftOverlaps` when somebody has it in that time, 422 `unknownUser`, `endsBeforeStart`
 */
export async function addShift(context: DutyContext, duty: LockedDuty, input: NewDutyShift): Promise<string> {
  const { trx, viewer } = context
  const [starts_at, ends_at] = [new Date(input.startDateTime), new Date(input.endDateTime)]
  if (ends_at <= starts_at) throw refused('endsBeforeStart', 'endDateTime', 'It ends before it begins.')
  if (!(await findPersonSeen(trx, viewer, input.userId))) {
    throw refused('unknownUser', 'userId', 'There is none with this id.')
  }
  // The duty is locked, so that two at once cannot both find the time free.
  const overlapping = await trx
    .selectFrom('duty_shift')
    .select('id')
    .where('duty_id', '=', duty.id)
    .where('starts_at', '<', ends_at)
    .where('ends_at', '>', starts_at)
    .executeTakeFirst()
  if (overlapping) throw conflict('shiftOverlaps', 'Somebody has the duty in that time.')
  const { id } = await trx
    .insertInto('duty_shift')
    .values({ duty_id: duty.id, user_id: input.userId, starts_at, ends_at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await log(context, 'shiftAdded', duty.id, { shiftId: id, userId: input.userId })
  return id
}

/** Takes a shift away. @throws 404 */
export async function deleteShift(context: DutyContext, duty: LockedDuty, shiftId: string): Promise<void> {
  const gone = await context.trx
    .deleteFrom('duty_shift')
    .where('id', '=', shiftId)
    .where('duty_id', '=', duty.id)
    .returning('user_id')
    .executeTakeFirst()
  if (!gone) throw notFound()
  await log(context, 'shiftRemoved', duty.id, { shiftId, userId: gone.user_id })
}

async function mayEdit(db: Kysely<Database>, viewer: Viewer, orgUnitId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${mayEditDuties(viewer, sql`${orgUnitId}::uuid`)} as may`.execute(db)
  return rows[0]?.may === true
}

/** @throws 403 for a unit whose duties the viewer may not edit, 422 for one that does not exist. */
async function requireUnit({ trx, viewer }: DutyContext, orgUnitId: string): Promise<void> {
  allow(await mayEdit(trx, viewer, orgUnitId))
  const unit = await trx.selectFrom('org_unit').select('id').where('id', '=', orgUnitId).executeTakeFirst()
  if (!unit) throw refused('unknownOrgUnit', 'orgUnitId', 'There is no such unit.')
}

function checkTexts({ displayName = '', phone }: DutyPatch): void {
  if (phone && !isPhoneNumber(phone)) throw refused('malformedValue', 'phone', 'That is no number to ring.')
  checkSensitiveContent({ displayName, phone: guardedPhone(phone ?? '') }, [])
}

const log = (
  { trx, viewer, now }: DutyContext,
  what: string,
  targetId: string,
  data: Record<string, unknown> = {},
) =>
  record(trx, {
    ...actorOf(viewer),
    action: `duty.${what}`,
    targetType: 'duty',
    targetId,
    data,
    live: { audienceKeys: ['everyone'] },
    at: now,
  })

const refused = (code: string, target: string, message: string) =>
  unprocessable('invalidContent', message, [{ code, target, message }])
