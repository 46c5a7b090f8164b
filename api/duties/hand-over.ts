import { sql } from 'kysely'
import { recordAll } from '../audit/record.ts'
import { nearestLeader } from '../org-units/nearest-leader.ts'
import type { HandOver } from '../users/hand-over.ts'

/** A duty is never without a holder: shifts that have not ended pass to the leader of the duty's unit, or the leaver's. */
export const handOverDutyShifts: HandOver = async (trx, { id, leaderId, actorId, at }) => {
  const { rows: ahead } = await sql<{ id: string; recipientId: string | null }>`
    select shift.id, coalesce(${nearestLeader(sql.ref('duty.org_unit_id'))}, ${leaderId}::uuid) as "recipientId"
    from duty_shift shift join duty on duty.id = shift.duty_id
    where shift.user_id = ${id}::uuid and shift.ends_at > ${at}::timestamptz
    order by shift.id for update of shift`.execute(trx)
  for (const shift of ahead) {
    if (!shift.recipientId) continue
    await trx
      .updateTable('duty_shift')
      .set({ user_id: shift.recipientId })
      .where('id', '=', shift.id)
      .execute()
  }
  await recordAll(
    trx,
    ahead
      .filter(({ recipientId }) => recipientId)
      .map((shift) => ({
        actorId,
        action: 'dutyShift.handedOver',
        targetType: 'dutyShift',
        targetId: shift.id,
        data: { fromId: id, toId: shift.recipientId },
        at,
      })),
  )
  return ahead.map((shift) => ({
    type: 'dutyShift',
    id: shift.id,
    outcome: shift.recipientId ? ('passed' as const) : ('kept' as const),
    recipientId: shift.recipientId,
  }))
}
