import { recordAll } from '../audit/record.ts'
import type { HandOver } from '../users/hand-over.ts'

/** Being named editor is a trust in one person: it ends, and the leader may name another. */
export const handOverEditorships: HandOver = async (trx, { id, leaderId, actorId, at }) => {
  const ended = await trx
    .deleteFrom('news_editor')
    .where('user_id', '=', id)
    .returning(['id', 'org_unit_id'])
    .execute()
  await recordAll(
    trx,
    ended.map((row) => ({
      actorId,
      action: 'newsEditor.removed',
      targetType: 'newsEditor',
      targetId: row.id,
      data: { orgUnitId: row.org_unit_id, userId: id },
      at,
    })),
  )
  return ended.map((row) => ({
    type: 'newsEditor',
    id: row.id,
    outcome: 'ended' as const,
    recipientId: leaderId,
  }))
}
