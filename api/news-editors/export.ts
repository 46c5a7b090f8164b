import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** Units a person may publish to by name, and whom the person named. */
export const newsEditorsExport: ExportSource = {
  name: 'newsEditors',
  covers: ['news_editor.user_id', 'news_editor.named_by_id'],
  rows: (userId) => sql`select editor.id::text as key, jsonb_build_object('editor', person.display_name,
      'unit', unit.display_name, 'namedByMe', coalesce(editor.named_by_id = ${userId}::uuid, false),
      'namedDateTime', editor.named_at) as row
    from news_editor editor join "user" person on person.id = editor.user_id
      join org_unit unit on unit.id = editor.org_unit_id
    where ${userId}::uuid in (editor.user_id, editor.named_by_id)`,
}
