import { readFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { inject } from 'vitest'
import type { Database } from '#api/database/schema.ts'
import type { Deps } from '#api/deps.ts'
import { openLiteDatabase } from '#mocks/database.ts'
import { type Copy, dropCopy, keepSeededCopy, revertToSeed } from '#mocks/seeded-copy.ts'
import { openPostgres, runStatement } from './postgres.ts'

/** The two databases everything must work on: PostgreSQL in WebAssembly, and the real one. */
export const databaseKinds = ['PGlite', 'PostgreSQL'] as const

/** One of the two. */
export type DatabaseKind = (typeof databaseKinds)[number]

/** A seeded database that belongs to this worker alone. */
export interface TestDatabase {
  db: Kysely<Database>
  listen: Deps['listen']
}

// Workers go on to the next file with new modules, but the same global object.
const opened = ((
  globalThis as { testDatabases?: Map<DatabaseKind, Promise<TestDatabase & { start?: Copy }>> }
).testDatabases ??= new Map())

/**
 * The worker's database of that kind. It is opened once and kept for all test files; `revertDatabases` brings it back
 * to the seed between tests, which takes milliseconds because only rows written since are touched.
 */
export function testDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const known = opened.get(kind)
  if (known) return known
  const opening = kind === 'PGlite' ? openLite() : openClone()
  opened.set(kind, opening)
  return opening
}

/** Undoes what the last test wrote, in every database opened so far. */
export async function revertDatabases(): Promise<void> {
  for (const opening of opened.values()) {
    const { db, start } = await opening
    await revertToSeed(db, start)
  }
}

/**
 * Makes what is there now what each test starts from: things many tests share are then made once. Resolves to a function
 * that goes back to the seed, to be called when these tests are done.
 */
export async function startFromHere(kind: DatabaseKind): Promise<() => Promise<void>> {
  await testDatabase(kind)
  const database = await opened.get(kind)
  if (!database) throw new Error(`The database ${kind} is not open.`)
  await keepSeededCopy(database.db, 'shared')
  database.start = 'shared'
  return async () => {
    database.start = undefined
    await dropCopy(database.db, 'shared')
  }
}

async function openLite(): Promise<TestDatabase> {
  return openLiteDatabase(new Blob([await readFile(inject('seeded').lite)]))
}

async function openClone(): Promise<TestDatabase> {
  const { maintenance, template } = inject('seeded').postgres
  const name = `worker_${process.pid}`
  await runStatement(maintenance, `create database ${name} template ${template}`)
  return openPostgres(Object.assign(new URL(maintenance), { pathname: `/${name}` }).href)
}
