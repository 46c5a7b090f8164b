import { useSuspenseQuery } from '@tanstack/react-query'
import type { SearchMiss } from '#api/search/contract.ts'
import { BarChart } from '../../components/chart/bar-chart.tsx'
import { barTable } from '../../components/chart/chart-data.ts'
import { ChartWithTable } from '../../components/chart/chart-with-table.tsx'
import { formatDay, formatNumber } from '../../lib/dates.ts'
import type { PageHandle } from '../../lib/page-handle.ts'
import { paths } from '../../lib/paths.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { searchQueries } from './search-queries.ts'
import styles from './search-page.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async () => {
  await queryClient.ensureQueryData(searchQueries.misses())
  return null
}

/** What people searched for and did not find, for those who can write it (features.md W35). */
export function Component() {
  const { data: misses } = useSuspenseQuery(searchQueries.misses())
  return (
    <div className={styles.page}>
      <PageHeader name={m.search_missesTitle()} lead={m.search_missesLead()} />
      <Sheet>
        <Misses misses={misses} />
      </Sheet>
      <p className={styles.detail}>{m.search_missesHow()}</p>
    </div>
  )
}

function Misses({ misses }: { misses: readonly SearchMiss[] }) {
  const bars = misses.map(({ query, count, lastDate }) => ({
    label: query,
    note: m.search_missesLast({ day: formatDay(lastDate) }),
    value: count,
  }))
  const sum = misses.reduce((total, { count }) => total + count, 0)
  return (
    <ChartWithTable
      id="search.misses"
      title={m.search_missesChart()}
      summary={m.search_missesSummary({ queries: formatNumber(misses.length), count: formatNumber(sum) })}
      table={barTable(bars, {
        caption: m.search_missesChart(),
        labelColumn: m.search_missesQuery(),
        valueColumn: m.search_missesCount(),
        noteColumn: m.search_missesLastColumn(),
        unit: 'count',
      })}
      empty={<p>{m.search_missesEmpty()}</p>}
    >
      <BarChart bars={bars} unit="count" />
    </ChartWithTable>
  )
}
