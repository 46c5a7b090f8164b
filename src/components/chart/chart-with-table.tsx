import './toggle-group.css'
import { type ReactNode, useId, useState } from 'react'
import { ToggleGroup } from '@digdir/designsystemet-react'
import { readSaved, writeSaved } from '#src/lib/saved.ts'
import { m } from '../../messages/messages.js'
import type { ChartTable } from './chart-data.ts'
import { ChartTableView } from './chart-table-view.tsx'
import { CopyNumbers } from './copy-numbers.tsx'
import styles from './chart-with-table.module.css'

interface ChartWithTableProps {
  /** Names the chart in this browser, where the choice of diagram or table is kept. */
  id: string
  title: string
  headingLevel?: 2 | 3 | 4
  /** What the chart shows, in a sentence or two: «118 av 141 har lest. Flest på dagen nyheten kom.» */
  summary: string
  /** The same data as the chart; `barTable`, `stackedBarTable` and `lineTable` make it. */
  table: ChartTable
  /** Instead of chart and table when there are no rows: what is missing, and when it comes. */
  empty: ReactNode
  /** The chart. Hidden from screen readers, which read the table. */
  children: ReactNode
}

/**
 * A chart and the table it is drawn from. The table is always there for a screen reader; the eye chooses, and the choice is
 * remembered. What is chosen is what is printed.
 */
export function ChartWithTable({
  id,
  title,
  headingLevel = 2,
  summary,
  table,
  empty,
  children,
}: ChartWithTableProps) {
  const headingId = useId()
  const key = `tunet.chart.${id}`
  const [view, setView] = useState(() => (readSaved(key) === 'table' ? 'table' : 'chart'))
  const Heading = `h${headingLevel}` as const
  const isTable = view === 'table'

  const choose = (chosen: string) => {
    setView(chosen)
    writeSaved(key, chosen === 'table' ? chosen : undefined)
  }

  if (table.rows.length === 0) {
    return (
      <section className={styles.chart} aria-labelledby={headingId}>
        <Heading id={headingId}>{title}</Heading>
        <div className={styles.summary}>{empty}</div>
      </section>
    )
  }
  return (
    <section className={styles.chart} aria-labelledby={headingId}>
      <div className={styles.head}>
        <Heading id={headingId}>{title}</Heading>
        <ToggleGroup
          className={styles.toggle}
          variant="secondary"
          aria-label={`${m.chart_view()}: ${title}`}
          value={view}
          onChange={choose}
        >
          <ToggleGroup.Item value="chart">{m.chart_viewChart()}</ToggleGroup.Item>
          <ToggleGroup.Item value="table">{m.chart_viewTable()}</ToggleGroup.Item>
        </ToggleGroup>
      </div>
      <p className={styles.summary}>{summary}</p>
      {!isTable && <div aria-hidden="true">{children}</div>}
      <ChartTableView table={table} isSeen={isTable} label={m.chart_tableLabel({ title })} />
      {isTable && <CopyNumbers table={table} />}
    </section>
  )
}
