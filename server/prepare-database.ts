import { sql, type Kysely } from 'kysely'
import type { ClientConfig } from 'pg'
import { migrateToLatest } from '#api/database/migrate.ts'
import type { Database } from '#api/database/schema.ts'
import type { Seed } from './config.ts'
import { openDatabase } from './database.ts'
import { messageOf, StartError } from './start-error.ts'

/** Employees of Elvestrand kommune as it is shown. */
const demoEmployees = 1300
/** Posts of a benchmark, the hand-written ones included. */
const scalePosts = 10_000

/**
 * Migrates the database and fills it when it is empty. Over connections of its own: both may take longer than a
 * request is allowed to.
 */
export async function prepareDatabase(
  connection: ClientConfig,
  seed: Seed,
  onProgress: (text: string) => void,
) {
  const db = openDatabase(connection)
  try {
    const migrated = await migrateToLatest(db)
    if (migrated.length > 0) onProgress(`Brought the database to its newest form (${migrated.at(-1)})`)
    if (seed.kind !== 'none') await alone(db, async () => (await isEmpty(db)) && fill(db, seed, onProgress))
  } finally {
    await db.destroy()
  }
}

/** Of several processes that start at once, one fills the database while the others wait and find it filled. */
async function alone(db: Kysely<Database>, act: () => Promise<unknown>) {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext('tunet seed'))`.execute(connection)
    try {
      await act()
    } finally {
      await sql`select pg_advisory_unlock(hashtext('tunet seed'))`.execute(connection)
    }
  })
}

async function isEmpty(db: Kysely<Database>) {
  return (await db.selectFrom('organization').select('id').limit(1).execute()).length === 0
}

async function fill(
  db: Kysely<Database>,
  seed: Exclude<Seed, { kind: 'none' }>,
  onProgress: (text: string) => void,
) {
  // Only here, so that production never loads demo content.
  const { seedDatabase } = await import('#mocks/seed/seed.ts')
  const isScale = seed.kind === 'scale'
  onProgress('Filling the database with Elvestrand kommune')
  try {
    await seedDatabase(db, {
      employees: isScale ? seed.employees : demoEmployees,
      newsPosts: isScale ? scalePosts : undefined,
      now: new Date(),
      onProgress: (text) => onProgress(`  ${text}`),
    })
    // The first plans are good plans.
    await sql`vacuum analyze`.execute(db)
  } catch (error) {
    if (error instanceof RangeError) throw new StartError(`SEED is not possible: ${messageOf(error)}`)
    throw error
  }
}
