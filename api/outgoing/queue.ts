import type { Transaction } from 'kysely'
import type { OutgoingChannel } from '../database/outgoing-tables.ts'
import type { Database } from '../database/schema.ts'

/** Something to send. */
export interface NewBatch {
  /** Name of the `MessageKind` that makes its recipients and its words. */
  kind: string
  channel: OutgoingChannel
  /** What may go out once: a second batch with the same key is left out. */
  dedupeKey: string
  newsPostId: string | null
  /** Goes in quiet hours as well. */
  isUrgent: boolean
  at: Date
}

/**
 * Puts something in the tray of what leaves the house, in the transaction of what causes it: either both happen, or
 * neither. Who gets it is found when it may go.
 * @param recipientIds names the recipients at once, for kinds that cannot find them.
 * @returns whether it is new.
 */
export async function queueBatch(
  trx: Transaction<Database>,
  { kind, channel, dedupeKey, newsPostId, isUrgent, at }: NewBatch,
  recipientIds?: readonly string[],
): Promise<boolean> {
  const batch = await trx
    .insertInto('outgoing_batch')
    .values({
      kind,
      channel,
      dedupe_key: dedupeKey,
      news_post_id: newsPostId,
      is_urgent: isUrgent,
      created_at: at,
      addressed_at: recipientIds && at,
    })
    .onConflict((on) => on.column('dedupe_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (batch && recipientIds && recipientIds.length > 0) {
    await trx
      .insertInto('outgoing_message')
      .values(recipientIds.map((recipient_id) => ({ batch_id: batch.id, recipient_id, due_at: at })))
      .execute()
  }
  return batch !== undefined
}
