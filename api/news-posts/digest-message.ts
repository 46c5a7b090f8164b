import { sql } from 'kysely'
import * as z from 'zod/mini'
import { digestTexts, notificationLines } from '../notifications/digest-lines.ts'
import { emailForm, type EmailPart } from '../outgoing/email-form.ts'
import type { Composing, MessageKind } from '../outgoing/message-kind.ts'
import { languageOf, texts } from '../outgoing/texts.ts'
import { isOut } from './policy.ts'
import { newsAddress } from './post-for-recipient.ts'
import { recipients } from './recipients.ts'

/** What a digest was gathered as: its posts, newest first, and how many there were beside them. */
export const DigestContent = z.object({
  newsPostIds: z.array(z.uuid()),
  more: z.int(),
  /** What has happened beside the news, that the person had not seen. */
  notificationIds: z.optional(z.array(z.uuid())),
})

interface DigestRow {
  id: string
  title: string
  lead: string
}

/** What is unread and still for the recipient, in the order it was gathered. */
async function readPosts(
  { db, now }: Composing,
  recipientId: string | null,
  newsPostIds: readonly string[],
): Promise<DigestRow[]> {
  const { rows } = await sql<DigestRow>`
    select news_post.id, news_post.title, news_post.lead
    from unnest(${[...newsPostIds]}::uuid[]) with ordinality listed(id, place)
      join news_post on news_post.id = listed.id and ${isOut(now)}
    where exists (select from ${recipients} recipient where recipient.id = ${recipientId}::uuid)
      and not exists (select from news_post_reading reading where reading.news_post_id = news_post.id
        and reading.user_id = ${recipientId}::uuid and reading.read_at is not null)
    order by listed.place`.execute(db)
  return rows
}

/**
 * What one has not seen, in one e-mail: unread news of some days (features.md N8), and what has happened besides. What has
 * been read or withdrawn meanwhile is left out.
 */
export const digestMessage: MessageKind<'email'> = {
  name: 'newsDigest',
  channel: 'email',
  compose: async ({ id, recipientId, content }, composing) => {
    const { db, publicUrl } = composing
    const { newsPostIds, more, notificationIds = [] } = DigestContent.parse(content)
    const person = await db
      .selectFrom('user')
      .select(['mail', 'preferred_language'])
      .where('id', '=', recipientId)
      .where('account_enabled', '=', true)
      .executeTakeFirst()
    if (!person || person.mail === null || recipientId === null) return undefined
    const language = languageOf(person.preferred_language)
    const posts = await readPosts(composing, recipientId, newsPostIds)
    const happened = await notificationLines(db, recipientId, notificationIds, language)
    if (posts.length + happened.length === 0) return undefined
    const say = texts[language]
    const subject =
      posts.length > 0 ? say.digest(posts.length + more) : digestTexts[language].subject(happened.length)
    return emailForm(
      { id, to: person.mail, language, subject },
      [
        { heading: subject },
        ...(posts.length > 0 ? newsParts(publicUrl, posts, more, say) : []),
        ...(happened.length > 0
          ? [
              { text: digestTexts[language].intro },
              ...happened.map((text) => ({ text })),
              { link: digestTexts[language].see, url: `${publicUrl}/tasks` },
            ]
          : []),
        { link: say.digestChange, url: `${publicUrl}/me` },
      ],
      { 'List-Unsubscribe': `<${publicUrl}/me?digest=never>` },
    )
  },
}

const newsParts = (
  publicUrl: string,
  posts: readonly DigestRow[],
  more: number,
  say: (typeof texts)['nb'],
): EmailPart[] => [
  { text: say.digestIntro },
  ...posts.flatMap((post) => [
    { link: post.title, url: newsAddress(publicUrl, post.id, 'email') },
    ...(post.lead === '' ? [] : [{ text: post.lead }]),
  ]),
  ...(more > 0 ? [{ text: say.digestMore(more) }] : []),
  { link: say.readNews, url: `${publicUrl}/` },
]
