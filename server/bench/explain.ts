import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg, { type ClientConfig } from 'pg'
import { createApi } from '#api/app.ts'
import type { Database } from '#api/database/schema.ts'
import { parseMessage } from '#api/news-posts/import-message.ts'
import type { Scenario } from './scenarios.ts'

/** A database that remembers what it was asked. */
export interface RecordingDatabase {
  db: Kysely<Database>
  queries: CompiledQuery[]
}

/** Opens a database that keeps every query, with its parameters. */
export function openRecordingDatabase(connection: ClientConfig): RecordingDatabase {
  const queries: CompiledQuery[] = []
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new pg.Pool(connection) }),
    log: (event) => {
      if (event.level === 'query') queries.push(event.query)
    },
  })
  return { db, queries }
}

/** Prints how PostgreSQL answers each query behind a kind of request, asked by its first person. */
export async function explain(scenario: Scenario, { db, queries }: RecordingDatabase) {
  const [person] = scenario.people
  if (!person || scenario.isWrite) return
  const api = createApi({
    db,
    verifyToken: async () => ({
      oid: person.id,
      preferredUsername: '',
      name: '',
      roles: person.appRoles,
      issuedAt: Math.floor(Date.now() / 1000),
    }),
    now: () => new Date(),
    listen: async () => async () => {},
    log: () => {},
    readMessage: parseMessage,
    settings: {
      publicUrl: 'http://localhost',
      provisionUsers: false,
      rateLimit: { burst: 1000, perSecond: 1000 },
    },
  })
  const { path, method = 'GET', body } = await scenario.call(person, 0)
  queries.length = 0
  await api.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: { authorization: 'Bearer bench', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  console.log(`\n## ${scenario.name}`)
  for (const query of queries.filter(({ sql }) => /^\s*(select|with)/i.test(sql)).slice()) {
    const plan = await db.executeQuery<Record<'QUERY PLAN', string>>(
      CompiledQuery.raw(`explain (analyze, buffers) ${query.sql}`, [...query.parameters]),
    )
    console.log(`\n${query.sql.replace(/\s+/g, ' ').trim()}\n`)
    for (const row of plan.rows) console.log(`    ${row['QUERY PLAN']}`)
  }
}
