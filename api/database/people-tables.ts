import type { Time } from './columns.ts'

/** What is not shown of a protected person; `person` hides them whole (features.md K28). */
export type HiddenPart = 'person' | 'photo' | 'place' | 'phone'

export interface PersonProtectionTable {
  user_id: string
  hides: HiddenPart[]
  /** For HR alone. */
  reason: string
  decided_by_id: string
  decided_at: Time
}

/** A colleague somebody keeps at hand. */
export interface FavoriteTable {
  user_id: string
  favorite_id: string
  created_at: Time
}
