import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { Deviation } from '#api/deviations/contract.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { deviationQueries, type ListQuery } from '../deviation-queries.ts'
import { categoryLabels, stateLabels } from '../deviation-words.ts'
import { DueText } from '../due-text.tsx'
import { Severity } from '../severity.tsx'
import styles from '../deviations.module.css'

interface DeviationListProps {
  query: ListQuery
  /** Each says where it is: the list holds cases in several states. */
  hasStates?: boolean
  /** Level of the titles of the cases. */
  level: 2 | 3
  /** Instead of a list without cases. */
  empty: ReactNode
}

/** Cases, a page at a time. */
export function DeviationList({ query, hasStates = false, level, empty }: DeviationListProps) {
  const list = useRef<HTMLUListElement>(null)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } =
    useSuspenseInfiniteQuery(deviationQueries.list(query))
  const deviations = data.pages.flatMap(({ value }) => value)
  if (deviations.length === 0) return empty

  async function showMore() {
    const before = deviations.length
    await fetchNextPage()
    setTimeout(() => list.current?.children.item(before)?.querySelector('a')?.focus())
  }

  return (
    <>
      <ul ref={list} className={styles.cards}>
        {deviations.map((deviation) => (
          <DeviationCard key={deviation.id} deviation={deviation} hasState={hasStates} level={level} />
        ))}
      </ul>
      <output className={styles.failed}>{isFetchNextPageError && m.deviationList_moreFailed()}</output>
      {hasNextPage && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          aria-busy={isFetchingNextPage}
          onClick={() => void showMore()}
        >
          {m.deviationList_more()}
        </button>
      )}
    </>
  )
}

interface DeviationCardProps {
  deviation: Deviation
  hasState: boolean
  level: 2 | 3
}

function DeviationCard({ deviation, hasState, level }: DeviationCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li className={styles.card}>
      <p className={styles.meta}>
        <span>{deviation.number}</span>
        <span>{categoryLabels[deviation.category]()}</span>
      </p>
      <Heading className={styles.cardTitle}>
        <Link to={paths.deviation(deviation.id)}>{deviation.title}</Link>
      </Heading>
      {hasState && (
        <p className={styles.meta}>
          <StatusTag tone="neutral">{stateLabels[deviation.state]()}</StatusTag>
          <span>{deviation.orgUnit.displayName}</span>
        </p>
      )}
      <p className={styles.foot}>
        <Severity severity={deviation.severity} />
        <DueText deviation={deviation} />
      </p>
    </li>
  )
}
