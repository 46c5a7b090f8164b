import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** Screens on walls that a person has set up; their addresses are secret to everybody. */
export const infoScreensExport: ExportSource = {
  name: 'infoScreens',
  covers: ['info_screen.created_by_id'],
  rows: (
    userId,
  ) => sql`select id::text as key, jsonb_build_object('name', name, 'createdDateTime', created_at) as row
    from info_screen where created_by_id = ${userId}::uuid`,
}
