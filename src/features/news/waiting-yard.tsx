import { useState } from 'react'
import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { audienceText } from '../../components/audience-picker/audience-text.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Yard } from '../../ui/yard.tsx'
import { Deadline } from './deadline.tsx'
import styles from './waiting-yard.module.css'

/** Tasks shown before one asks for the rest. */
const maxShown = 3

/** What waits for me, the nearest deadline first. Only the first has the filled button. */
export function WaitingYard({ posts }: { posts: readonly NewsPost[] }) {
  const [isWhole, setWhole] = useState(false)
  if (posts.length === 0) {
    return (
      <Yard title={m.news_nothingWaits()} isCalm>
        <p className={styles.calm}>{m.news_nothingWaitsWhy()}</p>
      </Yard>
    )
  }
  const shown = isWhole ? posts : posts.slice(0, maxShown)
  return (
    <Yard title={m.news_waiting({ count: posts.length })}>
      <ul className={styles.tasks}>
        {shown.map((post, index) => (
          <Task key={post.id} post={post} isFirst={index === 0} />
        ))}
      </ul>
      {shown.length < posts.length && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setWhole(true)}>
          {m.news_showAllCount({ count: posts.length })}
        </button>
      )}
    </Yard>
  )
}

function Task({ post, isFirst }: { post: NewsPost; isFirst: boolean }) {
  return (
    <li className={styles.task}>
      <div>
        <h3 className={styles.title}>{m.news_readAndConfirmTitle({ title: post.title })}</h3>
        <p className={styles.meta}>
          {post.confirmBy !== null && <Deadline day={post.confirmBy} />}
          <span>{audienceText(post.audience, post.audienceUnits)}</span>
          <span>{m.news_minutes({ count: post.readingTimeInMinutes })}</span>
        </p>
      </div>
      <Link
        to={paths.newsPost(post.id)}
        className="ds-button"
        data-color="accent"
        data-variant={isFirst ? 'primary' : 'secondary'}
        aria-label={m.news_readAndConfirmTitle({ title: post.title })}
      >
        {m.news_readAndConfirm()}
      </Link>
    </li>
  )
}
