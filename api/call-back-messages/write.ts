import { sql, type Transaction } from 'kysely'
import { actorOf } from '../acting.ts'
import { record, userKey } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { allow } from '../http/allow.ts'
import { conflict, notFound, unprocessable } from '../http/errors.ts'
import { notify } from '../notifications/notify.ts'
import { guardedPhone, isPhoneNumber } from '../text/phone-text.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { osloDay } from '../time/oslo.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { findPersonSeen } from '../users/person-seen.ts'
import type { Viewer } from '../viewer.ts'
import { callBackWithinWorkingDays, type NewCallBackMessage } from './contract.ts'
import { canAnswerMessage, leadsRecipient, visibleMessage } from './policy.ts'

/** Who does something with messages, in which transaction, and when. */
export interface CallBackContext {
  trx: Transaction<Database>
  viewer: Viewer
  now: Date
}

/**
 * Takes a message for somebody, who is told at once. @returns its id.
 * @throws 422 `unknownUser`, `malformedValue` for a number nobody can ring, `sensitiveContent`
 */
export async function takeMessage(context: CallBackContext, input: NewCallBackMessage): Promise<string> {
  const { trx, viewer, now } = context
  const { recipientId, callerName, callerPhone, subject } = input
  if (!isPhoneNumber(callerPhone))
    throw refused('malformedValue', 'callerPhone', 'That is no number to ring.')
  const texts = { callerName, callerPhone: guardedPhone(callerPhone), subject }
  const accepted = checkSensitiveContent(texts, input.acceptedFindings ?? [])
  if (!(await findPersonSeen(trx, viewer, recipientId))) {
    throw refused('unknownUser', 'recipientId', 'There is none with this id.')
  }
  const { id } = await trx
    .insertInto('call_back_message')
    .values({
      recipient_id: recipientId,
      caller_name: callerName,
      caller_phone: callerPhone,
      subject,
      due_on: addWorkingDays(osloDay(now), callBackWithinWorkingDays),
      created_by_id: viewer.id,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (accepted.length > 0) await log(context, id, 'sensitiveContentAccepted', { findings: accepted })
  await log(context, id, 'created', { recipientId }, [recipientId])
  return id
}

/** Says that the caller has been rung back. @throws 403, 404, 409 `alreadyAnswered` */
export async function answerMessage(context: CallBackContext, id: string): Promise<void> {
  const { trx, viewer, now } = context
  const message = await lockMessage(context, id)
  if (message.state === 'answered') throw conflict('alreadyAnswered', 'Somebody has rung back already.')
  await trx
    .updateTable('call_back_message')
    .set({ state: 'answered', answered_by_id: viewer.id, answered_at: now, revision: message.revision + 1 })
    .where('id', '=', id)
    .execute()
  await notify(trx, {
    kind: 'callBackAnswered',
    userIds: [message.takerId, message.recipientId],
    actorId: viewer.id,
    threadId: id,
    resource: { type: 'callBackMessage', id },
    at: now,
  })
  await log(context, id, 'answered', {}, [message.recipientId, message.takerId])
}

/** Takes that back: the caller is still to be rung. @throws 403, 404, 409 `notAnswered` */
export async function reopenMessage(context: CallBackContext, id: string): Promise<void> {
  const message = await lockMessage(context, id)
  if (message.state === 'open') throw conflict('notAnswered', 'Nobody has rung back yet.')
  await context.trx
    .updateTable('call_back_message')
    .set({ state: 'open', answered_by_id: null, answered_at: null, revision: message.revision + 1 })
    .where('id', '=', id)
    .execute()
  await log(context, id, 'reopened', {}, [message.recipientId, message.takerId])
}

/** The message, for somebody who may say what became of it; nobody else changes it until the transaction ends. */
async function lockMessage({ trx, viewer }: CallBackContext, id: string) {
  const { rows } = await sql<{
    recipientId: string
    takerId: string
    state: 'open' | 'answered'
    revision: number
    leads: boolean
  }>`
    select call_back_message.recipient_id as "recipientId", call_back_message.created_by_id as "takerId",
      call_back_message.state, call_back_message.revision, ${leadsRecipient(viewer)} as leads
    from call_back_message join "user" recipient on recipient.id = call_back_message.recipient_id
    where call_back_message.id = ${id}::uuid and ${visibleMessage(viewer)}
    for update of call_back_message`.execute(trx)
  const message = rows[0]
  if (!message) throw notFound()
  allow(canAnswerMessage(viewer, message.recipientId, message.leads))
  return message
}

/** @param told whose open pages are told, and those of whom they have as substitute now. */
async function log(
  { trx, viewer, now }: CallBackContext,
  targetId: string,
  what: string,
  data: Record<string, unknown>,
  told: string[] = [],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct substitute_id as id from absence
    where user_id = any(${told}::uuid[]) and substitute_status = 'accepted'
      and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`.execute(trx)
  await record(trx, {
    ...actorOf(viewer),
    action: `callBackMessage.${what}`,
    targetType: 'callBackMessage',
    targetId,
    data,
    ...(told.length > 0 && { live: { audienceKeys: [...told, ...rows.map(({ id }) => id)].map(userKey) } }),
    at: now,
  })
}

const refused = (code: string, target: string, message: string) =>
  unprocessable('invalidContent', message, [{ code, target, message }])
