import type { NewsPost } from '#api/news-posts/contract.ts'
import { formatDateTime, formatLongDateTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Yard } from '../../../ui/yard.tsx'
import { fieldIdOf } from './field-ids.ts'
import { focusField } from './focus-field.ts'
import styles from './edit-page.module.css'

interface StatusYardProps {
  post: NewsPost
  viewerId: string
}

/** Whether the post stands with somebody, so that the yard tells of that and not of what is missing. */
export const hasStatus = (post: NewsPost | undefined): post is NewsPost =>
  post !== undefined &&
  (post.state === 'inReview' ||
    post.state === 'scheduled' ||
    (post.state === 'draft' && (post.publishProblem !== null || post.review?.outcome === 'rejected')))

/** Where a post stands on its way out: with the reviewer, back with its author, or waiting for its time. */
export function StatusYard({ post, viewerId }: StatusYardProps) {
  const { review, publishProblem, state, publishDateTime } = post
  if (state === 'inReview') return <InReview post={post} />
  if (state === 'scheduled') {
    const when = publishDateTime === null ? '' : formatLongDateTime(publishDateTime)
    return (
      <Yard title={m.newsEditor_goesOut({ when })} isCalm>
        <p>{m.newsEditor_scheduledWhat()}</p>
      </Yard>
    )
  }
  if (review?.outcome === 'rejected') {
    const name = review.byDisplayName
    return (
      <Yard title={review.byId === viewerId ? m.newsEditor_rejectedByMe() : m.newsEditor_rejected({ name })}>
        <Remark text={review.comment} />
        {review.byId !== viewerId && <p>{m.newsEditor_rejectedWhat()}</p>}
      </Yard>
    )
  }
  return (
    <Yard title={m.newsEditor_didNotGoOut({ when: formatDateTime(publishProblem?.dateTime ?? '') })}>
      <ul className={styles.checks}>
        {publishProblem?.details.map(({ code, target }) => (
          <li key={code + target}>
            <button
              type="button"
              className={styles.toField}
              onClick={() => focusField(`#${fieldIdOf(target.split('/', 1)[0])}`)}
            >
              {problemTexts[target]?.() ?? m.newsEditor_needSomething()}
            </button>
          </li>
        ))}
      </ul>
    </Yard>
  )
}

function InReview({ post }: { post: NewsPost }) {
  const { review, permissions } = post
  const sent = review && {
    name: review.byDisplayName,
    when: formatDateTime(review.dateTime),
  }
  if (permissions.canApprove) {
    return (
      <Yard title={m.newsEditor_approveOrReject()}>
        {sent && <p>{m.newsEditor_sentBy(sent)}</p>}
        <Remark text={review?.comment ?? ''} />
        <p>{m.newsEditor_approveWhat()}</p>
      </Yard>
    )
  }
  return (
    <Yard title={m.newsEditor_waits()} isCalm>
      <p>{m.newsEditor_waitsFor()}</p>
      <Remark text={review?.comment ?? ''} />
    </Yard>
  )
}

function Remark({ text }: { text: string }) {
  return text === '' ? null : <blockquote className={styles.remark}>{text}</blockquote>
}

const problemTexts: Record<string, () => string> = {
  title: m.news_needTitle,
  body: m.news_needBody,
  audience: m.news_needAudience,
  'coverImage/altText': m.newsEditor_needCover,
  sendToTeams: m.newsEditor_needNoTeams,
  expirationDateTime: m.newsEditor_needExpirationAhead,
}
