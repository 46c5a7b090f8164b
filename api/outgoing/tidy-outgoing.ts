import type { TimedDeps } from '../timed-work/timed-job.ts'

const day = 86_400_000
/** News that has not got out within this time is no news, in milliseconds. */
const staleAfter = 7 * day
/** How long it can be seen who was written to. */
const keptFor = 30 * day

/**
 * Lets go of what has waited too long to be of use, and forgets who was written to. The batches stay: they are what
 * keeps something from going out a second time.
 * @returns how many messages were forgotten.
 */
export async function tidyOutgoing({ db, now, log }: TimedDeps): Promise<number> {
  const at = now()
  const stale = new Date(at.getTime() - staleAfter)
  const batches = await db
    .updateTable('outgoing_batch')
    .set({ addressed_at: at })
    .where('addressed_at', 'is', null)
    .where('created_at', '<', stale)
    .executeTakeFirst()
  const messages = await db
    .updateTable('outgoing_message')
    .set({ state: 'dropped', ended_at: at, last_error: 'waited too long' })
    .where('state', '=', 'waiting')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('outgoing_batch as batch')
          .whereRef('batch.id', '=', 'outgoing_message.batch_id')
          .where('batch.created_at', '<', stale),
      ),
    )
    .executeTakeFirst()
  if (batches.numUpdatedRows + messages.numUpdatedRows > 0n) {
    const counts = { batches: Number(batches.numUpdatedRows), messages: Number(messages.numUpdatedRows) }
    log('warning', 'outgoing messages waited too long', counts)
  }
  const forgotten = await db
    .deleteFrom('outgoing_message')
    .where('ended_at', '<', new Date(at.getTime() - keptFor))
    .executeTakeFirst()
  return Number(forgotten.numDeletedRows)
}
