import { migrateToLatest } from '#api/database/migrate.ts'
import { type LiteDatabase, openLiteDatabase } from './database.ts'
import { within } from './deadline.ts'
import { applyChanges, type Changes, keepSeededCopy, readChanges, seedName } from './seeded-copy.ts'

/** The demo's database in this browser: in memory, with what differs from the seed kept in IndexedDB. */
export interface DemoDatabase extends LiteDatabase {
  /** Keeps what was written, so that it is there after a reload or after signing in as somebody else. */
  save: () => Promise<void>
  /** Forgets everything that was written; takes effect when the database is opened again. */
  forget: () => Promise<void>
}

/** Seconds one step of opening may take: some five when nothing else runs, more on a slow line or a busy machine. */
const patience = 60

/**
 * Opens the database the demo was built with; where there is none, as in a first start of a development server whose
 * dump is not made yet, seeds a new one, which takes a while. Every step is told about.
 * @throws when a step fails or does not come to an end.
 */
export async function openDemoDatabase(
  origin: string,
  onProgress: (text: string) => void,
): Promise<DemoDatabase> {
  onProgress('Henter databasen …')
  const dump = await within(patience, 'the file of the database', fetchDump(origin))
  onProgress('Åpner databasen …')
  const database = await within(patience, 'PostgreSQL', openLiteDatabase(dump))
  const { db } = database
  if (!dump) {
    const { seedDatabase } = await import('./seed/seed.ts')
    await migrateToLatest(db)
    await seedDatabase(db, { employees: 1300, now: new Date(), onProgress })
    await keepSeededCopy(db)
  }
  const name = await seedName(db)
  onProgress('Henter det som er endret …')
  const kept = await within(patience, 'IndexedDB', openKept())
  const saved = await within(patience, 'IndexedDB', kept.read())
  if (saved?.seed === name) await applyChanges(db, saved.changes)
  let last = Promise.resolve()
  return {
    ...database,
    save: () => {
      last = last.then(async () => kept.write({ seed: name, changes: await readChanges(db) }))
      return last
    },
    forget: () => kept.write(undefined),
  }
}

async function fetchDump(origin: string): Promise<Blob | undefined> {
  const response = await fetch(`${origin}/demo-database.tar.gz`)
  // A development server answers an unknown path with the app's own page.
  const isPage = response.headers.get('content-type')?.includes('html')
  return response.ok && !isPage ? response.blob() : undefined
}

interface Kept {
  /** Changes mean something only beside the seed they were made on. */
  seed: string
  changes: Changes
}

async function openKept() {
  const opening = indexedDB.open('tunet-demo', 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('kept'))
  const store = await settled(opening)
  return {
    read: () => settled<Kept | undefined>(store.transaction('kept').objectStore('kept').get('kept')),
    write: async (kept: Kept | undefined) => {
      await settled(store.transaction('kept', 'readwrite').objectStore('kept').put(kept, 'kept'))
    },
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')))
  })
}
