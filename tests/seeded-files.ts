import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { migrateToLatest } from '#api/database/migrate.ts'
import { openLiteDatabase } from '#mocks/database.ts'
import { seedDatabase } from '#mocks/seed/seed.ts'
import { keepSeededCopy } from '#mocks/seeded-copy.ts'
import { testNow } from './clock.ts'
import { startCluster } from './postgres-cluster.ts'
import { openPostgres, runStatement } from './postgres.ts'

const cache = 'node_modules/.cache/tunet-tests'

/** The name of the seeded database inside the cluster. */
export const templateDatabase = 'tunet_seeded'

/** Where the seeded databases lie: a PGlite dump and the files of a PostgreSQL cluster. */
export interface SeededFiles {
  lite: string
  postgres: string
}

/**
 * Makes both databases, migrated and seeded, or finds those an earlier run made from the same migrations and seed.
 * They are built apart and renamed into place, so that runs at the same time do not meet half a database.
 */
export async function seededFiles(): Promise<SeededFiles> {
  const folder = join(cache, sourceHash())
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true })
    await removeOld()
    const draft = await mkdtemp(join(cache, 'making-'))
    await Promise.all([makeLite(join(draft, 'lite.tar')), makePostgres(join(draft, 'postgres'))])
    await rename(draft, folder).catch(async (error: unknown) => {
      await rm(draft, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    })
  }
  return { lite: join(folder, 'lite.tar'), postgres: join(folder, 'postgres') }
}

function sourceHash(): string {
  const hash = createHash('sha256')
  const sources = [
    'api/{audit,database,files,rich-text,text}/**/*.ts',
    'mocks/seed/**/*.{ts,json}',
    'mocks/{database,seeded-copy}.ts',
  ]
  for (const path of globSync([
    ...sources,
    'tests/{clock,postgres,postgres-cluster,seeded-files}.ts',
  ]).sort()) {
    if (!path.endsWith('.test.ts')) hash.update(path).update(readFileSync(path))
  }
  return hash.digest('hex').slice(0, 16)
}

async function seed(db: Kysely<Database>) {
  await migrateToLatest(db)
  await seedDatabase(db, { employees: 1300, now: testNow })
  await keepSeededCopy(db)
}

async function makeLite(path: string) {
  const { db, pglite } = await openLiteDatabase()
  await seed(db)
  await writeFile(path, (await pglite.dumpDataDir('none')).stream())
  await db.destroy()
}

async function makePostgres(folder: string) {
  const cluster = await startCluster()
  await runStatement(cluster.url('postgres'), `create database ${templateDatabase}`)
  const { db, close } = openPostgres(cluster.url(templateDatabase))
  await seed(db)
  await close()
  await cluster.stopInto(folder)
}

async function removeOld() {
  const day = 24 * 60 * 60 * 1000
  for (const name of await readdir(cache)) {
    const path = join(cache, name)
    if (Date.now() - (await stat(path)).mtimeMs > day) await rm(path, { recursive: true, force: true })
  }
}
