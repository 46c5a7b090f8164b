import type { ReactNode } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { audienceText } from '../../../components/audience-picker/audience-text.ts'
import { formatFullDay } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import styles from './post-summary.module.css'

interface PostSummaryProps {
  post: Pick<NewsPost, 'lead' | 'audience' | 'audienceUnits'> & Partial<Pick<NewsPost, 'actionRequired'>>
  /** The lead, when it is to be drawn otherwise: with its changes marked. */
  lead?: ReactNode
  /** Stands beside the last day: the way to the calendar. */
  calendar?: ReactNode
}

/** «Kort sagt»; of a post that asks for something, as answers to what, who, what must I do, and by when. */
export function PostSummary({ post, lead = post.lead, calendar }: PostSummaryProps) {
  const { actionRequired } = post
  if (!actionRequired) {
    return (
      post.lead !== '' && (
        <div className={styles.lead}>
          <h2>{m.news_lead()}</h2>
          <p>{lead}</p>
        </div>
      )
    )
  }
  const who = actionRequired.who || audienceText(post.audience, post.audienceUnits)
  const { what, dueDate } = actionRequired
  return (
    <section className={styles.questions} aria-labelledby="in-short">
      <h2 id="in-short" className="ds-sr-only">
        {m.news_lead()}
      </h2>
      <dl>
        {post.lead !== '' && (
          <div>
            <dt>{m.newsPost_what()}</dt>
            <dd className={styles.happens}>{lead}</dd>
          </div>
        )}
        {who !== '' && (
          <div>
            <dt>{m.newsPost_who()}</dt>
            <dd>{who}</dd>
          </div>
        )}
        <div>
          <dt>{m.newsPost_do()}</dt>
          <dd>{what}</dd>
        </div>
        {dueDate !== null && (
          <div>
            <dt>{m.newsPost_when()}</dt>
            <dd className={styles.due}>
              <strong>{formatFullDay(dueDate)}</strong>
              {calendar}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
