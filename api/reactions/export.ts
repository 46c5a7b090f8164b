import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

export const reactionsExport: ExportSource = {
  name: 'reactions',
  covers: ['reaction.user_id'],
  rows: (
    userId,
  ) => sql`select target_type || ' ' || target_id as key, jsonb_build_object('targetType', target_type,
      'targetId', target_id, 'reaction', reaction, 'reactedDateTime', reacted_at) as row
    from reaction where user_id = ${userId}::uuid`,
}
