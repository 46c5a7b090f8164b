import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** Units a person leads, or leads when the leader is away. */
export const ledUnitsExport: ExportSource = {
  name: 'ledUnits',
  covers: ['org_unit.leader_id', 'org_unit.deputy_leader_id', 'directory_unit_leader.leader_id'],
  rows: (userId) => sql`select id::text as key, jsonb_build_object('displayName', display_name, 'kind', kind,
      'as', case when leader_id = ${userId}::uuid then 'leader' else 'deputyLeader' end) as row
    from org_unit where ${userId}::uuid in (leader_id, deputy_leader_id)`,
}
