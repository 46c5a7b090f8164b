/** Prints rows as a table in Markdown. The first column is text, the others are numbers or words to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? shortNumber(cell) : cell)))
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  console.log(line(headings))
  console.log(
    `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${column === 0 ? '-' : ':'}`).join('|')}|`,
  )
  for (const row of cells) console.log(line(row))
}

/** Three figures are enough. */
const shortNumber = (value: number) => (value >= 100 ? String(Math.round(value)) : value.toPrecision(3))
