import type { ReactNode } from 'react'
import type { RichTextNode } from '#api/rich-text/contract.ts'
import { isEmptyCell, isHeaderRow } from '#api/text/table-headers.ts'
import { m } from '../../messages/messages.js'
import { integer } from './node-attributes.ts'
import styles from './document.module.css'

interface ViewerTableProps {
  table: RichTextNode
  renderContent: (nodes?: RichTextNode[]) => ReactNode
}

/** A table for the reader. A wide one scrolls by itself; focusable, so that the keyboard can scroll it too. */
export function ViewerTable({ table, renderContent }: ViewerTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take focus
    <section className={styles.table} aria-label={m.parts_tableLabel()} tabIndex={0}>
      <table>
        <tbody>
          {table.content?.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.content?.map((cell, cellIndex) => (
                <Cell key={cellIndex} cell={cell} scope={isHeaderRow(row) ? 'col' : 'row'}>
                  {renderContent(cell.content)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps {
  cell: RichTextNode
  /** What it explains when it is a header. */
  scope: 'row' | 'col'
  children: ReactNode
}

function Cell({ cell, scope, children }: CellProps) {
  const spans = { colSpan: integer(cell.attrs?.colspan), rowSpan: integer(cell.attrs?.rowspan) }
  if (cell.type !== 'tableHeader') return <td {...spans}>{children}</td>
  // A header that says nothing, such as the corner, explains nothing either.
  if (isEmptyCell(cell)) return <td {...spans} data-header="" />
  return (
    <th {...spans} scope={scope}>
      {children}
    </th>
  )
}
