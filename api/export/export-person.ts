import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { ExportSource } from './export-source.ts'
import { exportSources } from './export-sources.ts'

/** Rows read at a time, so that memory is bounded whatever there is. */
const pageSize = 2000

/** What the file says of itself. */
export interface ExportHead {
  personId: string
  exportedDateTime: string
}

const encoder = new TextEncoder()

/** Everything there is about a person, as one JSON document, read while it is sent. */
export function exportPerson(db: Kysely<Database>, head: ExportHead): ReadableStream<Uint8Array> {
  const pieces = piecesOf(db, head)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}

async function* piecesOf(db: Kysely<Database>, head: ExportHead): AsyncGenerator<string, void, undefined> {
  yield JSON.stringify(head, null, 2).slice(0, -2)
  for (const source of exportSources) {
    yield `,\n  ${JSON.stringify(source.name)}: [`
    let isFirst = true
    for await (const rows of pagesOf(db, source, head.personId)) {
      const text = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
      yield `${isFirst ? '' : ','}\n${text}`
      isFirst = false
    }
    yield isFirst ? ']' : '\n  ]'
  }
  yield '\n}\n'
}

async function* pagesOf(db: Kysely<Database>, source: ExportSource, personId: string) {
  let last = ''
  for (;;) {
    const { rows } = await sql<{ key: string; row: unknown }>`
      select key, row from (${source.rows(personId)}) listed
      where key collate "C" > ${last} order by key collate "C" limit ${pageSize}`.execute(db)
    if (rows.length > 0) yield rows.map(({ row }) => row)
    const next = rows.at(-1)?.key
    if (rows.length < pageSize || next === undefined) return
    last = next
  }
}
