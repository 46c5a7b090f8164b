import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { OptionalTime, Time } from './columns.ts'

export type NewsPostNoticeKind = 'halfway' | 'lastDay' | 'manual' | 'expiresInFourWeeks' | 'expiresInTwoWeeks'

/** A notice that has been given about a post, once per occasion (features.md N4, N13). */
export interface NewsPostNoticeTable {
  news_post_id: string
  kind: NewsPostNoticeKind
  /** What may have one notice of this kind: a version, a day. */
  occasion: string
  /** The significant version it was about. */
  version: number
  sent_at: Time
  recipient_count: number
}

export type OutgoingChannel = 'email' | 'teams'

/** What is to leave the house, whoever it goes to: written with what causes it, addressed when it may go. */
export interface OutgoingBatchTable {
  id: Generated<string>
  /** Which `MessageKind` makes its words. */
  kind: string
  channel: OutgoingChannel
  /** What may go out once. */
  dedupe_key: string
  news_post_id: string | null
  /** Goes in quiet hours as well. */
  is_urgent: boolean
  created_at: Time
  /** When its messages were made; null while it waits. */
  addressed_at: OptionalTime
}

export type OutgoingMessageState = 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped'

/** One message of a batch to one recipient. Its words are made when it is sent. */
export interface OutgoingMessageTable {
  id: Generated<string>
  batch_id: string
  /** Null for a channel, which has no person at its end. */
  recipient_id: string | null
  /** What is this recipient's alone. */
  content: JSONColumnType<Record<string, unknown>, string | undefined, string>
  /** `failed`: given up. `dropped`: it no longer concerned the recipient. */
  state: Generated<OutgoingMessageState>
  /** Not before. */
  due_at: Time
  attempts: Generated<number>
  begun_at: OptionalTime
  ended_at: OptionalTime
  last_error: ColumnType<string | null, string | null | undefined, string | null>
}

/** How often somebody wants unread news by e-mail. */
export type NewsDigest = 'never' | 'daily' | 'weekly'

/** What a person has chosen, and when unread news were last gathered for them. */
export interface NotificationSettingTable {
  user_id: string
  /** Null: not chosen. */
  news_digest: ColumnType<NewsDigest | null, NewsDigest | null | undefined, NewsDigest | null>
  /** How each group of notifications is told, by its name; what is not chosen is left out. */
  notification_ways: JSONColumnType<Record<string, string>, string | undefined, string>
  /** Most e-mails a day; null: not chosen. */
  max_emails_per_day: ColumnType<number | null, number | null | undefined, number | null>
  digested_at: OptionalTime
}
