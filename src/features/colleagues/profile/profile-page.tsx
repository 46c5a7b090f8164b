import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageTitle } from '../../../ui/page-title.tsx'
import { colleagueQueries } from '../queries.ts'
import { ProfileCard } from './profile-card.tsx'
import { Reports } from './reports.tsx'
import styles from './profile.module.css'

/** The search one came from. */
const backTo = (query: URLSearchParams) => paths.colleagues({ q: query.get('q') ?? undefined })

export const handle: PageHandle = { ground: 'sheet', backTo }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  await queryClient.ensureQueryData(colleagueQueries.detail(params.id ?? ''))
  return null
}

/** One person, on a page of their own. */
export function Component() {
  const { id = '' } = useParams()
  const [query] = useSearchParams()
  const { data: person } = useSuspenseQuery(colleagueQueries.detail(id))
  return (
    <div className={styles.page}>
      <nav aria-label={m.colleagues_breadcrumbs()} className={styles.breadcrumbs}>
        <Link to={backTo(query)} className="lone-link">
          {m.colleagues_title()}
        </Link>
      </nav>
      <ProfileCard person={person} heading={<PageTitle name={person.displayName} />} />
      {person.orgUnitId !== null && person.department !== null && (
        <Link to={paths.units({ unit: person.orgUnitId })} className="lone-link">
          {m.profile_inChart({ unit: person.department })}
        </Link>
      )}
      <Reports id={person.id} />
    </div>
  )
}
