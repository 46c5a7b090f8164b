import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { AppRole, AudienceRole } from '../roles.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import type {
  CommentMentionTable,
  CommentTable,
  QuestionAskerTable,
  ReactionTable,
} from './comment-tables.ts'
import type { FileChunkTable, FileTable, UploadSessionTable } from './file-tables.ts'
import type { InfoScreenTable } from './info-screen-table.ts'
import type {
  NewsPostNoticeTable,
  NotificationSettingTable,
  OutgoingBatchTable,
  OutgoingMessageTable,
} from './outgoing-tables.ts'
import type { OidcPayloadTable, SigningKeyTable } from './sign-in-tables.ts'

/** A column the database computes; never written. */
type Computed<T> = ColumnType<T, never, never>
/** A point in time: read as Date, written as Date. */
type Time = ColumnType<Date, Date | string, Date | string>
/** A point in time that may be missing. */
type OptionalTime = ColumnType<Date | null, Date | null | undefined, Date | null>
/** A calendar day without a zone, `2026-11-18`. Both drivers are set to leave it as text. */
type Day = string

/** Every table, by name. The same word is used in table, API, URL and folder. */
export interface Database {
  organization: OrganizationTable
  org_unit: OrgUnitTable
  org_unit_ancestor: OrgUnitAncestorTable
  user: UserTable
  org_unit_member: OrgUnitMemberView
  position: PositionTable
  user_photo: UserPhotoTable
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
  news_post_import: NewsPostImportTable
  info_screen: InfoScreenTable
  comment: CommentTable
  comment_mention: CommentMentionTable
  question_asker: QuestionAskerTable
  reaction: ReactionTable
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

export type NewsPostState = 'draft' | 'inReview' | 'scheduled' | 'published' | 'expired' | 'archived'
export type NewsPostImportance = 'normal' | 'important' | 'mustRead'

export interface NewsPostTable {
  id: Generated<string>
  title: string
  lead: string
  body: JSONColumnType<RichTextDocument, string, string>
  /** The body's plain text, for search and reading time. */
  body_text: string
  /** `readingTimeInMinutes(body_text)`, kept so that lists need not read the text. */
  reading_minutes: number
  importance: NewsPostImportance
  audience_everyone: boolean
  audience_org_unit_ids: string[]
  audience_roles: AudienceRole[]
  audience_keys: Computed<string[]>
  confirm_by: ColumnType<Day | null, Day | null, Day | null>
  state: NewsPostState
  author_id: string
  responsible_unit_id: string | null
  /** Of the published content; confirmations are bound to it. 0 until first published. */
  version: Generated<number>
  /** Counts every write; the etag. */
  revision: Generated<number>
  created_at: Time
  changed_at: Time
  changed_by_id: string
  published_at: ColumnType<Date | null, Date | null, Date | null>
  archived_at: ColumnType<Date | null, Date | null, Date | null>
  /** What lists are sorted by: publication, or the last change of a draft. */
  listed_at: Computed<Date>
  cover_file_id: ColumnType<string | null, string | null | undefined, string | null>
  cover_alt: Generated<string>
  /** What the reader must do; null when nothing is asked for. */
  action_what: ColumnType<string | null, string | null | undefined, string | null>
  action_who: Generated<string>
  action_due: ColumnType<Day | null, Day | null | undefined, Day | null>
  /** When a scheduled post goes out by itself. */
  publish_at: OptionalTime
  /** When it leaves the feed by itself. */
  expires_at: OptionalTime
  /** Until when it stands above other news. */
  pinned_until: OptionalTime
  comments_enabled: Generated<boolean>
  send_by_email: Generated<boolean>
  send_to_teams: Generated<boolean>
  show_on_screens: Generated<boolean>
  /** The last version that readers must confirm anew; later ones are editorial (features.md N24). */
  significant_version: Generated<number>
  /** Employees it reached when it was last published: the e-mails it spared (features.md N21). */
  reached_count: ColumnType<number | null, number | null | undefined, number | null>
  /** What last happened in review. */
  review_outcome: ColumnType<
    NewsPostReviewOutcome | null,
    NewsPostReviewOutcome | null | undefined,
    NewsPostReviewOutcome | null
  >
  review_by_id: ColumnType<string | null, string | null | undefined, string | null>
  review_at: OptionalTime
  review_comment: Generated<string>
  /** Who asked for review: may not be the one who approves. */
  submitted_by_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Why it did not go out when its time came; null when it did. */
  publish_problem: JSONColumnType<PublishProblem | null, string | null | undefined, string | null>
}

/** When a scheduled post should have gone out, and what it lacked. */
export interface PublishProblem {
  dateTime: string
  details: { code: string; target: string }[]
}

export type NewsPostReviewOutcome = 'submitted' | 'approved' | 'rejected'

/** The text of a post as it was in one version. */
export interface NewsPostVersionTable {
  news_post_id: string
  version: number
  title: string
  lead: string
  body: JSONColumnType<RichTextDocument, string, string>
  is_significant: boolean
  /** What is new, in the editor's words. */
  note: string
  /** Null when made by the clock. */
  made_by_id: string | null
  made_at: Time
  /** What it asked for; written when the next version takes its place, as its files are. */
  action_what: string | null
  action_who: string | null
  action_due: ColumnType<Day | null, Day | null, Day | null>
}

/** A file an earlier version of a post had: what was confirmed can be shown for as long as the post is kept. */
export interface NewsPostVersionFileTable {
  news_post_id: string
  version: number
  file_id: string
  use: 'cover' | 'attachment' | 'inline'
  position: number
  /** Alternative text of the cover. */
  alt: string
}

/** An e-mail that became news: how many it was sent to, for the count of mails spared (features.md N21). */
export interface NewsPostImportTable {
  id: Generated<string>
  news_post_id: string | null
  sender_unit_id: string | null
  recipient_count: number
  imported_at: Time
}

/** Someone named to publish news to a unit and what is below it, as its leader may. */
export interface NewsEditorTable {
  id: Generated<string>
  org_unit_id: string
  user_id: string
  named_by_id: string | null
  named_at: Time
}

export interface NewsPostAttachmentTable {
  news_post_id: string
  file_id: string
  position: number
  /** Shown inside the body, not in the list of attachments. */
  is_inline: boolean
}

/** One person's relation to one post. */
export interface NewsPostReadingTable {
  news_post_id: string
  user_id: string
  read_at: ColumnType<Date | null, Date | null, Date | null>
  confirmed_at: ColumnType<Date | null, Date | null, Date | null>
  confirmed_version: number | null
  /** When the person said that what the post asks for is done. */
  action_done_at: OptionalTime
  /** How it was first opened. */
  channel: ColumnType<ReadingChannel | null, ReadingChannel | null | undefined, ReadingChannel | null>
  device: ColumnType<ReadingDevice | null, ReadingDevice | null | undefined, ReadingDevice | null>
}

export type ReadingChannel = 'portal' | 'email' | 'teams' | 'qr'
export type ReadingDevice = 'phone' | 'computer'
