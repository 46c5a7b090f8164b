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

/** One word somebody is found by; kept by triggers (migration 013). What the fields are is told in users/search.ts. */
export interface DirectoryTermTable {
  term: string
  field: number
  user_id: string
  /** Of the main position. */
  unit_id: string | null
  is_enabled: boolean
  sort_name: string
  /** Words of the display name. */
  name_count: number
}

/** What is left of the beginning of a word of the directory when letters fall out; kept by a trigger (migration 018). */
export interface DirectoryVariantTable {
  variant: string
  word: string
}

/** A word of the directory, and what is left of its beginning when letters fall out. */
export interface DirectoryWordTable {
  word: string
  variants: string[]
}
