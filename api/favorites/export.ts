import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** Colleagues a person keeps at hand. Who keeps the person at hand is theirs to know. */
export const favoritesExport: ExportSource = {
  name: 'favorites',
  covers: ['favorite.user_id'],
  rows: (
    userId,
  ) => sql`select favorite.favorite_id::text as key, jsonb_build_object('displayName', person.display_name,
      'createdDateTime', favorite.created_at) as row
    from favorite join "user" person on person.id = favorite.favorite_id where favorite.user_id = ${userId}::uuid`,
}
