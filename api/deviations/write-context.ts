import type { Transaction, Updateable } from 'kysely'
import { actorOf } from '../acting.ts'
import { record, userKey } from '../audit/record.ts'
import type { DeviationTable } from '../database/deviation-tables.ts'
import type { Database } from '../database/schema.ts'
import { forbidden } from '../http/errors.ts'
import type { NotificationKind } from '../notifications/contract.ts'
import { notify } from '../notifications/notify.ts'
import type { AcceptedFinding } from '../text/accepted-finding.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import type { Viewer } from '../viewer.ts'
import { addEvent, takeDueSteps } from './clock.ts'
import type { DeviationEventKind } from './contract.ts'
import { caseFactsOf, lifecycleFactsOf, type LockedDeviation } from './facts.ts'
import { nextState, type LifecycleFacts } from './lifecycle.ts'
import { peopleOf } from './routing.ts'
import type { DeviationAction } from './states.ts'
import { mayDo } from './transitions.ts'

/** Who does something with cases, in which transaction, and when. */
export interface DeviationContext {
  trx: Transaction<Database>
  viewer: Viewer
  now: Date
}

/** What an action does beside moving the case. */
export interface Act {
  action: DeviationAction
  event: DeviationEventKind
  set?: Updateable<DeviationTable>
  /** What the action itself brings, for its guards. */
  facts?: Partial<LifecycleFacts>
  /** The reason or remark. */
  note?: string | null
  data?: Record<string, unknown>
  texts?: Record<string, string>
  acceptedFindings?: readonly AcceptedFinding[]
  /** What the reporter is told (Q13), and whether the leader who answers now is. */
  tellsReporter?: NotificationKind
  tellsLeader?: boolean
}

/** Stops whom the table of transitions says no to. @throws 403 */
export function requireMay(action: DeviationAction, deviation: LockedDeviation): void {
  if (!mayDo(action, deviation.roles, caseFactsOf(deviation))) throw forbidden()
}

/**
 * Does one action with a locked case: asks the table, asks the guards, writes, adds to the timeline, tells whom it
 * concerns, and takes what steps are due. The one way a case changes state by somebody's hand.
 * @throws 403, 409 `invalidTransition`, 422 `sensitiveContent`
 */
export async function act(context: DeviationContext, deviation: LockedDeviation, what: Act): Promise<void> {
  const { trx, viewer, now } = context
  const { action, event, set = {}, note = null, data = {} } = what
  requireMay(action, deviation)
  const state = nextState(action, { ...lifecycleFactsOf(deviation, now), ...what.facts })
  const texts = { ...what.texts, ...(note !== null && { note }) }
  const accepted = checkSensitiveContent(texts, what.acceptedFindings ?? [])
  await trx
    .updateTable('deviation')
    .set({ ...set, state, changed_at: now, revision: deviation.revision + 1 })
    .where('id', '=', deviation.id)
    .execute()
  await addEvent(trx, {
    deviation_id: deviation.id,
    kind: event,
    occurred_at: now,
    note,
    data,
    ...authorOf(context, deviation),
  })
  await takeDueSteps(trx, deviation.id, now)
  const resource = { type: 'deviation', id: deviation.id }
  const by = { actorId: authorOf(context, deviation).actor_id, threadId: deviation.id, resource, at: now }
  if (what.tellsReporter && deviation.reporter_id !== null && deviation.reporter_id !== viewer.id)
    await notify(trx, { ...by, kind: what.tellsReporter, userIds: [deviation.reporter_id] })
  const leaders = await peopleOf(trx, deviation.id, 'leader', now)
  if (what.tellsLeader)
    await notify(trx, { ...by, kind: 'deviationAssigned', userIds: leaders.filter((id) => id !== viewer.id) })
  await log(context, deviation, event, { state, ...(accepted.length > 0 && { findings: accepted }) }, leaders)
}

/** Who stands in the timeline: nobody for a reporter who is not to be known. */
export const authorOf = ({ viewer }: Pick<DeviationContext, 'viewer'>, deviation: Reported) =>
  isHiddenReporter(viewer, deviation)
    ? { actor_id: null, on_behalf_of_id: null }
    : { actor_id: viewer.id, on_behalf_of_id: viewer.onBehalfOf?.id ?? null }

type Reported = Pick<LockedDeviation, 'reporter_visibility' | 'reporter_id'>
const isHiddenReporter = ({ id }: Viewer, { reporter_visibility, reporter_id }: Reported) =>
  reporter_visibility === 'anonymous' || (reporter_visibility === 'hiddenFromUnit' && reporter_id === id)

/** The log names a hidden reporter as little as the timeline does. @param told whose open pages are told, beside the reporter's */
export async function log(
  { trx, viewer, now }: DeviationContext,
  deviation: Reported & { id: string },
  what: string,
  data: Record<string, unknown> = {},
  told: readonly string[] = [],
): Promise<void> {
  const listeners = [...told, ...(deviation.reporter_id === null ? [] : [deviation.reporter_id])]
  await record(trx, {
    ...(isHiddenReporter(viewer, deviation) ? { actorId: null } : actorOf(viewer)),
    action: `deviation.${what}`,
    targetType: 'deviation',
    targetId: deviation.id,
    data,
    ...(listeners.length > 0 && { live: { audienceKeys: [...new Set(listeners)].map(userKey) } }),
    at: now,
  })
}
