import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** What a person was told of. Of who did it, no more than what was told. */
export const notificationsExport: ExportSource = {
  name: 'notifications',
  covers: ['notification.user_id'],
  rows: (
    userId,
  ) => sql`select id::text as key, jsonb_build_object('kind', kind, 'resourceType', resource_type,
      'resourceId', resource_id, 'count', count, 'createdDateTime', created_at, 'readDateTime', read_at,
      'mailedDateTime', mailed_at) as row
    from notification where user_id = ${userId}::uuid`,
}
