import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** Messages sent to a person outside Tunet, of the 30 days they are remembered. Their words were made as they left. */
export const sentMessagesExport: ExportSource = {
  name: 'sentMessages',
  covers: ['outgoing_message.recipient_id'],
  rows: (userId) => sql`select message.id::text as key, jsonb_build_object('kind', batch.kind,
      'channel', batch.channel, 'newsPostId', batch.news_post_id, 'state', message.state,
      'dueDateTime', message.due_at, 'endedDateTime', message.ended_at) as row
    from outgoing_message message join outgoing_batch batch on batch.id = message.batch_id
    where message.recipient_id = ${userId}::uuid`,
}
