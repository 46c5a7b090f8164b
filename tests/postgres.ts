import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '#api/database/schema.ts'
import type { Deps } from '#api/deps.ts'

/** A real PostgreSQL with the query builder over it. */
export interface PostgresDatabase {
  db: Kysely<Database>
  listen: Deps['listen']
  /** Runs one statement outside the query builder. */
  query: (statement: string) => Promise<void>
  close: () => Promise<void>
}

/** Connects to the database of `url` with the same value types as PGlite: days as text, int8 as number. */
export function openPostgres(url: string): PostgresDatabase {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.DATE, (day) => day)
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 8, types })
  // The cluster is stopped under idle connections at the end of a run.
  pool.on('error', () => undefined)
  return {
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    listen: async (channel, onPayload) => {
      const client = new pg.Client({ connectionString: url })
      client.on('error', () => undefined)
      await client.connect()
      client.on('notification', ({ payload }) => onPayload(payload ?? ''))
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
      return () => client.end()
    },
    query: async (statement) => {
      await pool.query(statement)
    },
    close: () => pool.end(),
  }
}
