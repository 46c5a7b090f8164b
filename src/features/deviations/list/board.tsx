import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Yard } from '../../../ui/yard.tsx'
import { deviationQueries } from '../deviation-queries.ts'
import { dueWords } from '../due-words.ts'
import { isNarrowed, lanes, listQuery, type DeviationFilterValues, type Lane } from './deviation-filters.ts'
import { DeviationList } from './deviation-list.tsx'
import styles from '../deviations.module.css'

const laneLabels: Record<Lane['name'], () => string> = {
  new: m.deviationList_laneNew,
  treatment: m.deviationList_laneTreatment,
  actions: m.deviationList_laneActions,
  effect: m.deviationList_laneEffect,
}

/** The open cases I answer for, by where they are. Moving one is done inside it, where the guards say what is missing. */
export function Board({ value }: { value: DeviationFilterValues }) {
  return (
    <div className={styles.board}>
      {lanes.map((lane) => (
        <BoardLane key={lane.name} lane={lane} value={value} />
      ))}
    </div>
  )
}

function BoardLane({ lane, value }: { lane: Lane; value: DeviationFilterValues }) {
  const query = listQuery('responsible', value, lane.states)
  const { data } = useSuspenseInfiniteQuery(deviationQueries.list(query))
  const id = `lane-${lane.name}`
  return (
    <section aria-labelledby={id} className={styles.lane}>
      <h2 id={id}>
        {laneLabels[lane.name]()} <span className={styles.count}>{data.pages[0]?.['@odata.count']}</span>
      </h2>
      <DeviationList
        query={query}
        level={3}
        empty={<p className={styles.none}>{m.deviationList_none()}</p>}
      />
    </section>
  )
}

/** What must be received, with the way to the first; or that there is nothing open at all. */
export function ReceiveYard({ value }: { value: DeviationFilterValues }) {
  const { data: news } = useSuspenseInfiniteQuery(
    deviationQueries.list(listQuery('responsible', value, ['registered', 'forwarded'])),
  )
  const first = news.pages[0]?.value[0]
  if (first === undefined) return null
  const count = news.pages[0]?.['@odata.count'] ?? 1
  return (
    <Yard title={m.deviationList_receive({ count })}>
      <div className={styles.yardRow}>
        {first.dueDateTime !== null && (
          <p>
            {first.isOverdue
              ? m.deviationList_firstIsLate()
              : m.deviationList_firstBy({ when: dueWords(first.dueDateTime) })}
          </p>
        )}
        <Link to={paths.deviation(first.id)} className="ds-button" data-color="accent" data-variant="primary">
          {m.deviationList_receiveFirst()}
        </Link>
      </div>
    </Yard>
  )
}

/** Instead of a board where nothing is open. No reports are no proof that nothing happens (features.md Q37). */
export function EmptyBoard({ value }: { value: DeviationFilterValues }) {
  return isNarrowed(value) ? (
    <EmptyState title={m.deviationList_noHits()}>{m.deviationList_noHitsText()}</EmptyState>
  ) : (
    <EmptyState title={m.deviationList_noneOpen()}>{m.deviationList_noneOpenText()}</EmptyState>
  )
}
