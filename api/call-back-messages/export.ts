import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** Messages to a person about somebody who rang, and those the person took or answered. */
export const callBackMessagesExport: ExportSource = {
  name: 'callBackMessages',
  covers: [
    'call_back_message.recipient_id',
    'call_back_message.created_by_id',
    'call_back_message.answered_by_id',
  ],
  rows: (
    userId,
  ) => sql`select message.id::text as key, jsonb_build_object('recipient', recipient.display_name,
      'callerName', message.caller_name, 'callerPhone', message.caller_phone, 'subject', message.subject,
      'state', message.state, 'dueDate', message.due_on, 'createdDateTime', message.created_at,
      'createdByMe', message.created_by_id = ${userId}::uuid,
      'answeredByMe', coalesce(message.answered_by_id = ${userId}::uuid, false),
      'answeredDateTime', message.answered_at) as row
    from call_back_message message join "user" recipient on recipient.id = message.recipient_id
    where ${userId}::uuid in (message.recipient_id, message.created_by_id, message.answered_by_id)`,
}
