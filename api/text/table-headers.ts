import type { RichTextDocument, RichTextNode } from '../rich-text/contract.ts'
import { plainText } from './plain-text.ts'

/**
 * How many header cells of a document say nothing. A reader who cannot see the table hears the header before each
 * cell, so an empty one leaves the cells unexplained. The corner between a header row and a header column has nothing
 * to explain and may be empty.
 */
export function emptyHeaderCells(doc: RichTextDocument): number {
  return tablesIn(doc.content ?? []).reduce((sum, table) => sum + emptyHeadersOf(table), 0)
}

/** True when nothing can be read in a cell: no text, no name, no picture with a text of its own. */
export function isEmptyCell(cell: RichTextNode): boolean {
  return plainText({ type: 'doc', content: cell.content }).trim() === ''
}

/** True when every cell of a row is a header, so that each explains the column below it. */
export function isHeaderRow(row: RichTextNode): boolean {
  return (row.content ?? []).every(isHeader)
}

function emptyHeadersOf(table: RichTextNode): number {
  const rows = table.content ?? []
  const empty = rows.flatMap((row) => row.content ?? []).filter((cell) => isHeader(cell) && isEmptyCell(cell))
  const [first, second] = rows
  const corner = first?.content?.[0]
  const isCorner = first !== undefined && isHeaderRow(first) && second?.content?.[0]?.type === 'tableHeader'
  return isCorner && corner !== undefined && empty.includes(corner) ? empty.length - 1 : empty.length
}

function isHeader(cell: RichTextNode): boolean {
  return cell.type === 'tableHeader'
}

/** All tables, also those inside quotes, lists and cells. */
function tablesIn(nodes: RichTextNode[]): RichTextNode[] {
  return nodes.flatMap((node) => [...(node.type === 'table' ? [node] : []), ...tablesIn(node.content ?? [])])
}
