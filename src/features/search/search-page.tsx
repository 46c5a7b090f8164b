import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { EntityType } from '#api/search/contract.ts'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import { useLocale } from '../../lib/locale.ts'
import { paths } from '../../lib/paths.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TabRow } from '../../ui/tab-row.tsx'
import { Overview, PagesOfType, totalText } from './search-results.tsx'
import { SearchForm } from './search-form.tsx'
import { searchQueries, tellMiss, totalOf, typeSchema, type SearchAnswer } from './search-queries.ts'
import styles from './search-page.module.css'

const queryIn = (params: URLSearchParams) => (params.get('q') ?? '').trim()
const typeIn = (params: URLSearchParams): EntityType | undefined =>
  typeSchema.safeParse(params.get('type')).data

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url)
  const q = queryIn(searchParams)
  const type = typeIn(searchParams)
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    q !== '' && queryClient.ensureQueryData(searchQueries.overview(q)),
    q !== '' && type && queryClient.ensureInfiniteQueryData(searchQueries.ofType(q, type)),
  ])
  return null
}

/** Everything that was found, with an address that can be sent to others: each sees what they may see. */
export function Component() {
  useLocale()
  const [params] = useSearchParams()
  const q = queryIn(params)
  return (
    <div className={styles.page}>
      <PageHeader
        name={q === '' ? m.search_title() : m.search_pageTitle({ q })}
        lead={m.search_onlyYours()}
      />
      <SearchForm key={q} q={q} />
      {q !== '' && <Results q={q} type={typeIn(params)} />}
    </div>
  )
}

function Results({ q, type }: { q: string; type: EntityType | undefined }) {
  const { data: answer } = useSuspenseQuery(searchQueries.overview(q))
  const isEmpty = answer !== null && totalOf(answer) === 0
  useEffect(() => {
    if (isEmpty) tellMiss(q)
  }, [isEmpty, q])

  if (answer === null) return <p role="alert">{m.search_sensitive()}</p>
  if (isEmpty)
    return (
      <EmptyState
        title={m.search_noHits({ q })}
        action={
          <Link to={paths.colleagues()} className="lone-link">
            {m.search_askColleague()}
          </Link>
        }
      >
        {m.search_noHitsWhy()}
      </EmptyState>
    )
  const shown = answer.queryAlterationType === 'modification' ? (answer.didYouMean ?? q) : q
  return (
    <>
      <Meant q={q} answer={answer} />
      <TabRow label={m.search_kinds()}>
        <Link to={paths.search({ q })} replace aria-current={type === undefined ? 'page' : undefined}>
          {m.search_tabAll()}
        </Link>
        {answer.hitsContainers.map(({ entityType, total }) => (
          <Link
            key={entityType}
            to={paths.search({ q, type: entityType })}
            replace
            aria-current={type === entityType ? 'page' : undefined}
          >
            {tabNames[entityType]()} ({totalText(total)})
          </Link>
        ))}
      </TabRow>
      {type === undefined ? (
        <Overview answer={answer} q={q} />
      ) : (
        <PagesOfType q={q} type={type} shown={shown} />
      )}
    </>
  )
}

const tabNames: Record<EntityType, () => string> = {
  user: m.search_people,
  orgUnit: m.search_units,
  newsPost: m.search_newsPosts,
}

/** «Mente du …», or that what is shown is what was meant. */
function Meant({ q, answer: { didYouMean, queryAlterationType } }: { q: string; answer: SearchAnswer }) {
  if (didYouMean === null) return null
  if (queryAlterationType === 'modification') return <p>{m.search_insteadOf({ q, meant: didYouMean })}</p>
  return (
    <p>
      {m.search_didYouMean()} <Link to={paths.search({ q: didYouMean })}>{didYouMean}</Link>?
    </p>
  )
}
