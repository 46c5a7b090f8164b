import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from '#api/database/schema.ts'
import type { Deps } from '#api/deps.ts'
import { openDatabase } from '#server/database.ts'

/** A real PostgreSQL, opened the way the server opens it. */
export interface PostgresDatabase {
  db: Kysely<Database>
  listen: Deps['listen']
  close: () => Promise<void>
}

/** Connects to the database of `url`. */
export function openPostgres(url: string): PostgresDatabase {
  const db = openDatabase({ connectionString: url })
  return {
    db,
    listen: async (channel, onPayload) => {
      const client = new pg.Client({ connectionString: url })
      client.on('error', () => undefined)
      await client.connect()
      client.on('notification', ({ payload }) => onPayload(payload ?? ''))
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
      return () => client.end()
    },
    close: () => db.destroy(),
  }
}

/** Runs one statement, such as `create database`. */
export async function runStatement(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
