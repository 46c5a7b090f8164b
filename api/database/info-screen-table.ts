import type { ColumnType, Generated } from 'kysely'

export interface InfoScreenTable {
  id: Generated<string>
  name: string
  org_unit_id: string
  /** SHA-256 of the secret in the screen's address. */
  secret_hash: Uint8Array
  created_by_id: string | null
  created_at: ColumnType<Date, Date | string, never>
}
