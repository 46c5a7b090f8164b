import { sql, type SqlBool } from 'kysely'
import type { MessageKind } from '../outgoing/message-kind.ts'
import { emailForm, type EmailPart } from '../outgoing/email-form.ts'
import { teamsForm } from '../outgoing/teams-form.ts'
import { dayInWords, texts } from '../outgoing/texts.ts'
import { digestMessage } from './digest-message.ts'
import { isOut } from './policy.ts'
import { newsAddress, readForRecipient, type PostForRecipient } from './post-for-recipient.ts'
import { recipients } from './recipients.ts'

/** People a post reaches who can be written to, as far as `condition` holds of post and reading. */
const peopleWithMail = (newsPostId: string, condition: ReturnType<typeof isOut>) => sql`
  select person.id from news_post cross join lateral ${recipients} recipient
    join "user" person on person.id = recipient.id and person.mail is not null
    left join news_post_reading reading
      on reading.news_post_id = news_post.id and reading.user_id = person.id
  where news_post.id = ${newsPostId}::uuid and ${condition}`

const published: MessageKind<'email'> = {
  name: 'newsPublished',
  channel: 'email',
  // Whoever has read it in the portal meanwhile needs no e-mail about it.
  recipients: (newsPostId, now) =>
    peopleWithMail(newsPostId, sql<SqlBool>`(${isOut(now)} and reading.read_at is null)`),
  compose: async (message, composing) => {
    const post = await readForRecipient(message, composing)
    if (!post?.isOut || !post.isRecipient || post.isRead) return undefined
    const say = texts[post.language]
    const mustConfirm = post.importance === 'mustRead' && !post.hasConfirmed
    return emailForm(envelope(message.id, post, mustConfirm ? say.mustRead(post.title) : post.title), [
      { heading: post.title },
      ...textParts(post.lead),
      ...(mustConfirm && post.confirmBy
        ? [{ text: say.confirmBy(dayInWords(post.language, post.confirmBy)) }]
        : []),
      { link: say.readWhole, url: newsAddress(composing.publicUrl, post.id, 'email') },
      { text: say.because },
    ])
  },
}

const publishedInTeams: MessageKind<'teams'> = {
  name: 'newsPublishedInTeams',
  channel: 'teams',
  recipients: (newsPostId, now) => sql`select null::uuid from news_post
    where news_post.id = ${newsPostId}::uuid and news_post.audience_everyone and ${isOut(now)}`,
  compose: async ({ newsPostId }, { db, now, publicUrl }) => {
    const post = await db
      .selectFrom('news_post')
      .select(['id', 'title', 'lead'])
      .where('id', '=', newsPostId)
      .where('audience_everyone', '=', true)
      .where(isOut(now))
      .executeTakeFirst()
    if (!post) return undefined
    const url = newsAddress(publicUrl, post.id, 'teams')
    return teamsForm({ title: post.title, text: post.lead, link: texts.nb.readWhole, url })
  },
}

const reminder: MessageKind<'email'> = {
  name: 'newsReminder',
  channel: 'email',
  recipients: (newsPostId, now) =>
    peopleWithMail(
      newsPostId,
      sql<SqlBool>`(${isOut(now)} and news_post.importance = 'mustRead'
        and coalesce(reading.confirmed_version, 0) < news_post.significant_version)`,
    ),
  compose: async (message, composing) => {
    const post = await readForRecipient(message, composing)
    if (!post?.isOut || !post.isRecipient || post.importance !== 'mustRead' || post.hasConfirmed) {
      return undefined
    }
    const say = texts[post.language]
    return emailForm(envelope(message.id, post, say.remind(post.title)), [
      { heading: post.title },
      { text: say.notConfirmed },
      ...(post.confirmBy ? [{ text: say.confirmBy(dayInWords(post.language, post.confirmBy)) }] : []),
      ...textParts(post.lead),
      { link: say.readWhole, url: newsAddress(composing.publicUrl, post.id, 'email') },
      { text: say.because },
    ])
  },
}

const expiring: MessageKind<'email'> = {
  name: 'newsExpiring',
  channel: 'email',
  compose: async (message, composing) => {
    const post = await readForRecipient(message, composing)
    if (!post?.isOut || !post.expiresAt || !post.isResponsible) return undefined
    const say = texts[post.language]
    const subject = say.expiring(post.title, dayInWords(post.language, post.expiresAt))
    return emailForm(envelope(message.id, post, subject), [
      { heading: subject },
      { text: say.expiringWhy },
      { link: say.open, url: newsAddress(composing.publicUrl, post.id, 'email') },
    ])
  },
}

const notPublished: MessageKind<'email'> = {
  name: 'newsNotPublished',
  channel: 'email',
  compose: async (message, composing) => {
    const post = await readForRecipient(message, composing)
    if (post?.state !== 'draft' || !post.isResponsible) return undefined
    const say = texts[post.language]
    const subject = say.notPublished(post.title)
    return emailForm(envelope(message.id, post, subject), [
      { heading: subject },
      { text: say.notPublishedWhy },
      { link: say.open, url: newsAddress(composing.publicUrl, post.id, 'email') },
    ])
  },
}

const envelope = (id: string, { mail, language }: PostForRecipient, subject: string) => ({
  id,
  to: mail,
  language,
  subject,
})

const textParts = (text: string): EmailPart[] => (text === '' ? [] : [{ text }])

/** Every kind of message news send. Only title and lead ever leave the house: audience is access (N1). */
export const newsMessages = [published, publishedInTeams, reminder, expiring, notPublished, digestMessage]
