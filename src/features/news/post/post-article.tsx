import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { AttachmentList } from '../../../components/attachments/attachment-list.tsx'
import { audienceText } from '../../../components/audience-picker/audience-text.ts'
import { CoverImage } from '../../../components/cover-image/cover-image.tsx'
import { RichTextViewer } from '../../../components/rich-text/viewer.tsx'
import { formatDateTime } from '../../../lib/dates.ts'
import { jobTitleAfterName } from '../../../lib/job-title.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { InitialsAvatar } from '../../../ui/initials-avatar.tsx'
import { PostSummary } from './post-summary.tsx'
import { StateTags } from './state-tags.tsx'
import styles from './post-article.module.css'

/** What is drawn of a post; a preview has what is written so far. */
type ShownPost = Pick<
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
> &
  Partial<Pick<NewsPost, 'coverImage' | 'actionRequired' | 'state' | 'isPinned'>>

interface PostArticleProps {
  post: ShownPost
  heading: ReactNode
  /** Stands between the lead and the text. */
  notice?: ReactNode
  /** The lead and the text, when they are to be drawn otherwise: with their changes marked. */
  lead?: ReactNode
  text?: ReactNode
  /** Stands beside the last day: the way to the calendar. */
  calendar?: ReactNode
}

/** Shape of a cover whose size is not known, in pixels. */
const usualCover = { width: 1600, height: 900 }

/** A post as it is read: who it is for, the title, who wrote it, in short, the text, the files. */
export function PostArticle({ post, heading, notice, lead, text, calendar }: PostArticleProps) {
  const to = audienceText(post.audience, post.audienceUnits)
  const { coverImage, body } = post
  return (
    <article className={styles.article}>
      <p className={styles.top}>
        <StateTags {...post} />
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
            <Link to={paths.colleague(post.author.id)} className={styles.authorName}>
              {post.author.displayName}
            </Link>
            {post.author.jobTitle !== null && `, ${jobTitleAfterName(post.author.jobTitle)}`}
          </span>
          <span className={styles.meta}>{whenAndHowLong(post)}</span>
        </p>
      </div>
      {coverImage && (
        <CoverImage
          fileId={coverImage.fileId}
          altText={coverImage.altText}
          width={coverImage.width ?? usualCover.width}
          height={coverImage.height ?? usualCover.height}
        />
      )}
      <PostSummary post={post} lead={lead} calendar={calendar} />
      {notice}
      {text ?? (body !== undefined && <RichTextViewer document={body} />)}
      <AttachmentList files={post.attachments} />
    </article>
  )
}

/** «16. november kl. 09:20 · endret i går · 2 min» */
function whenAndHowLong(post: ShownPost): string {
  const { publishedDateTime, lastModifiedDateTime, version } = post
  const parts = [
    publishedDateTime && formatDateTime(publishedDateTime),
    // The first version is new, not changed.
    publishedDateTime && version > 1 && m.news_changed({ when: formatDateTime(lastModifiedDateTime) }),
    m.news_minutes({ count: post.readingTimeInMinutes }),
  ]
  return parts.filter(Boolean).join(' · ')
}
