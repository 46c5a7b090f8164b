import type { ColumnType, Generated } from 'kysely'
import type { Day, OptionalTime, Time } from './columns.ts'

/** Why somebody is away. Shown to themselves and their leader only (GDPR art. 9, features.md K9, K22). */
export type AbsenceKind =
  | 'meeting'
  | 'lunch'
  | 'travel'
  | 'vacation'
  | 'leave'
  | 'sick'
  | 'personal'
  | 'other'

export type SubstituteStatus = 'proposed' | 'accepted' | 'declined'

export interface AbsenceTable {
  id: Generated<string>
  user_id: string
  starts_at: Time
  /** Null: nobody knows yet. */
  ends_at: OptionalTime
  kind: AbsenceKind
  note: ColumnType<string | null, string | null | undefined, string | null>
  /** Somewhere else, but the phone may ring: who is looked for can still be reached, if not in person. */
  is_phone_open: Generated<boolean>
  substitute_id: ColumnType<string | null, string | null | undefined, string | null>
  substitute_status: ColumnType<
    SubstituteStatus | null,
    SubstituteStatus | null | undefined,
    SubstituteStatus | null
  >
  substitute_answered_at: OptionalTime
  /** Who says so: the person or somebody for them, a calendar file, or the directory. */
  source: Generated<'person' | 'calendar' | 'directory'>
  /** What the source calls it, so that reading it again changes it instead of adding one. */
  source_key: ColumnType<string | null, string | null | undefined, string | null>
  /** What is answered to those who write meanwhile (Graph's automatic replies); empty for nothing. */
  internal_reply: Generated<string>
  external_reply: Generated<string>
  /** Who outside the municipality is answered. */
  external_audience: Generated<'none' | 'contactsOnly' | 'all'>
  created_by_id: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Time
  changed_at: Time
  revision: Generated<number>
}

/** A standing duty, such as the fire watch, which somebody has at any time. */
export interface DutyTable {
  id: Generated<string>
  display_name: string
  org_unit_id: string
  /** Number of the duty itself; null when it is the holder's. */
  phone: string | null
  created_at: Time
  revision: Generated<number>
}

export interface DutyShiftTable {
  id: Generated<string>
  duty_id: string
  user_id: string
  starts_at: Time
  ends_at: Time
}

/** Somebody rang and is to be rung back. */
export interface CallBackMessageTable {
  id: Generated<string>
  recipient_id: string
  caller_name: string
  caller_phone: string
  subject: string
  state: Generated<'open' | 'answered'>
  due_on: Day
  created_by_id: string
  created_at: Time
  answered_by_id: ColumnType<string | null, string | null | undefined, string | null>
  answered_at: OptionalTime
  revision: Generated<number>
}
