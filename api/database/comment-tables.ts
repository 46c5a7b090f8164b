import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { OptionalTime, Time } from './columns.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'

/** What can be commented on and reacted to: the entity's name. */
export type CommentTargetType = 'newsPost'
/** `deleted` by who wrote it, `moderated` by those who answer for the target. */
export type CommentRemoval = 'deleted' | 'moderated'

/** A comment, a question or a reply to one, on whatever `target_type` and `target_id` say. */
export interface CommentTable {
  id: Generated<string>
  target_type: CommentTargetType
  target_id: string
  /** What it replies to, which is itself no reply. */
  parent_id: ColumnType<string | null, string | null, never>
  /** The comment its thread begins with, and when that was written. */
  thread_id: ColumnType<string, string, never>
  thread_at: ColumnType<Date, Date, never>
  kind: 'comment' | 'question'
  body: JSONColumnType<RichTextDocument, string, string>
  /** The body's plain text, for lists. */
  body_text: string
  author_id: string
  created_at: Time
  edited_at: OptionalTime
  removal: ColumnType<CommentRemoval | null, CommentRemoval | null | undefined, CommentRemoval | null>
  removed_at: OptionalTime
  removed_by_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Only of what was moderated. */
  removal_reason: ColumnType<string | null, string | null | undefined, string | null>
  /** The answer to the question it replies to. */
  is_answer: Generated<boolean>
  /** Of a question: the last day to answer it, `2026-11-18`. */
  answer_by: ColumnType<string | null, string | null, never>
  answered_at: OptionalTime
  answer_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Counts every write; the etag. */
  revision: Generated<number>
}

/** A person named in a comment. */
export interface CommentMentionTable {
  comment_id: string
  user_id: string
  mentioned_at: Time
  seen_at: OptionalTime
}

/** Who waits for the answer to a question: its writer, and those who said they wonder about the same. */
export interface QuestionAskerTable {
  comment_id: string
  user_id: string
  asked_at: Time
  /** When the answer was seen. */
  seen_at: OptionalTime
}

/** What one person says of something with one press. */
export interface ReactionTable {
  target_type: CommentTargetType
  target_id: string
  user_id: string
  reaction: string
  reacted_at: Time
}
