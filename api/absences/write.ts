import { sql, type Transaction, type Updateable } from 'kysely'
import { actorOf } from '../acting.ts'
import { record } from '../audit/record.ts'
import type { AbsenceTable } from '../database/absence-tables.ts'
import type { Database } from '../database/schema.ts'
import { allow } from '../http/allow.ts'
import { conflict, forbidden, unprocessable } from '../http/errors.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { notify } from '../notifications/notify.ts'
import type { Viewer } from '../viewer.ts'
import type { AbsencePatch, NewAbsence } from './contract.ts'
import { covers, mergeNeighbours } from './merge.ts'
import {
  canAnswerSubstitution,
  canChangeReason,
  canGiveReason,
  canRegisterAbsence,
  type AbsenceFacts,
} from './policy.ts'
import { concernedKeys, lockAbsence, requireSubstitute, type AbsenceRow } from './store.ts'

/** Who writes about whom, in which transaction, and when. The person is locked (`lockPerson`). */
export interface AbsenceContext {
  trx: Transaction<Database>
  viewer: Viewer
  now: Date
  facts: AbsenceFacts
}

/**
 * Registers an absence; one that overlaps or meets its like becomes one with it.
 * @returns its id. @throws 403, 403 `timeOnly`, 422
 */
export async function createAbsence(context: AbsenceContext, input: NewAbsence): Promise<string> {
  const { trx, viewer, now, facts } = context
  const { userId } = facts
  allow(canRegisterAbsence(viewer, facts))
  const { kind, note, substituteId } = input
  if (kind !== undefined || note || substituteId) requireReasonGiver(context)
  const period = periodOf(input)
  requireOrder(period)
  if (period.ends_at !== null && period.ends_at <= now) {
    throw refused('alreadyOver', 'endDateTime', 'It is over already.')
  }
  checkSensitiveContent({ note: note ?? '' }, [])
  if (substituteId) await requireSubstitute(trx, viewer, userId, substituteId)
  const { id } = await trx
    .insertInto('absence')
    .values({
      user_id: userId,
      ...period,
      kind: kind ?? 'other',
      note: note === '' ? null : note,
      substitute_id: substituteId,
      substitute_status: substituteId ? 'proposed' : null,
      created_by_id: viewer.id,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const merged = await mergeLikes(context, id)
  await log(context, 'created', id, { merged, substituteIds: [substituteId ?? null] })
  return id
}

/**
 * Changes an absence. The substitute's yes holds as long as the time is no longer than what it was given for; naming
 * another asks anew. @throws 403, 422
 */
export async function changeAbsence(
  context: AbsenceContext,
  row: AbsenceRow,
  patch: AbsencePatch,
): Promise<void> {
  const { trx, viewer, now, facts } = context
  allow(canRegisterAbsence(viewer, facts))
  if (patch.substituteId !== undefined) requireReasonGiver(context)
  if (patch.kind !== undefined || patch.note !== undefined) allow(canChangeReason(viewer, facts))
  const period = {
    starts_at: patch.startDateTime === undefined ? row.starts_at : new Date(patch.startDateTime),
    ends_at: patch.endDateTime === undefined ? row.ends_at : momentOf(patch.endDateTime),
  }
  requireOrder(period)
  if (patch.note !== undefined) {
    checkSensitiveContent({ note: patch.note ?? '' }, [], { note: row.note ?? '' })
  }
  const substituteId = patch.substituteId === undefined ? row.substitute_id : patch.substituteId
  const isAnother = substituteId !== row.substitute_id
  if (isAnother && substituteId) await requireSubstitute(trx, viewer, facts.userId, substituteId)
  const columns: Updateable<AbsenceTable> = {
    ...period,
    kind: patch.kind,
    note: patch.note === '' ? null : patch.note,
    ...(isAnother && { substitute_id: substituteId, ...askAnew(substituteId) }),
    // Who said no is not asked again because the time changed; who said yes, said it to that time.
    ...(!isAnother && row.substitute_status === 'accepted' && !covers(row, period) && askAnew(substituteId)),
  }
  await updateAbsence(trx, row.id, columns, now)
  const merged = await mergeLikes(context, row.id)
  const changed = Object.keys(patch)
  await log(context, 'changed', row.id, {
    merged,
    changed,
    substituteIds: [row.substitute_id, substituteId],
  })
}

/** Takes an absence away. @throws 403 */
export async function removeAbsence(context: AbsenceContext, row: AbsenceRow): Promise<void> {
  const { trx, viewer, facts } = context
  allow(canRegisterAbsence(viewer, facts))
  await trx.deleteFrom('absence').where('id', '=', row.id).execute()
  await log(context, 'deleted', row.id, { substituteIds: [row.substitute_id] })
}

/**
 * The substitute says yes or no; either can be changed as long as it is not over.
 * @throws 404, 403 for anybody else, 409 `absenceOver`
 */
export async function answerSubstitution(
  { trx, viewer, now }: Omit<AbsenceContext, 'facts'>,
  { userId, id }: { userId: string; id: string },
  answer: 'accepted' | 'declined',
  requireSame: (row: AbsenceRow) => void,
): Promise<void> {
  const row = await lockAbsence(trx, viewer, userId, id)
  allow(row.substitute_id === viewer.id)
  const { substitute_id: substituteId, ends_at: endsAt } = row
  if (!canAnswerSubstitution(viewer, { substituteId, endsAt })) {
    throw conflict('absenceOver', 'The absence is over.')
  }
  requireSame(row)
  if (row.substitute_status === answer) return
  await updateAbsence(trx, id, { substitute_status: answer, substitute_answered_at: now }, now)
  const context = { trx, viewer, now, facts: { userId, learnsReason: false, leads: false } }
  const what = answer === 'accepted' ? 'substituteAccepted' : 'substituteDeclined'
  const resource = { type: 'absence', id }
  await notify(trx, { kind: what, userIds: [userId], actorId: viewer.id, threadId: id, resource, at: now })
  await log(context, what, id, { substituteIds: [substituteId] })
}

const updateAbsence = (
  trx: Transaction<Database>,
  id: string,
  columns: Updateable<AbsenceTable>,
  now: Date,
) =>
  trx
    .updateTable('absence')
    .set({ ...columns, changed_at: now, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()

/** Whether two became one would tell the kind of the other to somebody it is not for. */
const mergeLikes = ({ trx, now, facts }: AbsenceContext, id: string): Promise<string[]> | string[] =>
  facts.learnsReason ? mergeNeighbours(trx, id, now) : []

function requireReasonGiver({ viewer, facts }: AbsenceContext): void {
  if (!canGiveReason(viewer, facts)) {
    throw forbidden('timeOnly', 'You may give the times, and nothing of the reason.')
  }
}

const askAnew = (substituteId: string | null) => ({
  substitute_status: substituteId ? ('proposed' as const) : null,
  substitute_answered_at: null,
})

const momentOf = (text: string | null) => (text === null ? null : new Date(text))

const periodOf = ({ startDateTime, endDateTime }: NewAbsence) => ({
  starts_at: new Date(startDateTime),
  ends_at: momentOf(endDateTime),
})

function requireOrder({ starts_at, ends_at }: { starts_at: Date; ends_at: Date | null }): void {
  if (ends_at !== null && ends_at <= starts_at) {
    throw refused('endBeforeStart', 'endDateTime', 'It ends before it begins.')
  }
}

const refused = (code: string, target: string, message: string) =>
  unprocessable(code, message, [{ code, target, message }])

/** Appends to the audit log, and tells those it concerns. Never the kind, which is the reason. */
export async function log(
  { trx, viewer, now, facts }: AbsenceContext,
  what: 'created' | 'changed' | 'deleted' | 'substituteAccepted' | 'substituteDeclined',
  id: string,
  {
    merged = [],
    changed,
    substituteIds,
  }: { merged?: string[]; changed?: string[]; substituteIds: (string | null)[] },
): Promise<void> {
  await record(trx, {
    ...actorOf(viewer),
    action: `absence.${what}`,
    targetType: 'absence',
    targetId: id,
    data: {
      userId: facts.userId,
      ...(changed && { changed }),
      ...(merged.length > 0 && { merged }),
    },
    live: { audienceKeys: await concernedKeys(trx, facts.userId, substituteIds) },
    at: now,
  })
}
