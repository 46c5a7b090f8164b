import { PushPinIcon } from '@navikt/aksel-icons'
import { Suspense } from 'react'
import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { audienceText } from '../../../components/audience-picker/audience-text.ts'
import { formatDay, formatWhen } from '../../../lib/dates.ts'
import { useHasRoomBeside } from '../../../lib/media.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import styles from './feed.module.css'

const FileImage = lazyPart(
  async () => (await import('../../../components/rich-text/file-image.tsx')).FileImage,
)

/** One post in the feed: from whom and when, what it is about, and who it is for. */
export function FeedRow({ post }: { post: NewsPost }) {
  const hasRoom = useHasRoomBeside()
  const { coverImage } = post
  return (
    <li className={styles.row}>
      <p className={styles.from}>
        {!post.viewer.isRead && <span className={styles.unread} aria-hidden />}
        <strong>{post.responsibleUnit?.displayName ?? post.author.displayName}</strong>
        {post.publishedDateTime !== null && <span>{formatWhen(post.publishedDateTime)}</span>}
        {post.isPinned && (
          <span className={styles.pinned}>
            <PushPinIcon aria-hidden />
            {m.newsFeed_pinned()}
          </span>
        )}
      </p>
      <h3 className={styles.title}>
        <Link to={paths.newsPost(post.id)}>
          {!post.viewer.isRead && (
            <>
              <span className="ds-sr-only">{m.news_unread()}</span>{' '}
            </>
          )}
          {post.title}
        </Link>
      </h3>
      {post.lead !== '' && <p className={styles.lead}>{post.lead}</p>}
      <Facts post={post} />
      {/* Beside the text, where there is room; the title says what it is about. */}
      {hasRoom && coverImage !== null && (
        <div className={styles.picture}>
          <Suspense>
            <FileImage fileId={coverImage.fileId} alt="" />
          </Suspense>
        </div>
      )}
    </li>
  )
}

function Facts({ post }: { post: NewsPost }) {
  const { importance, confirmBy, actionRequired, state, expirationDateTime } = post
  const dueDate = actionRequired?.dueDate ?? null
  return (
    <p className={styles.meta}>
      <span>{audienceText(post.audience, post.audienceUnits)}</span>
      {importance === 'important' && <strong>{m.news_important()}</strong>}
      {importance === 'mustRead' && <strong>{m.news_mustRead()}</strong>}
      {post.permissions.canConfirm && confirmBy !== null && (
        <span>{m.news_confirmBy({ day: formatDay(confirmBy) })}</span>
      )}
      {post.viewer.requiresAction && dueDate !== null && (
        <span>{m.newsFeed_doBy({ day: formatDay(dueDate) })}</span>
      )}
      {state === 'archived' && <strong>{m.newsFeed_archived()}</strong>}
      {state === 'expired' && (
        <strong>
          {m.newsFeed_expired({ when: formatWhen(expirationDateTime ?? post.lastModifiedDateTime) })}
        </strong>
      )}
    </p>
  )
}
