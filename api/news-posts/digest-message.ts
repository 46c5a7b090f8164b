import { sql } from 'kysely'
import * as z from 'zod/mini'
import { emailForm } from '../outgoing/email-form.ts'
import type { MessageKind } from '../outgoing/message-kind.ts'
import { languageOf, texts } from '../outgoing/texts.ts'
import { isOut } from './policy.ts'
import { newsAddress } from './post-for-recipient.ts'
import { recipients } from './recipients.ts'

/** What a digest was gathered as: its posts, newest first, and how many there were beside them. */
export const DigestContent = z.object({ newsPostIds: z.array(z.uuid()), more: z.int() })

interface DigestRow {
  id: string
  title: string
  lead: string
  mail: string
  preferred_language: string
}

/** Unread news of some days in one e-mail (features.md N8). What has been read or withdrawn meanwhile is left out. */
export const digestMessage: MessageKind<'email'> = {
  name: 'newsDigest',
  channel: 'email',
  compose: async ({ id, recipientId, content }, { db, now, publicUrl }) => {
    const { newsPostIds, more } = DigestContent.parse(content)
    const { rows } = await sql<DigestRow>`
      select news_post.id, news_post.title, news_post.lead, person.mail, person.preferred_language
      from unnest(${newsPostIds}::uuid[]) with ordinality listed(id, place)
        join news_post on news_post.id = listed.id and ${isOut(now)}
        join "user" person on person.id = ${recipientId}::uuid and person.account_enabled
          and person.mail is not null
      where exists (select from ${recipients} recipient where recipient.id = person.id)
        and not exists (select from news_post_reading reading where reading.news_post_id = news_post.id
          and reading.user_id = person.id and reading.read_at is not null)
      order by listed.place`.execute(db)
    const [first] = rows
    if (!first) return undefined
    const language = languageOf(first.preferred_language)
    const say = texts[language]
    const subject = say.digest(rows.length + more)
    return emailForm(
      { id, to: first.mail, language, subject },
      [
        { heading: subject },
        { text: say.digestIntro },
        ...rows.flatMap((post) => [
          { link: post.title, url: newsAddress(publicUrl, post.id, 'email') },
          ...(post.lead === '' ? [] : [{ text: post.lead }]),
        ]),
        ...(more > 0 ? [{ text: say.digestMore(more) }] : []),
        { link: say.readNews, url: `${publicUrl}/` },
        { link: say.digestChange, url: `${publicUrl}/me` },
      ],
      { 'List-Unsubscribe': `<${publicUrl}/me?digest=never>` },
    )
  },
}
