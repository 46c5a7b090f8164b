import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { RichTextDocument } from '../rich-text/contract.ts'
import type { AudienceRole } from '../roles.ts'
import type { Computed, Day, OptionalTime, Time } from './columns.ts'

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
  /** The substitute who confirmed for the person; null when they did themselves. */
  confirmed_by_id: ColumnType<string | null, string | null | undefined, string | null>
  /** When the person said that what the post asks for is done. */
  action_done_at: OptionalTime
  /** How it was first opened. */
  channel: ColumnType<ReadingChannel | null, ReadingChannel | null | undefined, ReadingChannel | null>
  device: ColumnType<ReadingDevice | null, ReadingDevice | null | undefined, ReadingDevice | null>
}

export type ReadingChannel = 'portal' | 'email' | 'teams' | 'qr'
export type ReadingDevice = 'phone' | 'computer'
