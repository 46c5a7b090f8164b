import { elementsBelow, isElement, textOf, type HtmlElement } from './html-tree.ts'
import { isHidden, styleOf } from './html-style.ts'

const maxRows = 200
const maxColumns = 20
/** A cell with more text than this, in a table without visible lines, is a piece of layout. */
const maxDataCellText = 150

const sections = new Set(['thead', 'tbody', 'tfoot'])
const cellNames = new Set(['td', 'th'])
const tables = new Set(['table'])
const headings = new Set(['th', 'thead'])
const blocksOfLayout = new Set(['img', 'h1', 'h2', 'h3', 'hr', 'table'])

/** The cells of each row, nested tables left aside. */
export function tableRows(table: HtmlElement): HtmlElement[][] {
  const direct = table.children.filter(isElement)
  const rows = direct.flatMap((child) =>
    sections.has(child.name) ? child.children.filter(isElement) : [child],
  )
  return rows
    .filter((row) => row.name === 'tr' && !isHidden(row))
    .map((row) =>
      row.children.filter(isElement).filter((cell) => cellNames.has(cell.name) && !isHidden(cell)),
    )
    .filter((cells) => cells.length > 0)
}

/**
 * Whether a table holds data to be read across, rather than being how the sender placed things on the page.
 */
export function isDataTable(table: HtmlElement, rows: HtmlElement[][]): boolean {
  const columns = rows.reduce((widest, cells) => Math.max(widest, columnCount(cells)), 0)
  const isReadable = rows.length >= 2 && rows.length <= maxRows && columns >= 2 && columns <= maxColumns
  if (!isReadable || /^(presentation|none)$/i.test(table.attributes.role ?? '')) return false
  if (elementsBelow(table, tables).length > 0) return false
  if (elementsBelow(table, headings).length > 0 || hasLines(table, rows)) return true
  const isEven = rows.every((cells) => columnCount(cells) === columns)
  return isEven && rows.flat().every(isShortData)
}

function hasLines(table: HtmlElement, rows: HtmlElement[][]): boolean {
  return (
    Number.parseInt(table.attributes.border ?? '0') > 0 ||
    /\bMso(TableGrid|Table\w*Grid)/.test(table.attributes.class ?? '') ||
    rows.flat().filter((cell) => /;border:(solid|[\d.]+p[xt] solid)/.test(styleOf(cell))).length >= 2
  )
}

function isShortData(cell: HtmlElement): boolean {
  const text = textOf(cell).trim()
  return text !== '' && text.length <= maxDataCellText && elementsBelow(cell, blocksOfLayout).length === 0
}

function columnCount(cells: HtmlElement[]): number {
  return cells.reduce((sum, cell) => sum + span(cell, 'colspan'), 0)
}

/** A cell's colspan or rowspan, within what the schema allows. */
export function span(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attributes[name] ?? '1')
  return value >= 1 && value <= 20 ? value : 1
}
