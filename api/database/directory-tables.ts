import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { OptionalTime, Time } from './columns.ts'

/** Null when left out, or unchanged. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

/** How far the directory has been read: one row. */
export interface DirectorySyncTable {
  id: Generated<boolean>
  /** What is asked for, and of whom: with another question, reading begins anew. */
  query: Generated<string>
  /** The page after the last one that was kept. */
  next_link: Optional<string>
  /** Where the next round begins, when the last one came to its end. */
  delta_link: Optional<string>
  /** Counts the rounds that read everybody. */
  round: Generated<number>
  /** Whether this round reads everybody. */
  is_full: Generated<boolean>
  /** Of the run that is at it, until when it may be. */
  lease_id: Optional<string>
  lease_until: OptionalTime
  completed_at: OptionalTime
}

/** Texts people write about themselves, which the directory may have as well. */
export interface DirectoryTexts {
  aboutMe?: string | null
  responsibilities?: string[]
  skills?: string[]
}

/** What the directory says of a person, where it is more than `user` has. */
export interface DirectoryPersonTable {
  user_id: string
  /** An employee whose account is enabled. */
  is_active: boolean
  department: Optional<string>
  division: Optional<string>
  company: Optional<string>
  /** Whom it calls the manager, known here or not. */
  manager_id: Optional<string>
  /** Whether it has been asked. */
  manager_read: Generated<boolean>
  /** Unit its words have led to. */
  org_unit_id: Optional<string>
  /** Own texts as it last gave them: what differs now has been edited by the person. */
  texts: JSONColumnType<DirectoryTexts, string | undefined, string>
  photo_etag: Optional<string>
  /** `changed_at` of the photo it gave: one that differs is the person's own. */
  photo_written_at: OptionalTime
  /** When manager, texts and photo are to be read. */
  details_due_at: Time
  /** The last full round the person was in. */
  seen_round: Generated<number>
  /** When the account was disabled here because of it. */
  left_at: OptionalTime
}

/** The leader a unit has been given from the directory's managers. */
export interface DirectoryUnitLeaderTable {
  org_unit_id: string
  leader_id: string
}

/** `passed` to the recipient; `ended`; `kept` where nobody could take it. */
export type HandoverOutcome = 'passed' | 'ended' | 'kept'

/** One thing someone who left answered for. */
export interface HandoverTable {
  id: Generated<string>
  leaver_id: string
  /** Who sees to it now; null when there was nobody. */
  recipient_id: string | null
  /** A resource's name for one: `newsPost`, `callBackMessage`. */
  target_type: string
  target_id: string
  outcome: HandoverOutcome
  handed_over_at: Time
}
