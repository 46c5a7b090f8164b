import { CheckmarkIcon } from '@navikt/aksel-icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { askHash } from '../../../components/comments/comment-anchor.ts'
import { formatDateTime, formatDeadline } from '../../../lib/dates.ts'
import { ApiError } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import type { useConfirmNewsPost } from '../mutations.ts'
import { newsQueries } from '../queries.ts'
import { CalendarButton } from './calendar-button.tsx'
import styles from './asked-yard.module.css'

interface ConfirmPanelProps {
  post: NewsPost
  confirm: ReturnType<typeof useConfirmNewsPost>
}

/** What is asked of the reader of a must-read: to confirm this version of it, or to ask. */
export function ConfirmPanel({ post, confirm: { mutate, isPending, error } }: ConfirmPanelProps) {
  const queryClient = useQueryClient()
  const { remindedDateTime } = post.viewer

  function confirm() {
    mutate(post, {
      onError: () => void queryClient.invalidateQueries(newsQueries.detail(post.id)),
    })
  }

  return (
    <>
      <p>
        {post.confirmBy !== null && `${formatDeadline(post.confirmBy)}. `}
        {m.news_confirmVersion({ version: post.version })}
        {remindedDateTime !== null && ` ${m.newsPost_reminded({ when: formatDateTime(remindedDateTime) })}`}
      </p>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {error instanceof ApiError && error.code === 'versionChanged'
            ? m.news_confirmVersionChanged()
            : actionErrorText(error)}
        </Notice>
      )}
      <button
        type="button"
        className={`ds-button ${styles.main}`}
        data-color="accent"
        aria-busy={isPending}
        onClick={isPending ? undefined : confirm}
      >
        <CheckmarkIcon aria-hidden />
        {m.news_confirm()}
      </button>
      <div className={styles.others}>
        {post.permissions.canComment && (
          <Link to={askHash} className="lone-link">
            {m.newsPost_ask()}
          </Link>
        )}
        {/* A day of what is to be done has its button beside it. */}
        {!post.actionRequired?.dueDate && <CalendarButton post={post} />}
      </div>
    </>
  )
}
