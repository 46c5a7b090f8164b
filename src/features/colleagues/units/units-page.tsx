import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { useHasRoomBeside } from '../../../lib/media.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageHeader } from '../../../ui/page-header.tsx'
import { unitQueries } from '../queries.ts'
import { UnitDrillDown } from './unit-drill-down.tsx'
import { UnitTree } from './unit-tree.tsx'
import styles from './units-page.module.css'

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const unit = new URL(request.url).searchParams.get('unit')
  await Promise.all([
    queryClient.ensureQueryData(unitQueries.below(null)),
    unit !== null && queryClient.ensureQueryData(unitQueries.path(unit)),
  ])
  return null
}

/** The organisation: a tree where there is room for one, else one level at a time. */
export function Component() {
  const hasRoom = useHasRoomBeside()
  const unit = useSearchParams()[0].get('unit')
  const { data: top } = useSuspenseQuery(unitQueries.below(null))
  const { data: path = [] } = useQuery({ ...unitQueries.path(unit ?? ''), enabled: unit !== null })
  return (
    <div className={styles.page}>
      <nav aria-label={m.colleagues_breadcrumbs()}>
        <Link to={paths.colleagues()} className="lone-link">
          {m.colleagues_title()}
        </Link>
      </nav>
      <PageHeader name={m.units_title()} lead={hasRoom ? m.units_lead() : undefined} />
      {hasRoom ? (
        <UnitTree key={unit} top={top} path={path} />
      ) : (
        <UnitDrillDown top={top} path={unit === null ? [] : path} />
      )}
    </div>
  )
}
