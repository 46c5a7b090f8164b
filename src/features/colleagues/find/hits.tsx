import { useInfiniteQuery } from '@tanstack/react-query'
import { type Ref } from 'react'
import { m } from '../../../messages/messages.js'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { FetchFailed } from '../fetch-failed.tsx'
import { colleagueQueries, type Colleague } from '../queries.ts'
import { HitList, type HitListHandle } from './hit-list.tsx'
import { NoHits } from './no-hits.tsx'
import styles from './find-page.module.css'

interface HitsProps {
  ref: Ref<HitListHandle>
  found: ReturnType<typeof useFound>
  chosenId?: string
  addressOf: (person: Colleague) => string
  onLeave: () => void
}

/** Whom a search finds. */
export function useFound(search: string, isEnabled: boolean) {
  const query = useInfiniteQuery({ ...colleagueQueries.search(search), enabled: isEnabled })
  const [first] = query.data?.pages ?? []
  return {
    query,
    people: query.data?.pages.flatMap((page) => page.value) ?? [],
    /** What was searched for to find these; an earlier text while the new hits are on their way. */
    text: first?.text ?? '',
    count: first?.['@odata.count'] ?? 0,
    isCurrent: first?.text === search,
  }
}

/** The hits of a search: how many, and who. What was found before stays until there is something new. */
export function Hits({ ref, found, chosenId, addressOf, onLeave }: HitsProps) {
  const { query, people, text, count } = found
  const { isError, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query
  if (isError && !isFetchNextPageError) {
    return <FetchFailed text={m.colleagues_searchFailed()} onRetry={() => void query.refetch()} />
  }
  if (query.data === undefined) return null
  return (
    <>
      <output className={count === 0 ? 'ds-sr-only' : styles.count}>
        {m.colleagues_hits({ count, q: text })}
      </output>
      {count === 0 ? (
        <EmptyState title={m.colleagues_noHits({ q: text })} action={<NoHits />}>
          {m.colleagues_noHitsText()}
        </EmptyState>
      ) : (
        <Sheet isFlush aria-label={m.colleagues_hitList()}>
          <HitList
            ref={ref}
            label={m.colleagues_hitList()}
            people={people}
            total={count}
            search={text}
            chosenId={chosenId}
            addressOf={addressOf}
            onLeave={onLeave}
            onMore={
              hasNextPage && !isFetchingNextPage && !isFetchNextPageError
                ? () => void fetchNextPage()
                : undefined
            }
          />
        </Sheet>
      )}
      {isFetchNextPageError && (
        <FetchFailed text={m.colleagues_moreFailed()} onRetry={() => void fetchNextPage()} />
      )}
    </>
  )
}
