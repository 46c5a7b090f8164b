import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import type { OrgUnit } from '#api/org-units/contract.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { FetchFailed } from '../fetch-failed.tsx'
import { HitList } from '../find/hit-list.tsx'
import { unitQueries } from '../queries.ts'
import { ExportButton } from './export-button.tsx'
import { Leaders } from './leaders.tsx'
import styles from './unit-page.module.css'

export const handle: PageHandle = { backTo: paths.colleagues() }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  const id = params.id ?? ''
  await queryClient.ensureQueryData(unitQueries.detail(id))
  await Promise.all([
    queryClient.prefetchQuery(unitQueries.path(id)),
    queryClient.prefetchInfiniteQuery(unitQueries.people(id)),
  ])
  return null
}

/** One unit: who leads it, who works there, and what is below it. */
export function Component() {
  const { id = '' } = useParams()
  const { data: unit } = useSuspenseQuery(unitQueries.detail(id))
  return (
    <div className={styles.page}>
      <UnitPath id={id} />
      <PageHeader
        name={unit.displayName}
        above={kindNames[unit.kind]()}
        lead={unit.location ?? undefined}
        actions={
          <>
            <Link to={paths.units({ unit: id })} className="lone-link">
              {m.units_inChart()}
            </Link>
            <Link to={paths.printUnit(id)} className="lone-link">
              {m.units_print()}
            </Link>
            {unit.permissions.canReadWeek && (
              <Link to={paths.unitWeek(id)} className="lone-link">
                {m.week_link()}
              </Link>
            )}
            {unit.permissions.canExportMembers && <ExportButton unit={unit} />}
          </>
        }
      />
      <Leaders key={id} unit={unit} />
      <UnitsBelow unit={unit} />
      <People id={id} />
    </div>
  )
}

/** The units above, the highest first. */
function UnitPath({ id }: { id: string }) {
  const { data: path = [] } = useQuery(unitQueries.path(id))
  return (
    <nav aria-label={m.colleagues_breadcrumbs()}>
      <ol className={styles.path}>
        <li>
          <Link to={paths.colleagues()} className="lone-link">
            {m.colleagues_title()}
          </Link>
        </li>
        {path.slice(0, -1).map((unit) => (
          <li key={unit.id}>
            <Link to={paths.unit(unit.id)} className="lone-link">
              {unit.displayName}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function UnitsBelow({ unit }: { unit: OrgUnit }) {
  const headingId = useId()
  const below = useQuery({ ...unitQueries.below(unit.id), enabled: unit.childCount > 0 })
  if (unit.childCount === 0) return null
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h2 id={headingId}>{m.units_below({ count: unit.childCount })}</h2>
      {below.isError && <FetchFailed text={m.units_failed()} onRetry={() => void below.refetch()} />}
      <ul className={styles.below}>
        {below.data?.map(({ id, displayName, memberCount }) => (
          <li key={id}>
            <Link to={paths.unit(id)} className="lone-link">
              {displayName}
            </Link>
            <span className={styles.meta}>{m.units_members({ count: memberCount })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Those with a position here; those of the units below have pages of their own. */
function People({ id }: { id: string }) {
  const headingId = useId()
  const query = useInfiniteQuery(unitQueries.people(id))
  const people = query.data?.pages.flatMap((page) => page.value) ?? []
  const count = query.data?.pages[0]?.['@odata.count'] ?? 0
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h2 id={headingId}>{m.units_people({ count })}</h2>
      {people.length > 0 && (
        <Sheet isFlush>
          <HitList
            label={m.units_people({ count })}
            people={people}
            total={count}
            search=""
            addressOf={(person) => paths.colleague(person.id)}
            onMore={
              query.hasNextPage && !query.isFetchingNextPage && !query.isError
                ? () => void query.fetchNextPage()
                : undefined
            }
          />
        </Sheet>
      )}
      {query.isError && (
        <FetchFailed
          text={m.colleagues_moreFailed()}
          onRetry={() => void (people.length > 0 ? query.fetchNextPage() : query.refetch())}
        />
      )}
    </section>
  )
}

const kindNames: Record<OrgUnit['kind'], () => string> = {
  municipality: m.units_kindMunicipality,
  sector: m.units_kindSector,
  staff: m.units_kindStaff,
  area: m.units_kindArea,
  unit: m.units_kindUnit,
  department: m.units_kindDepartment,
  section: m.units_kindSection,
}
