import { type Insertable, type Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { DeviationEventTable } from '../database/deviation-tables.ts'
import type { Database } from '../database/schema.ts'
import { notify } from '../notifications/notify.ts'
import { deadlineNow } from './deadlines.ts'
import { stepsOf, type Step } from './ladder.ts'
import { peopleOf } from './routing.ts'

/** Adds to the timeline, which is never changed. */
export const addEvent = (
  trx: Transaction<Database>,
  event: Omit<Insertable<DeviationEventTable>, 'data'> & { data?: Record<string, unknown> },
) =>
  trx
    .insertInto('deviation_event')
    .values({ ...event, data: JSON.stringify(event.data ?? {}) })
    .execute()

/**
 * Takes every step of a case that is due and has not been taken, and sets when it is looked at next. Each step is taken once:
 * it is a row, and the caller holds the case. Called by the clock and after every write.
 * @returns how many were taken.
 */
export async function takeDueSteps(trx: Transaction<Database>, id: string, now: Date): Promise<number> {
  const row = await trx.selectFrom('deviation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const facts = {
    state: row.state,
    severity: row.severity,
    isPersonalData: row.is_personal_data,
    createdAt: row.created_at,
    discoveredAt: row.discovered_at,
    noticeDecidedAt: row.notice_decided_at,
    closedAt: row.closed_at,
    receiveBy: row.receive_by,
    planBy: row.plan_by,
    completeBy: row.complete_by,
    evaluateBy: row.evaluate_by,
  }
  const taken = await trx.selectFrom('deviation_step').select('step').where('deviation_id', '=', id).execute()
  const known = new Set(taken.map(({ step }) => step))
  const left = stepsOf(facts).filter(({ key }) => !known.has(key))
  const due = left.filter(({ at }) => at <= now)
  for (const step of due) await takeStep(trx, id, step, now)
  await trx
    .updateTable('deviation')
    .set({
      due_at: deadlineNow(facts),
      next_step_at: left.find(({ at }) => at > now)?.at ?? null,
      ...(row.escalated_at === null && due.some(({ escalates }) => escalates) && { escalated_at: now }),
    })
    .where('id', '=', id)
    .execute()
  return due.length
}

async function takeStep(trx: Transaction<Database>, id: string, step: Step, now: Date): Promise<void> {
  await trx.insertInto('deviation_step').values({ deviation_id: id, step: step.key, taken_at: now }).execute()
  if (step.kind === 'archive') {
    await trx
      .updateTable('deviation')
      .set({ state: 'archived', changed_at: now })
      .where('id', '=', id)
      .execute()
    await addEvent(trx, { deviation_id: id, kind: 'archived', occurred_at: now, actor_id: null })
  } else {
    const userIds = await peopleOf(trx, id, step.to, now)
    const kind = step.kind === 'overdue' ? 'deviationOverdue' : 'deviationEscalated'
    await notify(trx, {
      kind,
      userIds,
      actorId: null,
      threadId: id,
      resource: { type: 'deviation', id },
      at: now,
    })
    await addEvent(trx, {
      deviation_id: id,
      kind: step.kind === 'overdue' ? 'overdue' : 'escalated',
      occurred_at: now,
      actor_id: null,
      data: { to: step.to },
    })
  }
  await record(trx, {
    actorId: null,
    action: step.kind === 'archive' ? 'deviation.archived' : 'deviation.escalated',
    targetType: 'deviation',
    targetId: id,
    data: { to: step.to, kind: step.kind },
    at: now,
  })
}
