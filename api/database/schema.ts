import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { AppRole } from '../roles.ts'
import type { Time } from './columns.ts'
import type {
  NewsPostTable,
  NewsPostVersionTable,
  NewsPostVersionFileTable,
  NewsPostImportTable,
  NewsEditorTable,
  NewsPostAttachmentTable,
  NewsPostReadingTable,
} from './news-post-tables.ts'
import type {
  CommentMentionTable,
  CommentTable,
  QuestionAskerTable,
  ReactionTable,
} from './comment-tables.ts'
import type { FileChunkTable, FileTable, UploadSessionTable } from './file-tables.ts'
import type { AbsenceTable, CallBackMessageTable, DutyShiftTable, DutyTable } from './absence-tables.ts'
import type {
  DirectoryPersonTable,
  DirectorySyncTable,
  DirectoryUnitLeaderTable,
  HandoverTable,
} from './directory-tables.ts'
import type {
  DirectoryTermTable,
  DirectoryVariantTable,
  DirectoryWordTable,
  FavoriteTable,
  PersonProtectionTable,
} from './people-tables.ts'
import type { SearchMissTable, SearchWordStateTable, SearchWordTable } from './search-tables.ts'
import type { NotificationTable } from './notification-table.ts'
import type {
  CorrectiveActionTable,
  DeviationAttachmentTable,
  DeviationEventTable,
  DeviationMessageTable,
  DeviationReceiptTable,
  DeviationSeriesTable,
  DeviationSettingTable,
  DeviationStepTable,
  DeviationTable,
} from './deviation-tables.ts'
import type { InfoScreenTable } from './info-screen-table.ts'
import type {
  NewsPostNoticeTable,
  NotificationSettingTable,
  OutgoingBatchTable,
  OutgoingMessageTable,
} from './outgoing-tables.ts'
import type { OidcPayloadTable, SigningKeyTable } from './sign-in-tables.ts'

/** Every table, by name. The same word is used in table, API, URL and folder. */
export interface Database {
  organization: OrganizationTable
  org_unit: OrgUnitTable
  org_unit_ancestor: OrgUnitAncestorTable
  user: UserTable
  org_unit_member: OrgUnitMemberView
  position: PositionTable
  user_photo: UserPhotoTable
  person_protection: PersonProtectionTable
  favorite: FavoriteTable
  directory_term: DirectoryTermTable
  directory_word: DirectoryWordTable
  directory_variant: DirectoryVariantTable
  absence: AbsenceTable
  duty: DutyTable
  duty_shift: DutyShiftTable
  call_back_message: CallBackMessageTable
  directory_sync: DirectorySyncTable
  directory_person: DirectoryPersonTable
  directory_unit_leader: DirectoryUnitLeaderTable
  handover: HandoverTable
  audit_head: AuditHeadTable
  audit_entry: AuditEntryTable
  live_event: LiveEventTable
  file: FileTable
  file_chunk: FileChunkTable
  upload_session: UploadSessionTable
  news_post: NewsPostTable
  news_post_attachment: NewsPostAttachmentTable
  news_post_reading: NewsPostReadingTable
  news_post_version: NewsPostVersionTable
  news_post_version_file: NewsPostVersionFileTable
  news_editor: NewsEditorTable
  news_post_notice: NewsPostNoticeTable
  outgoing_batch: OutgoingBatchTable
  outgoing_message: OutgoingMessageTable
  notification_setting: NotificationSettingTable
  notification: NotificationTable
  news_post_import: NewsPostImportTable
  info_screen: InfoScreenTable
  comment: CommentTable
  comment_mention: CommentMentionTable
  question_asker: QuestionAskerTable
  reaction: ReactionTable
  deviation: DeviationTable
  corrective_action: CorrectiveActionTable
  deviation_event: DeviationEventTable
  deviation_message: DeviationMessageTable
  deviation_attachment: DeviationAttachmentTable
  deviation_series: DeviationSeriesTable
  deviation_receipt: DeviationReceiptTable
  deviation_step: DeviationStepTable
  deviation_setting: DeviationSettingTable
  search_word: SearchWordTable
  search_word_state: SearchWordStateTable
  search_miss: SearchMissTable
  oidc_payload: OidcPayloadTable
  signing_key: SigningKeyTable
}

/** The municipality itself: one row. */
export interface OrganizationTable {
  id: string
  display_name: string
  /** «Kommunedirektør», or «Rådmann» where that is still used (features.md §0). */
  chief_executive_title: Generated<string>
  /** `{ "accentColor": "#17493D" }` or `{}`. */
  branding: JSONColumnType<{ accentColor?: string }, string, string>
}

export type OrgUnitKind = 'municipality' | 'sector' | 'staff' | 'area' | 'unit' | 'department' | 'section'

export interface OrgUnitTable {
  id: string
  parent_id: string | null
  kind: OrgUnitKind
  display_name: string
  leader_id: string | null
  /** Who leads when the leader is away, unless the leader has named someone for the time. */
  deputy_leader_id: ColumnType<string | null, string | null | undefined, string | null>
  location: string | null
}

/** Closure of the tree, kept by triggers on org_unit; each unit is its own ancestor at depth 0. */
export interface OrgUnitAncestorTable {
  unit_id: string
  ancestor_id: string
  depth: number
}

/** View: everyone who works in or leads the unit or something below it. May name a person twice. */
export interface OrgUnitMemberView {
  user_id: string
  unit_id: string
}

export interface UserTable {
  /** The directory's object id (`oid`). */
  id: string
  user_principal_name: string
  display_name: string
  given_name: string
  surname: string
  job_title: string | null
  mail: string | null
  mobile_phone: string | null
  business_phones: Generated<string[]>
  office_location: string | null
  employee_id: string | null
  account_enabled: Generated<boolean>
  preferred_language: Generated<string>
  app_roles: Generated<AppRole[]>
  /** When app_roles were last taken from a token. */
  roles_as_of: ColumnType<Date | null, Date | null, Date | null>
  manager_id: string | null
  /** Unit of the main position. */
  org_unit_id: string | null
  about_me: ColumnType<string | null, string | null | undefined, string | null>
  /** Subjects one can be asked about: «byggesak», «skjenkebevilling» (features.md K21). */
  responsibilities: Generated<string[]>
  skills: Generated<string[]>
  /** ISO weekdays worked, 1 is Monday; empty for those whose shifts are not known here. */
  workdays: Generated<number[]>
}

export interface PositionTable {
  id: Generated<string>
  user_id: string
  org_unit_id: string
  title: string
  /** 0–100. */
  percentage: number
  is_primary: boolean
}

export interface UserPhotoTable {
  user_id: string
  /** Side of the square in pixels, as Graph names it; 648 is the picture itself. */
  size: Generated<number>
  media_type: string
  bytes: Uint8Array
  width: number
  height: number
  changed_at: Time
}

/** One row: the end of the audit chain. */
export interface AuditHeadTable {
  id: Generated<boolean>
  seq: number
  hash: Uint8Array
}

export interface AuditEntryTable {
  seq: number
  occurred_at: Time
  actor_id: string | null
  on_behalf_of_id: string | null
  action: string
  target_type: string
  target_id: string
  data: JSONColumnType<Record<string, unknown>, string, string>
  prev_hash: Uint8Array
  hash: Uint8Array
}

/** What open pages are told. `id` is the seq of the audit entry, so ids follow commit order. */
export interface LiveEventTable {
  id: number
  occurred_at: Time
  /** For example `newsPost.published`. */
  topic: string
  resource_id: string
  audience_keys: string[]
}
