import { ExclamationmarkTriangleIcon, EyeIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { AttachmentList } from '../../../components/attachments/attachment-list.tsx'
import { audienceText } from '../../../components/audience-picker/audience-text.ts'
import { RichTextViewer } from '../../../components/rich-text/viewer.tsx'
import { formatDateTime } from '../../../lib/dates.ts'
import { jobTitleAfterName } from '../../../lib/job-title.ts'
import { m } from '../../../messages/messages.js'
import { InitialsAvatar } from '../../../ui/initials-avatar.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import styles from './post-article.module.css'

interface PostArticleProps {
  /** What is drawn of a post; a preview has what is written so far. */
  post: Pick<
    NewsPost,
    | 'importance'
    | 'audience'
    | 'audienceUnits'
    | 'recipientCount'
    | 'author'
    | 'publishedDateTime'
    | 'lastModifiedDateTime'
    | 'readingTimeInMinutes'
    | 'lead'
    | 'body'
    | 'attachments'
    | 'version'
  >
  heading: ReactNode
  /** Stands between the lead and the text. */
  notice?: ReactNode
}

/** A post as it is read: who it is for, the title, who wrote it, in short, the text, the files. */
export function PostArticle({ post, heading, notice }: PostArticleProps) {
  const to = audienceText(post.audience, post.audienceUnits)
  return (
    <article className={styles.article}>
      <p className={styles.top}>
        <ImportanceTag importance={post.importance} />
        <span className={styles.meta}>
          {to}
          {to !== '' && post.recipientCount !== undefined && (
            <> · {m.news_employees({ count: post.recipientCount })}</>
          )}
        </span>
      </p>
      {heading}
      <div className={styles.author}>
        <InitialsAvatar displayName={post.author.displayName} />
        <p>
          <span>
            <strong>{post.author.displayName}</strong>
            {post.author.jobTitle !== null && `, ${jobTitleAfterName(post.author.jobTitle)}`}
          </span>
          <span className={styles.meta}>{whenAndHowLong(post)}</span>
        </p>
      </div>
      {post.lead !== '' && (
        <div className={styles.lead}>
          <h2>{m.news_lead()}</h2>
          <p>{post.lead}</p>
        </div>
      )}
      {notice}
      {post.body !== undefined && <RichTextViewer document={post.body} />}
      <AttachmentList files={post.attachments} />
    </article>
  )
}

function ImportanceTag({ importance }: Pick<NewsPost, 'importance'>) {
  if (importance === 'mustRead') {
    return (
      <StatusTag tone="yard" icon={<EyeIcon aria-hidden />}>
        {m.news_mustRead()}
      </StatusTag>
    )
  }
  if (importance === 'important') {
    return (
      <StatusTag tone="neutral" icon={<ExclamationmarkTriangleIcon aria-hidden />}>
        {m.news_important()}
      </StatusTag>
    )
  }
  return null
}

/** «16. november kl. 09:20 · endret i går · 2 min» */
function whenAndHowLong(post: PostArticleProps['post']): string {
  const { publishedDateTime, lastModifiedDateTime, version } = post
  const parts = [
    publishedDateTime && formatDateTime(publishedDateTime),
    // The first version is new, not changed.
    publishedDateTime && version > 1 && m.news_changed({ when: formatDateTime(lastModifiedDateTime) }),
    m.news_minutes({ count: post.readingTimeInMinutes }),
  ]
  return parts.filter(Boolean).join(' · ')
}
