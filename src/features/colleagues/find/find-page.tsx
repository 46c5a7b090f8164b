import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link, Navigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { useIsWide } from '../../../lib/media.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageHeader } from '../../../ui/page-header.tsx'
import { colleagueQueries, type Colleague } from '../queries.ts'
import { ProfilePanel } from '../profile/profile-panel.tsx'
import { AnswerYard } from './answer-yard.tsx'
import { AtHand } from './at-hand.tsx'
import { FindField } from './find-field.tsx'
import type { HitListHandle } from './hit-list.tsx'
import { Hits, useFound } from './hits.tsx'
import { useFindText } from './use-find-text.ts'
import styles from './find-page.module.css'

/** Fewest letters to search for: with fewer, most employees would fit. */
const minLength = 2

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const search = new URL(request.url).searchParams.get('q')?.trim() ?? ''
  await queryClient.ensureQueryData(viewerQuery)
  // What cannot be fetched is told in its place, beside the field.
  if (search.length >= minLength) await queryClient.prefetchInfiniteQuery(colleagueQueries.search(search))
  return null
}

/** «Finn kollega»: one field, whom it finds, and beside them, where there is room, the one who is chosen. */
export function Component() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const isWide = useIsWide()
  const person = useSearchParams()[0].get('person') ?? undefined
  const { text, type, search } = useFindText()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HitListHandle>(null)
  const isSearching = search.length >= minLength && text.trim() !== ''
  const found = useFound(search, isSearching)
  // The best hit is shown at once; one need not choose it.
  const shownId = person ?? (isSearching && found.isCurrent ? found.people[0]?.id : undefined)

  const q = isSearching ? search : undefined
  const addressOf = ({ id }: Colleague) =>
    isWide ? paths.colleagues({ q, person: id }) : paths.colleague(id, { q })

  // An address from a wide screen, opened where there is room for one thing.
  if (!isWide && person !== undefined) return <Navigate to={paths.colleague(person, { q })} replace />
  return (
    <div className={styles.page}>
      <PageHeader
        name={m.colleagues_title()}
        actions={
          <Link to={paths.units()} className="lone-link">
            {m.colleagues_toUnits()}
          </Link>
        }
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <FindField ref={field} text={text} onChange={type} onLeave={() => list.current?.enter()} />
          {isSearching ? (
            <>
              <AnswerYard
                search={search}
                people={found.people}
                count={found.count}
                isCurrent={found.isCurrent}
              />
              <Hits
                ref={list}
                found={found}
                chosenId={isWide ? shownId : undefined}
                addressOf={addressOf}
                onLeave={() => field.current?.focus()}
              />
            </>
          ) : (
            <AtHand viewer={viewer} chosenId={isWide ? shownId : undefined} addressOf={addressOf} />
          )}
        </div>
        {isWide && shownId !== undefined && <ProfilePanel id={shownId} isOwn={shownId === viewer.id} />}
      </div>
    </div>
  )
}
