import type { ColumnType, JSONColumnType } from 'kysely'

/** State of the local OpenID provider, so that a restart signs nobody out. */
export interface OidcPayloadTable {
  model: string
  id: string
  payload: JSONColumnType<Record<string, unknown>, string, string>
  expires_at: ColumnType<Date | null, Date | null, Date | null>
  consumed_at: ColumnType<Date | null, Date | null, Date | null>
  grant_id: string | null
  uid: string | null
  user_code: string | null
}

/** Key pairs and secrets of the local OpenID provider. */
export interface SigningKeyTable {
  name: string
  value: JSONColumnType<Record<string, unknown>, string, string>
}
