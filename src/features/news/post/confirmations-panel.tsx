import { useInfiniteQuery } from '@tanstack/react-query'
import type { NewsPost, NewsPostConfirmation } from '#api/news-posts/contract.ts'
import { formatDeadline, formatWhen } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Yard } from '../../../ui/yard.tsx'
import { actionErrorText } from '../action-error.ts'
import { PeopleList } from './people-list.tsx'
import { RemindButton } from './remind-button.tsx'
import { newsQueries } from '../queries.ts'
import styles from './confirmations-panel.module.css'

interface ConfirmationsPanelProps {
  post: NewsPost
  /** The page has another yard already. */
  isQuiet: boolean
}

/** For those who answer for a must-read: who has not confirmed, and who has. */
export function ConfirmationsPanel({ post, isQuiet }: ConfirmationsPanelProps) {
  const missing = useInfiniteQuery(newsQueries.confirmations(post.id, false))
  const confirmed = useInfiniteQuery(newsQueries.confirmations(post.id, true))
  const error = missing.error ?? confirmed.error
  if (error !== null) return <Notice tone="danger">{actionErrorText(error)}</Notice>
  if (missing.data === undefined || confirmed.data === undefined) return null

  const missingCount = missing.data.pages[0]?.['@odata.count'] ?? 0
  const confirmedCount = confirmed.data.pages[0]?.['@odata.count'] ?? 0
  const total = missingCount + confirmedCount
  // Somebody who is protected is reminded like everybody else, and named to nobody but their own.
  const reminded = missingCount + Math.max(0, (post.recipientCount ?? total) - total)
  const title = missingCount === 0 ? m.news_allConfirmed() : m.news_notConfirmedCount({ count: missingCount })
  const content = (
    <>
      {missingCount > 0 && post.confirmBy !== null && <p>{formatDeadline(post.confirmBy)}.</p>}
      {missingCount > 0 && post.permissions.canRemind && <RemindButton id={post.id} count={reminded} />}
      <PeopleList
        people={missing.data.pages.flatMap((page) => page.value)}
        total={missingCount}
        onMore={missing.hasNextPage ? missing.fetchNextPage : undefined}
        describe={missingText}
      />
    </>
  )

  return (
    <>
      {isQuiet ? (
        <Sheet aria-labelledby="not-confirmed-title">
          <h2 id="not-confirmed-title" className={styles.heading}>
            {title}
          </h2>
          {content}
        </Sheet>
      ) : (
        <Yard title={title} isCalm={missingCount === 0}>
          {content}
        </Yard>
      )}
      <Sheet aria-labelledby="confirmed-title">
        <h2 id="confirmed-title" className={styles.heading}>
          {m.news_confirmedCount({ confirmed: confirmedCount, total })}
        </h2>
        <p className={styles.meta}>{m.news_version({ version: post.version })}</p>
        <progress
          className={styles.progress}
          value={confirmedCount}
          max={Math.max(total, 1)}
          aria-labelledby="confirmed-title"
        />
        <PeopleList
          people={confirmed.data.pages.flatMap((page) => page.value)}
          total={confirmedCount}
          onMore={confirmed.hasNextPage ? confirmed.fetchNextPage : undefined}
          describe={confirmedText}
        />
      </Sheet>
    </>
  )
}

const missingText = ({ confirmedVersion }: NewsPostConfirmation) =>
  confirmedVersion === null ? '' : m.news_confirmedOld({ version: confirmedVersion })

const confirmedText = ({ confirmedDateTime }: NewsPostConfirmation) =>
  confirmedDateTime === null ? '' : m.news_confirmedWhen({ when: formatWhen(confirmedDateTime) })
