import type * as z from 'zod/mini'
import { addEvent, takeDueSteps } from '../deviations/clock.ts'
import { endOfDay, ruleOf } from '../deviations/deadlines.ts'
import { lifecycleFactsOf, type LockedDeviation } from '../deviations/facts.ts'
import { invalidTransition, nextState } from '../deviations/lifecycle.ts'
import { act, authorOf, log, requireMay, type DeviationContext } from '../deviations/write-context.ts'
import { forbidden, notFound, unprocessable } from '../http/errors.ts'
import { notify } from '../notifications/notify.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { osloDay } from '../time/oslo.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { findPersonSeen } from '../users/person-seen.ts'
import type { AcceptAction, AddAction, CompleteAction } from './contract.ts'

/** Gives somebody something to do about the case. The first one is told to the reporter (Q13). @throws 422 `unknownUser` */
export async function addAction(
  context: DeviationContext,
  deviation: LockedDeviation,
  { description, ownerId, dueDate, acceptedFindings }: z.infer<typeof AddAction>,
): Promise<void> {
  const { trx, viewer, now } = context
  requireMay('addAction', deviation)
  if (!(await findPersonSeen(trx, viewer, ownerId))) {
    const message = 'There is none with this id.'
    throw unprocessable('invalidContent', message, [{ code: 'unknownUser', target: 'ownerId', message }])
  }
  const due = dueDate ?? addWorkingDays(osloDay(now), ruleOf(deviation.severity).completeWorkingDays)
  const isFirst = deviation.state === 'inTreatment'
  await act(context, deviation, {
    action: 'addAction',
    event: 'actionAdded',
    acceptedFindings,
    texts: { description },
    // The last action decides when all is to be done.
    set: {
      actions_set_at: deviation.actions_set_at ?? now,
      ...((deviation.complete_by ?? now) < endOfDay(due) && { complete_by: endOfDay(due) }),
    },
    data: { dueDate: due },
    ...(isFirst && { tellsReporter: 'deviationActionsSet' as const }),
  })
  const { id } = await trx
    .insertInto('corrective_action')
    .values({ deviation_id: deviation.id, description, owner_id: ownerId, due_on: due, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await notify(trx, {
    kind: 'correctiveActionAssigned',
    userIds: [ownerId],
    actorId: viewer.id,
    threadId: id,
    resource: { type: 'correctiveAction', id },
    at: now,
  })
}

/** The owner says yes to it. @throws 403 for others, 404, 409 */
export async function acceptAction(
  context: DeviationContext,
  deviation: LockedDeviation,
  { actionId }: z.infer<typeof AcceptAction>,
): Promise<void> {
  const action = await lockAction(context, deviation, actionId)
  if (!action.isOwn) throw forbidden()
  if (action.state !== 'new') throw invalidTransition(['correctiveActions'])
  await context.trx
    .updateTable('corrective_action')
    .set({ state: 'accepted' })
    .where('id', '=', action.id)
    .execute()
  await mark(context, deviation, 'actionAccepted')
}

/** It is done: by its owner, or whoever treats the case. @throws 403, 404, 409, 422 `sensitiveContent` */
export async function completeAction(
  context: DeviationContext,
  deviation: LockedDeviation,
  { actionId, note, acceptedFindings }: z.infer<typeof CompleteAction>,
): Promise<void> {
  const { trx, now } = context
  requireMay('completeAction', deviation)
  const action = await lockAction(context, deviation, actionId)
  const others = deviation.roles.filter((role) => role !== 'actionOwner')
  if (!action.isOwn) requireMay('completeAction', { ...deviation, roles: others })
  nextState('completeAction', lifecycleFactsOf(deviation, now))
  if (!['new', 'accepted'].includes(action.state)) throw invalidTransition(['correctiveActions'])
  checkSensitiveContent(note === undefined ? {} : { note }, acceptedFindings ?? [])
  await trx
    .updateTable('corrective_action')
    .set({ state: 'done', done_note: note || null, done_at: now })
    .where('id', '=', action.id)
    .execute()
  await mark(context, deviation, 'actionCompleted')
}

async function lockAction({ trx, viewer }: DeviationContext, deviation: LockedDeviation, actionId: string) {
  const action = await trx
    .selectFrom('corrective_action')
    .select(['id', 'owner_id', 'state'])
    .where('id', '=', actionId)
    .where('deviation_id', '=', deviation.id)
    .forUpdate()
    .executeTakeFirst()
  const isOwn = action && [viewer.id, ...viewer.actsFor.map(({ id }) => id)].includes(action.owner_id)
  if (!action || (!deviation.isVisible && !isOwn)) throw notFound()
  return { ...action, isOwn: isOwn === true }
}

async function mark(
  context: DeviationContext,
  deviation: LockedDeviation,
  kind: 'actionAccepted' | 'actionCompleted',
): Promise<void> {
  const { trx, now } = context
  await trx
    .updateTable('deviation')
    .set({ changed_at: now, revision: deviation.revision + 1 })
    .where('id', '=', deviation.id)
    .execute()
  await addEvent(trx, { deviation_id: deviation.id, kind, occurred_at: now, ...authorOf(context, deviation) })
  await takeDueSteps(trx, deviation.id, now)
  await log(context, deviation, kind)
}
