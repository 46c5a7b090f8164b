import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { audienceText } from '../../../components/audience-picker/audience-text.ts'
import { formatDay, formatWhen } from '../../../lib/dates.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import styles from './feed.module.css'

/** One post in the feed: from whom and when, what it is about, and who it is for. */
export function FeedRow({ post }: { post: NewsPost }) {
  const { importance, confirmBy } = post
  return (
    <li className={styles.row}>
      <p className={styles.from}>
        {!post.viewer.isRead && <span className={styles.unread} aria-hidden />}
        <strong>{post.responsibleUnit?.displayName ?? post.author.displayName}</strong>
        {post.publishedDateTime !== null && <span>{formatWhen(post.publishedDateTime)}</span>}
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
      <p className={styles.meta}>
        <span>{audienceText(post.audience, post.audienceUnits)}</span>
        {importance === 'important' && <strong>{m.news_important()}</strong>}
        {importance === 'mustRead' && <strong>{m.news_mustRead()}</strong>}
        {post.permissions.canConfirm && confirmBy !== null && (
          <span>{m.news_confirmBy({ day: formatDay(confirmBy) })}</span>
        )}
      </p>
    </li>
  )
}
