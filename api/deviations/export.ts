import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** What a person has reported by name or hidden from the unit. What was anonymous is nobody's. */
export const deviationsExport: ExportSource = {
  name: 'deviations',
  covers: ['deviation.reporter_id'],
  rows: (userId) => sql`select id::text as key, jsonb_build_object('number', number, 'title', title,
      'description', description, 'category', category, 'severity', severity, 'state', state,
      'occurredDateTime', occurred_at, 'reporterVisibility', reporter_visibility, 'createdDateTime', created_at) as row
    from deviation where reporter_id = ${userId}::uuid`,
}

/** What a person has done with cases, or others for them, without the cases. */
export const deviationEventsExport: ExportSource = {
  name: 'deviationEvents',
  covers: ['deviation_event.actor_id', 'deviation_event.on_behalf_of_id'],
  rows: (
    userId,
  ) => sql`select event.id::text as key, jsonb_build_object('number', deviation.number, 'kind', event.kind,
      'dateTime', event.occurred_at, 'byMe', event.actor_id is not distinct from ${userId}::uuid,
      'note', case when event.actor_id = ${userId}::uuid then event.note end) as row
    from deviation_event event join deviation on deviation.id = event.deviation_id
    where ${userId}::uuid in (event.actor_id, event.on_behalf_of_id)`,
}

/** What a person has written in the dialogues. */
export const deviationMessagesExport: ExportSource = {
  name: 'deviationMessages',
  covers: ['deviation_message.author_id'],
  rows: (userId) => sql`select message.id::text as key, jsonb_build_object('number', deviation.number,
      'text', message.text, 'createdDateTime', message.created_at) as row
    from deviation_message message join deviation on deviation.id = message.deviation_id
    where message.author_id = ${userId}::uuid`,
}

/** What a person was given to do about cases. */
export const correctiveActionsExport: ExportSource = {
  name: 'correctiveActions',
  covers: ['corrective_action.owner_id'],
  rows: (
    userId,
  ) => sql`select corrective_action.id::text as key, jsonb_build_object('number', deviation.number,
      'description', corrective_action.description, 'dueDate', due_on, 'state', corrective_action.state,
      'doneNote', done_note, 'doneDateTime', done_at) as row
    from corrective_action join deviation on deviation.id = corrective_action.deviation_id
    where corrective_action.owner_id = ${userId}::uuid`,
}
