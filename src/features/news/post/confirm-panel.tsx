import { CheckmarkCircleFillIcon, CheckmarkIcon } from '@navikt/aksel-icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { formatDateTime, formatDeadline } from '../../../lib/dates.ts'
import { ApiError } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { Yard } from '../../../ui/yard.tsx'
import { actionErrorText } from '../action-error.ts'
import { useConfirmNewsPost } from '../mutations.ts'
import { newsQueries } from '../queries.ts'
import styles from './post-page.module.css'

/** Asks for the confirmation below the text; once given, one quiet line. Draws nothing when it is not asked for. */
export function ConfirmPanel({ post }: { post: NewsPost }) {
  const queryClient = useQueryClient()
  const { mutate, isPending, isSuccess, error } = useConfirmNewsPost()
  const receipt = useRef<HTMLParagraphElement>(null)
  const { canConfirm } = post.permissions
  const { confirmedDateTime, confirmedVersion } = post.viewer

  // The button that had the focus is gone, so the receipt takes it.
  const isJustConfirmed = isSuccess && !canConfirm
  const { data: waiting, isFetching } = useQuery({ ...newsQueries.waiting(), enabled: isJustConfirmed })
  useEffect(() => {
    if (isJustConfirmed) receipt.current?.focus()
  }, [isJustConfirmed])

  function confirm() {
    mutate(post, {
      onError: () => void queryClient.invalidateQueries(newsQueries.detail(post.id)),
    })
  }

  if (canConfirm) {
    return (
      <div className={styles.noPrint}>
        <Yard title={m.news_confirmTitle()}>
          <p>
            {post.confirmBy !== null && `${formatDeadline(post.confirmBy)}. `}
            {m.news_confirmVersion({ version: post.version })}
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
            className={`ds-button ${styles.confirmButton}`}
            data-color="accent"
            aria-busy={isPending}
            onClick={isPending ? undefined : confirm}
          >
            <CheckmarkIcon aria-hidden />
            {m.news_confirm()}
          </button>
        </Yard>
      </div>
    )
  }
  if (confirmedDateTime === null || confirmedVersion === null) return null
  return (
    <div className={styles.confirmed}>
      <p ref={receipt} tabIndex={-1}>
        <CheckmarkCircleFillIcon aria-hidden fontSize="1.5rem" />
        {m.news_confirmed({ version: confirmedVersion, when: formatDateTime(confirmedDateTime) })}
      </p>
      {isJustConfirmed && <output>{waiting !== undefined && !isFetching && leftText(waiting.length)}</output>}
    </div>
  )
}

const leftText = (count: number) => (count === 0 ? m.news_nothingLeft() : m.news_left({ count }))
