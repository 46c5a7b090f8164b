import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** Standing duties a person has, has had and will have. */
export const dutiesExport: ExportSource = {
  name: 'duties',
  covers: ['duty_shift.user_id'],
  rows: (userId) => sql`select shift.id::text as key, jsonb_build_object('duty', duty.display_name,
      'startDateTime', shift.starts_at, 'endDateTime', shift.ends_at) as row
    from duty_shift shift join duty on duty.id = shift.duty_id where shift.user_id = ${userId}::uuid`,
}
