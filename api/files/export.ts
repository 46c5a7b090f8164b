import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** Files a person uploaded, without their content, which is fetched where they are attached. */
export const filesExport: ExportSource = {
  name: 'files',
  covers: ['file.created_by_id'],
  rows: (
    userId,
  ) => sql`select id::text as key, jsonb_build_object('id', id, 'name', name, 'mediaType', media_type,
      'size', size, 'createdDateTime', created_at) as row
    from file where created_by_id = ${userId}::uuid`,
}

/** Uploads a person has begun and not finished. */
export const uploadsExport: ExportSource = {
  name: 'unfinishedUploads',
  covers: ['upload_session.user_id'],
  rows: (
    userId,
  ) => sql`select id::text as key, jsonb_build_object('name', name, 'size', size, 'received', received,
      'expirationDateTime', expires_at) as row
    from upload_session where user_id = ${userId}::uuid`,
}
