import { Kysely, PostgresDialect } from 'kysely'
import pg, { type ClientConfig } from 'pg'
import type { Database } from '#api/database/schema.ts'
import { messageOf, StartError } from './start-error.ts'

/** Oldest PostgreSQL with what the schema uses (`uuidv7()`), as `server_version_num`. */
const oldestVersion = 180_000

// A day has no zone, so it stays text; our counts and sizes stay below 2^53.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (day) => day)
types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * Opens a pool of connections.
 * @param statementTimeout milliseconds after which the database gives up one statement; none while migrating.
 */
export function openDatabase(connection: ClientConfig, statementTimeout?: number): Kysely<Database> {
  const pool = new pg.Pool({
    ...connection,
    types,
    max: 20,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout && 3 * statementTimeout,
    keepAlive: true,
  })
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The pool listens to idle connections only; one lost inside a transaction fails its statement, not the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * Makes sure that the database of `DATABASE_URL` answers and is new enough.
 * @throws StartError that names the place, never the password.
 */
export async function checkDatabase(connection: ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const place = `${client.host}:${client.port}/${client.database}`
    throw new StartError(`The database of DATABASE_URL (${place}) cannot be reached: ${messageOf(error)}.`)
  }
  try {
    const { rows } = await client.query<{ version: string; number: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num') as number`,
    )
    if (Number(rows[0]?.number) < oldestVersion) {
      throw new StartError(
        `The database of DATABASE_URL is PostgreSQL ${rows[0]?.version}; Tunet needs 18 or newer.`,
      )
    }
  } finally {
    await client.end()
  }
}
