import { sql } from 'kysely'
import { recordAll } from '../audit/record.ts'
import type { HandOver } from '../users/hand-over.ts'

/**
 * Standing in ends: whoever is away is left without a substitute and chooses another; the chain goes on to their
 * leader meanwhile. What has been stays as it was.
 */
export const handOverSubstitutions: HandOver = async (trx, { id, actorId, at }) => {
  const ended = await trx
    .updateTable('absence')
    .set({
      substitute_id: null,
      substitute_status: null,
      substitute_answered_at: null,
      changed_at: at,
      revision: sql`revision + 1`,
    })
    .where('substitute_id', '=', id)
    .where('substitute_status', '!=', 'declined')
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .returning(['id', 'user_id'])
    .execute()
  await recordAll(
    trx,
    ended.map((row) => ({
      actorId,
      action: 'absence.substituteLeft',
      targetType: 'absence',
      targetId: row.id,
      data: { substituteId: id },
      at,
    })),
  )
  // It is theirs who are away to see to: nobody else is to learn of the absence.
  return ended.map((row) => ({
    type: 'absence',
    id: row.id,
    outcome: 'ended' as const,
    recipientId: row.user_id,
  }))
}
