import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { forwardFacts } from './forward.ts'
import type { LockedDeviation } from '../deviations/facts.ts'
import { lockDeviation } from '../deviations/facts.ts'
import { planDeadline, completeDeadline, receiveDeadline, endOfDay } from '../deviations/deadlines.ts'
import { invalidTransition } from '../deviations/lifecycle.ts'
import { openStates } from '../deviations/states.ts'
import { act, requireMay, type DeviationContext } from '../deviations/write-context.ts'
import { addEvent } from '../deviations/clock.ts'
import { addDays, osloDay } from '../time/oslo.ts'
import type { Close, Evaluate, Forward, Merge, SubmitForReview, WithReason } from './contract.ts'

type Body<T extends z.ZodMiniType> = z.infer<T>

/** The leader takes it: the reporter hears so (Q13). */
export const receive = (context: DeviationContext, deviation: LockedDeviation) =>
  act(context, deviation, {
    action: 'receive',
    event: 'received',
    set: { received_at: context.now },
    tellsReporter: 'deviationReceived',
  })

export const startTreatment = (context: DeviationContext, deviation: LockedDeviation) =>
  act(context, deviation, {
    action: 'startTreatment',
    event: 'treatmentStarted',
    set: { treatment_started_at: deviation.treatment_started_at ?? context.now },
  })

/** Sends it on to the leader of another unit, who accepts it or returns it. @throws 422 `unknownOrgUnit` */
export async function forward(
  context: DeviationContext,
  deviation: LockedDeviation,
  body: Body<typeof Forward>,
) {
  const { trx, now } = context
  requireMay('forward', deviation)
  const { unitId, displayName } = await forwardFacts(trx, deviation, body.orgUnitId)
  await act(context, deviation, {
    action: 'forward',
    event: 'forwarded',
    note: body.reason,
    acceptedFindings: body.acceptedFindings,
    data: { toOrgUnitId: body.orgUnitId, to: displayName },
    set: {
      responsible_unit_id: unitId,
      forwarded_from_unit_id: deviation.responsible_unit_id,
      // Whoever gets it has the whole time to look at it; when actions are to be set stays.
      receive_by: receiveDeadline(now, deviation.severity, deviation.is_personal_data),
    },
    tellsReporter: 'deviationForwarded',
    tellsLeader: true,
  })
}

export const accept = (context: DeviationContext, deviation: LockedDeviation) =>
  act(context, deviation, {
    action: 'accept',
    event: 'accepted',
    set: { received_at: context.now, forwarded_from_unit_id: null },
    tellsReporter: 'deviationReceived',
  })

/** Not ours: it goes back to whom it came from, to be received anew. */
export const sendBack = (
  context: DeviationContext,
  deviation: LockedDeviation,
  body: Body<typeof WithReason>,
) =>
  act(context, deviation, {
    action: 'return',
    event: 'returned',
    note: body.reason,
    acceptedFindings: body.acceptedFindings,
    set: {
      responsible_unit_id: deviation.forwarded_from_unit_id,
      forwarded_from_unit_id: null,
      receive_by: receiveDeadline(context.now, deviation.severity, deviation.is_personal_data),
    },
    tellsReporter: 'deviationChanged',
    tellsLeader: true,
  })

/** No deviation, for a reason; said again by the quality adviser it answers an objection. */
export const reject = (
  context: DeviationContext,
  deviation: LockedDeviation,
  body: Body<typeof WithReason>,
) =>
  act(context, deviation, {
    action: 'reject',
    event: deviation.is_objection_open ? 'objectionDismissed' : 'rejected',
    note: body.reason,
    acceptedFindings: body.acceptedFindings,
    set: { rejection_reason: body.reason, rejected_at: context.now, is_objection_open: false },
    tellsReporter: 'deviationChanged',
  })

