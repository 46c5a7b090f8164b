import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CorrectiveAction } from '../corrective-actions/contract.ts'
import type { Deviation, DeviationEventKind } from '../deviations/contract.ts'
import type { Computed, Day, OptionalTime, Time } from './columns.ts'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
type Json<T> = ColumnType<T | null, string | null | undefined, string | null>
type Notice = NonNullable<Deviation['authorityNotice']>

/** A case. What the columns mean stands in `deviations/contract.ts`. */
export interface DeviationTable {
  id: Generated<string>
  number: string
  title: string
  description: string
  kind: Deviation['kind']
  category: Deviation['category']
  is_personal_data: boolean
  is_serious_injury: boolean
  occurred_at: Time
  discovered_at: Time
  org_unit_id: string
  place: Optional<string>
  document: Json<NonNullable<Deviation['document']>>
  law: Optional<string>
  severity: number
  probability: Optional<number>
  actual_consequences: Generated<string[]>
  possible_consequences: Generated<string[]>
  immediate_action: Optional<string>
  involved_roles: Optional<string>
  involved_ids: Generated<string[]>
  reporter_visibility: Deviation['reporterVisibility']
  reporter_id: Optional<string>
  responsible_unit_id: Optional<string>
  forwarded_from_unit_id: Optional<string>
  state: Deviation['state']
  is_shielded: Generated<boolean>
  shielded_by_id: Optional<string>
  receive_by: OptionalTime
  plan_by: OptionalTime
  complete_by: OptionalTime
  evaluate_by: OptionalTime
  due_at: OptionalTime
  next_step_at: OptionalTime
  escalated_at: OptionalTime
  received_at: OptionalTime
  treatment_started_at: OptionalTime
  actions_set_at: OptionalTime
  closed_at: OptionalTime
  rejected_at: OptionalTime
  cause_category: Optional<string>
  cause: Optional<string>
  whys: Generated<string[]>
  cost: Optional<number>
  archive_reference: Optional<string>
  document_outcome: Optional<string>
  effectiveness: Optional<'effective' | 'notEffective'>
  effect_note: Optional<string>
  closing_note: Optional<string>
  rejection_reason: Optional<string>
  objection: Optional<string>
  is_objection_open: Generated<boolean>
  merged_into_id: Optional<string>
  notice_content: Json<NonNullable<Notice['content']>>
  notice_proposal: Optional<string>
  notice_proposal_note: Optional<string>
  notice_advice: Optional<string>
  notice_advice_note: Optional<string>
  notice_outcome: Optional<string>
  notice_reason: Optional<string>
  notice_decided_at: OptionalTime
  created_at: Time
  changed_at: Time
  /** Counts every write; the etag. */
  revision: Generated<number>
  search: Computed<string>
}

/** What is done about a case. */
export interface CorrectiveActionTable {
  id: Generated<string>
  deviation_id: string
  description: string
  owner_id: string
  due_on: Day
  state: Generated<CorrectiveAction['state']>
  done_note: Optional<string>
  done_at: OptionalTime
  effect: Optional<'effective' | 'notEffective'>
  created_at: Time
}

/** What happened to a case. Only ever added to. */
export interface DeviationEventTable {
  id: Generated<string>
  deviation_id: string
  kind: DeviationEventKind
  occurred_at: Time
  /** Null for the clock, and for a reporter who is not to be known. */
  actor_id: string | null
  on_behalf_of_id: Optional<string>
  note: Optional<string>
  data: JSONColumnType<Record<string, unknown>, string | undefined, string>
}

export interface DeviationMessageTable {
  id: Generated<string>
  deviation_id: string
  author_id: string
  is_from_reporter: boolean
  text: string
  created_at: Time
}

export interface DeviationAttachmentTable {
  deviation_id: string
  file_id: string
  position: number
}

/** The last number of each year. */
export interface DeviationSeriesTable {
  year: number
  last_number: number
}

/** Which key of which person became which case. */
export interface DeviationReceiptTable {
  key_hash: Uint8Array
  deviation_id: string
  received_on: Day
}

/** Steps of the ladder that have been taken. */
export interface DeviationStepTable {
  deviation_id: string
  step: string
  taken_at: Time
}

export interface Contact {
  name: string
  phone: string
  email: string
}

/** One row: what the municipality has chosen. */
export interface DeviationSettingTable {
  id: Generated<boolean>
  reporter_visibilities: Generated<Deviation['reporterVisibility'][]>
  evaluate_after_days: Generated<number>
  contacts: ColumnType<Contact[], string | undefined, string>
  labour_inspection: ColumnType<Contact, string | undefined, string>
  whistleblowing: ColumnType<Contact, string | undefined, string>
  revision: Generated<number>
}
