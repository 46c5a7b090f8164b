import type { ChartTable } from './chart-data.ts'
import styles from './chart-with-table.module.css'

interface ChartTableViewProps {
  table: ChartTable
  /** Whether the eye sees it too; a screen reader always finds it. */
  isSeen: boolean
  /** Names the area that scrolls. */
  label: string
}

/** The table of a chart, which scrolls by itself where it is too wide. */
export function ChartTableView({ table, isSeen, label }: ChartTableViewProps) {
  const content = (
    <table className={styles.table}>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ label: name, cells }, row) => (
          // Two units may have the same name.
          <tr key={row}>
            <th scope="row">{name}</th>
            {cells.map((text, column) => (
              <td key={column} data-number={/^\d/.test(text) || undefined}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!isSeen) return <div className="ds-sr-only">{content}</div>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take focus
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      {content}
    </section>
  )
}
