import { useQuery } from '@tanstack/react-query'
import { ChevronRightIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { FetchFailed } from '../fetch-failed.tsx'
import { unitQueries } from '../queries.ts'
import styles from './units-page.module.css'

interface UnitDrillDownProps {
  top: readonly OrgUnit[]
  /** The units one has gone down through; empty at the top. */
  path: readonly OrgUnit[]
}

/** The organisation on a narrow screen: the units of one level, and the way back up. */
export function UnitDrillDown({ top, path }: UnitDrillDownProps) {
  // One municipality at the top is where everybody begins.
  const way = path.length > 0 ? path : top.length === 1 ? top : []
  const current = way.at(-1)
  const below = useQuery({ ...unitQueries.below(current?.id ?? ''), enabled: current !== undefined })
  const shown = current === undefined ? top : (below.data ?? [])
  return (
    <>
      {way.length > 1 && (
        <nav aria-label={m.units_above()}>
          <ol className={styles.path}>
            {way.slice(0, -1).map((unit) => (
              <li key={unit.id}>
                <Link to={paths.units({ unit: unit.id })} className="lone-link">
                  {unit.displayName}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {current !== undefined && (
        <div className={styles.current}>
          <h2>{current.displayName}</h2>
          <Link to={paths.unit(current.id)} className="lone-link">
            {m.units_toUnit()}
          </Link>
        </div>
      )}
      {below.isError && <FetchFailed text={m.units_failed()} onRetry={() => void below.refetch()} />}
      <Sheet isFlush>
        <ul className={styles.list}>
          {shown.map((unit) => (
            <li key={unit.id}>
              <Link
                to={unit.childCount > 0 ? paths.units({ unit: unit.id }) : paths.unit(unit.id)}
                className={styles.step}
              >
                <span>
                  {unit.displayName}
                  <span className={styles.hint}>
                    {[unit.leader?.displayName, m.units_members({ count: unit.memberCount })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                {unit.childCount > 0 && <ChevronRightIcon aria-hidden fontSize="1.5rem" />}
              </Link>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}
