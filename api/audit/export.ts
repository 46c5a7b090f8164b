import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** What a person has done according to the log, and what others have done for them. */
export const auditExport: ExportSource = {
  name: 'auditEntries',
  covers: ['audit_entry.actor_id', 'audit_entry.on_behalf_of_id'],
  rows: (
    userId,
  ) => sql`select lpad(seq::text, 20, '0') as key, jsonb_build_object('activityDateTime', occurred_at,
      'activity', action, 'targetType', target_type, 'targetId', target_id,
      'by', case when actor_id = ${userId}::uuid then 'me' else 'substitute' end,
      'onBehalfOfSomebody', actor_id = ${userId}::uuid and on_behalf_of_id is not null) as row
    from audit_entry where ${userId}::uuid in (actor_id, on_behalf_of_id)`,
}
