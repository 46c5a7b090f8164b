import type { NewsPost } from '#api/news-posts/contract.ts'
import { formatDateTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'

/** What one must know before reading on: that this is not out, or not any more. Draws nothing of what is out. */
export function StateNotice({ post }: { post: NewsPost }) {
  switch (post.state) {
    case 'published':
      return null
    case 'draft':
      return <DraftNotice post={post} />
    case 'inReview':
      return (
        <Notice tone="info" title={m.newsPost_inReview()}>
          {post.review !== null && (
            <p>
              {m.newsPost_inReviewBy({
                name: post.review.byDisplayName,
                when: formatDateTime(post.review.dateTime),
              })}
            </p>
          )}
          {post.review?.comment && <blockquote>{post.review.comment}</blockquote>}
          <p>{m.newsPost_inReviewWhy()}</p>
        </Notice>
      )
    case 'scheduled':
      return (
        <Notice
          tone="info"
          title={m.newsPost_scheduled({
            when: post.publishDateTime === null ? '' : formatDateTime(post.publishDateTime),
          })}
        >
          {m.newsPost_scheduledWhy()}
        </Notice>
      )
    case 'expired':
      return (
        <Notice tone="warning" title={m.newsPost_expired()}>
          {m.newsPost_expiredWhy({
            when: formatDateTime(post.expirationDateTime ?? post.lastModifiedDateTime),
          })}
        </Notice>
      )
    case 'archived':
      return (
        <Notice tone="info" title={m.news_archived()}>
          {m.news_archivedWhy()}
        </Notice>
      )
  }
}

/** A draft may have come back from review, or have missed its time. */
function DraftNotice({ post: { review, publishProblem } }: { post: NewsPost }) {
  if (publishProblem !== null) {
    return (
      <Notice tone="warning" title={m.newsPost_problem()}>
        {m.newsPost_problemWhy({ when: formatDateTime(publishProblem.dateTime) })}
      </Notice>
    )
  }
  if (review?.outcome === 'rejected') {
    return (
      <Notice tone="warning" title={m.newsPost_rejected()}>
        <p>{m.newsPost_rejectedBy({ name: review.byDisplayName, when: formatDateTime(review.dateTime) })}</p>
        <blockquote>{review.comment}</blockquote>
      </Notice>
    )
  }
  return (
    <Notice tone="info" title={m.news_draft()}>
      {m.news_draftWhy()}
    </Notice>
  )
}