/** How good the effect was: none takes it up again, with new deadlines (Q31). */
export async function evaluate(
  context: DeviationContext,
  deviation: LockedDeviation,
  body: Body<typeof Evaluate>,
) {
  const { effectiveness, note, actions = [] } = body
  await act(context, deviation, {
    action: 'evaluate',
    event: 'evaluated',
    note,
    acceptedFindings: body.acceptedFindings,
    facts: { effectiveness },
    data: { effectiveness },
    set: {
      effectiveness,
      effect_note: note,
      ...(effectiveness === 'notEffective' && newDeadlines(context.now, deviation.severity)),
    },
    ...(effectiveness === 'notEffective' && { tellsReporter: 'deviationChanged' as const }),
  })
  const named = new Map(actions.map(({ id, effect }) => [id, effect]))
  const done = await context.trx
    .selectFrom('corrective_action')
    .select('id')
    .where('deviation_id', '=', deviation.id)
    .where('state', 'in', ['done', 'evaluated'])
    .execute()
  for (const { id } of done)
    await context.trx
      .updateTable('corrective_action')
      .set({ state: 'evaluated', effect: named.get(id) ?? effectiveness })
      .where('id', '=', id)
      .execute()
}

/** All is done; the effect is looked at 90 days after the last action, or on the day that is named. */
export async function submitForReview(
  context: DeviationContext,
  deviation: LockedDeviation,
  { evaluateDate }: Body<typeof SubmitForReview>,
) {
  const { rows } = await sql<{ last: Date | null; days: number }>`
    select (select max(done_at) from corrective_action where deviation_id = ${deviation.id}::uuid) as last,
      evaluate_after_days as days from deviation_setting`.execute(context.trx)
  const day = evaluateDate ?? addDays(osloDay(rows[0]?.last ?? context.now), rows[0]?.days ?? 90)
  await act(context, deviation, {
    action: 'submitForReview',
    event: 'submittedForReview',
    set: { evaluate_by: endOfDay(day), effectiveness: null, effect_note: null },
    data: { evaluateDate: day },
  })
}

/** Closes it, with the choice about the procedure (Q30). */
export const close = (context: DeviationContext, deviation: LockedDeviation, body: Body<typeof Close>) =>
  act(context, deviation, {
    action: 'close',
    event: 'closed',
    note: body.note ?? null,
    acceptedFindings: body.acceptedFindings,
    facts: { documentOutcome: body.documentOutcome },
    data: { documentOutcome: body.documentOutcome },
    set: { document_outcome: body.documentOutcome, closing_note: body.note ?? null, closed_at: context.now },
    tellsReporter: 'deviationClosed',
  })

/** Takes it up again within 30 days, or after an objection: with a new choice at the end and new deadlines. */
export const reopen = (
  context: DeviationContext,
  deviation: LockedDeviation,
  body: Body<typeof WithReason>,
) =>
  act(context, deviation, {
    action: 'reopen',
    event: 'reopened',
    note: body.reason,
    acceptedFindings: body.acceptedFindings,
    set: {
      closed_at: null,
      document_outcome: null,
      effectiveness: null,
      effect_note: null,
      is_objection_open: false,
      ...newDeadlines(context.now, deviation.severity),
    },
    tellsReporter: 'deviationChanged',
    tellsLeader: true,
  })

const newDeadlines = (now: Date, severity: number) => ({
  plan_by: planDeadline(now, severity),
  complete_by: completeDeadline(now, severity),
  evaluate_by: null,
})

/** Takes it together with another open one that the viewer treats. @throws 404, 409 when the other is not open */
export async function merge(
  context: DeviationContext,
  deviation: LockedDeviation,
  { intoId }: Body<typeof Merge>,
) {
  requireMay('merge', deviation)
  if (intoId.toLowerCase() === deviation.id) throw invalidTransition(['intoId'])
  const into = await lockDeviation(context.trx, context.viewer, intoId)
  requireMay('treat', into)
  if (!openStates.some((state) => state === into.state)) throw invalidTransition(['intoId'])
  await act(context, deviation, {
    action: 'merge',
    event: 'merged',
    set: { merged_into_id: into.id },
    data: { into: into.number },
    tellsReporter: 'deviationChanged',
  })
  await addEvent(context.trx, {
    deviation_id: into.id,
    kind: 'mergedFrom',
    occurred_at: context.now,
    actor_id: context.viewer.id,
    on_behalf_of_id: context.viewer.onBehalfOf?.id ?? null,
    data: { from: deviation.number },
  })
}
