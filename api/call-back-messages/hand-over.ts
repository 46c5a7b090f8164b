import { sql } from 'kysely'
import { recordAll } from '../audit/record.ts'
import type { HandOver } from '../users/hand-over.ts'

/** Somebody waits at the other end: an open call goes to the leader, with its deadline. */
export const handOverCallBacks: HandOver = async (trx, { id, leaderId, actorId, at }) => {
  const open = await trx
    .selectFrom('call_back_message')
    .select('id')
    .where('recipient_id', '=', id)
    .where('state', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute()
  const ids = open.map((row) => row.id)
  if (leaderId && ids.length > 0) {
    await trx
      .updateTable('call_back_message')
      .set({ recipient_id: leaderId, revision: sql`revision + 1` })
      .where('id', 'in', ids)
      .execute()
    await recordAll(
      trx,
      ids.map((targetId) => ({
        actorId,
        action: 'callBackMessage.handedOver',
        targetType: 'callBackMessage',
        targetId,
        data: { fromId: id, toId: leaderId },
        at,
      })),
    )
  }
  return ids.map((messageId) => ({
    type: 'callBackMessage',
    id: messageId,
    outcome: leaderId ? ('passed' as const) : ('kept' as const),
    recipientId: leaderId,
  }))
}
