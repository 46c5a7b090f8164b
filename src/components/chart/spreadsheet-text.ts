import type { ChartTable } from './chart-data.ts'

/**
 * A table as spreadsheets take it from the clipboard: tabs between cells, whatever the separator of the reader's country is.
 * A name that a spreadsheet would take for a formula gets the sign that makes it text.
 */
export const spreadsheetText = ({ columns, rows }: ChartTable): string =>
  [columns, ...rows.map(({ label, cells }) => [label, ...cells])]
    .map((line) => line.map(cellText).join('\t'))
    .join('\n')

function cellText(text: string): string {
  const flat = text.replaceAll(/\s/g, ' ')
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat
}
