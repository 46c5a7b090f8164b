/** Rows in one insert: far below PostgreSQL's 65 535 parameters for tables of our width. */
const batchSize = 1000

/** Splits rows into batches that one insert can take. */
export function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize)
}
