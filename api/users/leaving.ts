import { sql, type Kysely, type Transaction } from 'kysely'
import { handOverSubstitutions } from '../absences/hand-over.ts'
import { record } from '../audit/record.ts'
import { handOverCallBacks } from '../call-back-messages/hand-over.ts'
import type { Database } from '../database/schema.ts'
import { handOverDeviations } from '../deviations/hand-over.ts'
import { handOverDutyShifts } from '../duties/hand-over.ts'
import { handOverEditorships } from '../news-editors/hand-over.ts'
import { handOverNewsPosts } from '../news-posts/hand-over.ts'
import { nearestLeader } from '../org-units/nearest-leader.ts'
import type { HandedOver, HandOver } from './hand-over.ts'

/** Every area in which a person can answer for something. An area with more of that kind adds itself here. */
const handOvers: readonly HandOver[] = [
  handOverNewsPosts,
  handOverEditorships,
  handOverCallBacks,
  handOverSubstitutions,
  handOverDutyShifts,
  handOverDeviations,
]

/**
 * Disables an account, and hands over what the person answered for, in the caller's transaction: nobody is let in
 * afterwards, and nothing waits for someone who is not there. Texts, answers and marks stay as they are.
 * @param actorId null when the directory says so.
 * @returns what was handed over; undefined when the account was disabled already.
 */
export async function disableUser(
  trx: Transaction<Database>,
  userId: string,
  { actorId, at }: { actorId: string | null; at: Date },
): Promise<HandedOver[] | undefined> {
  const disabled = await trx
    .updateTable('user')
    .set({ account_enabled: false })
    .where('id', '=', userId)
    .where('account_enabled', '=', true)
    .returning('id')
    .executeTakeFirst()
  if (!disabled) return undefined
  const leaver = { id: userId, leaderId: await findLeader(trx, userId), actorId, at }
  const things: HandedOver[] = []
  for (const handOver of handOvers) things.push(...(await handOver(trx, leaver)))
  if (things.length > 0) {
    await trx
      .insertInto('handover')
      .values(
        things.map((thing) => ({
          leaver_id: userId,
          recipient_id: thing.recipientId,
          target_type: thing.type,
          target_id: thing.id,
          outcome: thing.outcome,
          handed_over_at: at,
        })),
      )
      .execute()
  }
  await record(trx, {
    actorId,
    action: 'user.disabled',
    targetType: 'user',
    targetId: userId,
    data: { handedOver: things.length, leaderId: leaver.leaderId },
    at,
  })
  return things
}

/** Who leads someone: the nearest leader of the unit of the main position, else the manager. Never oneself, never who has left. */
async function findLeader(db: Kysely<Database>, userId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select coalesce(${nearestLeader(sql.ref('leaver.org_unit_id'), sql.ref('leaver.id'))}, manager.id) as id
    from "user" leaver left join "user" manager
      on manager.id = leaver.manager_id and manager.account_enabled and manager.id <> leaver.id
    where leaver.id = ${userId}::uuid`.execute(db)
  return rows[0]?.id ?? null
}
