import { sql } from 'kysely'
import { recordAll } from '../audit/record.ts'
import { nearestLeader } from '../org-units/nearest-leader.ts'
import type { HandOver } from '../users/hand-over.ts'

/**
 * What is not out yet has its writer's name on it and waits for the writer: it passes to the nearest leader of the
 * responsible unit, or the leaver's own. What is out stays as it was written; its unit answers for it.
 */
export const handOverNewsPosts: HandOver = async (trx, { id, leaderId, actorId, at }) => {
  const unitLeader = nearestLeader(sql.ref('news_post.responsible_unit_id'))
  const waiting = await trx
    .selectFrom('news_post')
    .select(['id', sql<string | null>`coalesce(${unitLeader}, ${leaderId}::uuid)`.as('recipientId')])
    .where('author_id', '=', id)
    .where('state', 'in', ['draft', 'inReview', 'scheduled'])
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id: postId, recipientId } of waiting) {
    if (!recipientId) continue
    await trx
      .updateTable('news_post')
      .set({ author_id: recipientId, changed_at: at, revision: sql`revision + 1` })
      .where('id', '=', postId)
      .execute()
  }
  const passed = waiting.filter(({ recipientId }) => recipientId)
  await recordAll(
    trx,
    passed.map(({ id: postId, recipientId }) => ({
      actorId,
      action: 'newsPost.handedOver',
      targetType: 'newsPost',
      targetId: postId,
      data: { fromId: id, toId: recipientId },
      at,
    })),
  )
  return waiting.map(({ id: postId, recipientId }) => ({
    type: 'newsPost',
    id: postId,
    outcome: recipientId ? ('passed' as const) : ('kept' as const),
    recipientId,
  }))
}
