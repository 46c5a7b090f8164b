import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { migrateToLatest } from '#api/database/migrate.ts'
import { openLiteDatabase } from './database.ts'
import { seedDatabase } from './seed/seed.ts'
import { keepSeededCopy } from './seeded-copy.ts'

// Makes public/demo-database.tar.gz, which the demo opens instead of seeding in the browser. Run by vite.config.ts.

const target = 'public/demo-database.tar.gz'
const stamp = 'node_modules/.cache/tunet-demo-database'

/** The demo's dates count back from the day it is made, so it is made anew each day, and when its sources change. */
function wanted(now: Date): string {
  const hash = createHash('sha256').update(now.toISOString().slice(0, 10))
  const sources = ['api/{audit,database,files,rich-text,text}/**/*.ts', 'mocks/seed/**/*.{ts,json}']
  for (const path of globSync([...sources, 'mocks/{database,seeded-copy}.ts']).sort()) {
    if (!path.endsWith('.test.ts')) hash.update(path).update(readFileSync(path))
  }
  return hash.digest('hex')
}

const now = new Date()
const fingerprint = wanted(now)
const isFresh = globSync(target).length > 0 && (await readFile(stamp, 'utf8').catch(() => '')) === fingerprint
if (!isFresh) {
  const { db, pglite } = await openLiteDatabase()
  await migrateToLatest(db)
  await seedDatabase(db, {
    employees: 1300,
    now,
    onProgress: (text) => process.stdout.write(`demo database: ${text}\n`),
  })
  await keepSeededCopy(db)
  const dump = await pglite.dumpDataDir('gzip')
  await writeFile(`${target}.new`, dump.stream())
  await rename(`${target}.new`, target)
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, fingerprint)
  await db.destroy()
}
process.exit()
