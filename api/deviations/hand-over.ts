import { sql, type Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { HandedOver, HandOver, Leaver } from '../users/hand-over.ts'
import { addEvent } from './clock.ts'
import { openStates } from './contract.ts'
import { findResponsibleUnit } from './routing.ts'

/** Cases the leaver answers for go to the next leader above without a part in them; their open actions to their leader. */
export const handOverDeviations: HandOver = async (trx, leaver) => [
  ...(await handOverCases(trx, leaver)),
  ...(await handOverActions(trx, leaver)),
]

async function handOverCases(trx: Transaction<Database>, { id, actorId, at }: Leaver): Promise<HandedOver[]> {
  const cases = await trx
    .selectFrom('deviation')
    .innerJoin('org_unit', 'org_unit.id', 'deviation.responsible_unit_id')
    .select(['deviation.id', 'deviation.responsible_unit_id', 'reporter_id', 'involved_ids'])
    .where('org_unit.leader_id', '=', id)
    .where('deviation.state', 'in', [...openStates])
    .orderBy('deviation.id')
    .forUpdate('deviation')
    .execute()
  const handed: HandedOver[] = []
  for (const { id: caseId, responsible_unit_id: unitId, reporter_id, involved_ids } of cases) {
    // An inner join: it has one.
    const parties = { reporterId: reporter_id, involvedIds: involved_ids }
    const next = await findResponsibleUnit(trx, unitId!, parties)
    if (next !== null) {
      await trx
        .updateTable('deviation')
        .set({ responsible_unit_id: next, revision: sql`revision + 1` })
        .where('id', '=', caseId)
        .execute()
      await addEvent(trx, { deviation_id: caseId, kind: 'handedOver', occurred_at: at, actor_id: actorId })
      await recordHandOver(trx, 'deviation', caseId, { id, actorId, at })
    }
    const recipient =
      next === null
        ? undefined
        : await trx.selectFrom('org_unit').select('leader_id').where('id', '=', next).executeTakeFirst()
    handed.push({
      type: 'deviation',
      id: caseId,
      outcome: next === null ? 'kept' : 'passed',
      recipientId: recipient?.leader_id ?? null,
    })
  }
  return handed
}

async function handOverActions(trx: Transaction<Database>, leaver: Leaver): Promise<HandedOver[]> {
  const { id, leaderId } = leaver
  const open = await trx
    .selectFrom('corrective_action')
    .select('id')
    .where('owner_id', '=', id)
    .where('state', 'in', ['new', 'accepted'])
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const action of leaderId === null ? [] : open) {
    await trx
      .updateTable('corrective_action')
      .set({ owner_id: leaderId ?? id, state: 'new' })
      .where('id', '=', action.id)
      .execute()
    await recordHandOver(trx, 'correctiveAction', action.id, leaver)
  }
  return open.map((action) => ({
    type: 'correctiveAction',
    id: action.id,
    outcome: leaderId === null ? ('kept' as const) : ('passed' as const),
    recipientId: leaderId,
  }))
}

const recordHandOver = (
  trx: Transaction<Database>,
  type: 'deviation' | 'correctiveAction',
  targetId: string,
  { id, actorId, at }: Pick<Leaver, 'id' | 'actorId' | 'at'>,
) =>
  record(trx, { actorId, action: `${type}.handedOver`, targetType: type, targetId, data: { fromId: id }, at })
