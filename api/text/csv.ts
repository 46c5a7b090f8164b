/**
 * A table as a CSV file that Norwegian Excel opens with a click: semicolons between columns, a byte order mark, CRLF.
 * What a program would take for a formula is text: an apostrophe stands before it.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`

function cell(text: string): string {
  // A telephone number in international form is no formula, and stays as it is.
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^\+[\d ]+$/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
