import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageTitle } from '../../../ui/page-title.tsx'
import { colleagueQueries } from '../queries.ts'
import { ProfileCard } from './profile-card.tsx'
import { Reports } from './reports.tsx'
import styles from './profile.module.css'

/** Comes with the page, and only to those who may change something. */
const EditableParts = lazy(async () => ({ default: (await import('./editable-parts.tsx')).EditableParts }))
const PhotoPart = lazy(async () => ({ default: (await import('./photo-part.tsx')).PhotoPart }))

/** The search one came from. */
const backTo = (query: URLSearchParams) => paths.colleagues({ q: query.get('q') ?? undefined })

export const handle: PageHandle = { ground: 'sheet', backTo }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    queryClient.ensureQueryData(colleagueQueries.detail(params.id ?? '')),
  ])
  return null
}

/** One person, on a page of their own; one's own is changed here. */
export function Component() {
  const { id = '' } = useParams()
  const [query] = useSearchParams()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: person } = useSuspenseQuery(colleagueQueries.detail(id))
  const { canEdit, canEditResponsibilities, canEditPhoto } = person.permissions
  return (
    <div className={styles.page}>
      <nav aria-label={m.colleagues_breadcrumbs()} className={styles.breadcrumbs}>
        <Link to={backTo(query)} className="lone-link">
          {m.colleagues_title()}
        </Link>
      </nav>
      <ProfileCard
        key={person.id}
        person={person}
        heading={<PageTitle name={person.displayName} />}
        isOwn={person.id === viewer.id}
        isEditable
        photoTools={
          canEditPhoto && (
            <Suspense>
              <PhotoPart person={person} />
            </Suspense>
          )
        }
      />
      {(canEdit || canEditResponsibilities) && (
        <Suspense>
          <EditableParts key={person.id} person={person} />
        </Suspense>
      )}
      <Reports id={person.id} />
      {person.orgUnitId !== null && person.department !== null && (
        <Link to={paths.units({ unit: person.orgUnitId })} className="lone-link">
          {m.profile_inChart({ unit: person.department })}
        </Link>
      )}
    </div>
  )
}
