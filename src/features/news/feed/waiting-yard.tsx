import { useState } from 'react'
import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { audienceText } from '../../../components/audience-picker/audience-text.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Yard } from '../../../ui/yard.tsx'
import { Deadline } from '../deadline.tsx'
import styles from './waiting-yard.module.css'

/** Tasks shown before one asks for the rest. */
const maxShown = 3

interface WaitingYardProps {
  /** How many wait; `posts` may for a moment also hold those just done. */
  count: number
  posts: readonly NewsPost[]
  isLeaving: (post: NewsPost) => boolean
}

/** What waits for me, the nearest deadline first. Only the first has the filled button. */
export function WaitingYard({ count, posts, isLeaving }: WaitingYardProps) {
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
    <Yard title={count === 0 ? m.news_nothingWaits() : m.news_waiting({ count })}>
      <ul className={styles.tasks}>
        {shown.map((post, index) => (
          <Task key={post.id} post={post} isFirst={index === 0} isLeaving={isLeaving(post)} />
        ))}
      </ul>
      {shown.length < posts.length && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setWhole(true)}>
          {m.news_showAllCount({ count })}
        </button>
      )}
    </Yard>
  )
}

interface TaskProps {
  post: NewsPost
  isFirst: boolean
  isLeaving: boolean
}

function Task({ post, isFirst, isLeaving }: TaskProps) {
  return (
    <li className={styles.task} data-leaving={isLeaving || undefined}>
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
