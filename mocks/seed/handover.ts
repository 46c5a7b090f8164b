import type { Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { demoPeople, disabledPerson } from './demo-people.ts'
import { osloTime, workdaysAgo } from './oslo-time.ts'
import { uuidFor } from './random.ts'

/** A message to somebody who has left, which came to her leader and is still to be answered. */
export async function insertHandover(trx: Transaction<Database>, now: Date): Promise<void> {
  const leader = demoPeople.find(({ key }) => key === 'ola.bakken')
  const message = await trx
    .selectFrom('call_back_message')
    .select('id')
    .where('caller_name', '=', 'Einar Brekke')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('handover')
    .values({
      id: uuidFor('handover'),
      leaver_id: disabledPerson.id,
      recipient_id: leader?.id ?? null,
      target_type: 'callBackMessage',
      target_id: message.id,
      outcome: 'passed',
      handed_over_at: osloTime(now, workdaysAgo(now, 2), '16:00'),
    })
    .execute()
}
