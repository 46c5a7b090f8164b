import { sql } from 'kysely'
import type { NewsPostImportance, NewsPostState, ReadingChannel } from '../database/news-post-tables.ts'
import type { Composing, TakenMessage } from '../outgoing/message-kind.ts'
import { languageOf, type Language } from '../outgoing/texts.ts'
import { responsibleEditor } from './notices.ts'
import { isOut } from './policy.ts'
import { recipients } from './recipients.ts'

/** The address of a post, with the way its reader comes (features.md N9). */
export const newsAddress = (publicUrl: string, id: string, via: ReadingChannel) =>
  `${publicUrl}/news/${id}?via=${via}`

/** A post as it is now, and how the recipient of a message stands to it. */
export interface PostForRecipient {
  id: string
  title: string
  lead: string
  importance: NewsPostImportance
  state: NewsPostState
  confirmBy: string | null
  expiresAt: Date | null
  isOut: boolean
  mail: string
  language: Language
  isRecipient: boolean
  /** Is the one to be written to about the post itself, as `responsibleEditor` says. */
  isResponsible: boolean
  isRead: boolean
  hasConfirmed: boolean
}

/** @returns undefined when the recipient has left or has no e-mail address any more. */
export async function readForRecipient(
  { newsPostId, recipientId }: TakenMessage,
  { db, now }: Composing,
): Promise<PostForRecipient | undefined> {
  const { rows } = await sql<Omit<PostForRecipient, 'language'> & { preferredLanguage: string }>`
    select news_post.id, news_post.title, news_post.lead, news_post.importance, news_post.state,
      news_post.confirm_by as "confirmBy", news_post.expires_at as "expiresAt", ${isOut(now)} as "isOut",
      person.mail, person.preferred_language as "preferredLanguage",
      exists (select from ${recipients} recipient where recipient.id = person.id) as "isRecipient",
      coalesce(${responsibleEditor} = person.id, false) as "isResponsible",
      reading.read_at is not null as "isRead",
      coalesce(reading.confirmed_version, 0) >= news_post.significant_version as "hasConfirmed"
    from news_post
      join "user" person on person.id = ${recipientId}::uuid and person.account_enabled and person.mail is not null
      left join news_post_reading reading
        on reading.news_post_id = news_post.id and reading.user_id = person.id
    where news_post.id = ${newsPostId}::uuid`.execute(db)
  const [row] = rows
  return row && { ...row, language: languageOf(row.preferredLanguage) }
}
