import { Button } from '@digdir/designsystemet-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import type { EntityType, SearchHit } from '#api/search/contract.ts'
import { formatNumber } from '../../lib/dates.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { MarkedText, withoutMarks } from './marked-text.tsx'
import { addressOf, detailOf, iconOf } from './options.ts'
import { searchQueries, type SearchAnswer } from './search-queries.ts'
import styles from './search-page.module.css'

/** Counting stops here, in the API. */
const mostCounted = 300

/** A number of hits; where counting stopped, it says that there are more. */
export const totalText = (total: number): string =>
  total >= mostCounted ? m.search_moreThan({ count: formatNumber(mostCounted) }) : formatNumber(total)

/** The best hits of each type, each with the way to all of its type. */
export function Overview({ answer, q }: { answer: SearchAnswer; q: string }) {
  // What has the best hit comes first.
  const best = ({ hits }: SearchAnswer['hitsContainers'][number]) => Math.min(...hits.map(({ rank }) => rank))
  return answer.hitsContainers
    .filter(({ hits }) => hits.length > 0)
    .toSorted((one, other) => best(one) - best(other))
    .map(({ entityType, hits, moreResultsAvailable }) => (
      <TypeSheet key={entityType} type={entityType}>
        <Hits type={entityType} hits={hits} />
        {moreResultsAvailable && (
          <p className={styles.more}>
            <Link to={paths.search({ q, type: entityType })} className="lone-link">
              {showAll[entityType]()}
            </Link>
          </p>
        )}
      </TypeSheet>
    ))
}

const showAll: Record<EntityType, () => string> = {
  user: m.search_allPeople,
  orgUnit: m.search_allUnits,
  newsPost: m.search_allNews,
}

/** All hits of one type. @param shown what was searched for in the end. */
export function PagesOfType({ q, type, shown }: { q: string; type: EntityType; shown: string }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    searchQueries.ofType(q, type),
  )
  const hits = data.pages.flatMap((page) => page?.hitsContainers[0]?.hits ?? [])
  return (
    <TypeSheet type={type}>
      {hits.length === 0 ? (
        <p className={styles.none}>{m.search_noneOfKind()}</p>
      ) : (
        <Hits type={type} hits={hits} />
      )}
      {hasNextPage && (
        <Button variant="secondary" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.search_more()}
        </Button>
      )}
      {type === 'newsPost' && (
        <p className={styles.more}>
          <Link to={paths.home({ q: shown })} className="lone-link">
            {m.search_narrowNews()}
          </Link>
        </p>
      )}
    </TypeSheet>
  )
}

function TypeSheet({ type, children }: { type: EntityType; children: React.ReactNode }) {
  const id = useId()
  return (
    <Sheet aria-labelledby={id} className={styles.kind}>
      <h2 id={id}>{headings[type]()}</h2>
      {children}
    </Sheet>
  )
}

const headings: Record<EntityType, () => string> = {
  user: m.search_people,
  orgUnit: m.search_units,
  newsPost: m.search_newsPosts,
}

function Hits({ type, hits }: { type: EntityType; hits: readonly SearchHit[] }) {
  const Icon = iconOf(type)
  return (
    <ul className={styles.hits}>
      {hits.map((hit) => (
        <li key={hit.hitId}>
          <span className={styles.picture}>
            {Icon ? (
              <Icon aria-hidden fontSize="1.5rem" />
            ) : (
              <InitialsAvatar displayName={withoutMarks(hit.resource.displayName)} />
            )}
          </span>
          <div className={styles.words}>
            <Link to={addressOf(type, hit.resource.id)}>
              <MarkedText text={hit.resource.displayName} />
            </Link>
            {type !== 'user' && hit.summary !== '' && (
              <p>
                <MarkedText text={hit.summary} />
              </p>
            )}
            <p className={styles.detail}>
              <MarkedText text={detailOf(type, hit)} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
