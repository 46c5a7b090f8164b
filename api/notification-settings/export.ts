import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** What a person has chosen to be told of, and how. */
export const notificationSettingsExport: ExportSource = {
  name: 'notificationSettings',
  covers: ['notification_setting.user_id'],
  rows: (userId) => sql`select user_id::text as key, to_jsonb(setting) - 'user_id' as row
    from notification_setting setting where user_id = ${userId}::uuid`,
}
