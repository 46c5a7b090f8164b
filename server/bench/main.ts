import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { ClientConfig } from 'pg'
import { openDatabase } from '../database.ts'
import { startPostgres } from '../postgres.ts'
import { prepareDatabase } from '../prepare-database.ts'
import { Shutdown } from '../shutdown.ts'
import { freePort, startServer } from '../testing/server-process.ts'
import { Client } from './client.ts'
import { explain, openRecordingDatabase } from './explain.ts'
import { firstPageBytes } from './first-page.ts'
import { measure } from './measure.ts'
import { readOptions, UsageError, type BenchOptions } from './options.ts'
import { findPeople } from './people.ts'
import { scenariosFor, type Scenario } from './scenarios.ts'
import { measureStartUp } from './start-up.ts'
import { printTable } from './table.ts'

const shutdown = new Shutdown(() => console.log('Stopping'))

/** A function that closes something, at the latest when the bench is stopped with Ctrl-C. */
function closeOnce(close: () => Promise<unknown>) {
  let closing: Promise<unknown> | undefined
  const run = () => (closing ??= close())
  shutdown.add(run)
  return run
}

/** Runs the server as in production over a database of one size, and sends it requests. */
async function benchSize(home: string, employees: number, options: BenchOptions) {
  const dataDir = join(home, String(employees))
  const postgres = await startPostgres(dataDir, () => {})
  const stopPostgres = closeOnce(() => postgres.stop())
  const db = openDatabase(postgres.connection)
  const closeDatabase = closeOnce(() => db.destroy())
  const started = performance.now()
  await prepareDatabase(postgres.connection, { kind: 'scale', employees }, () => {})
  // What autovacuum does within minutes of a day in use.
  await sql`vacuum analyze`.execute(db)
  const seconds = (performance.now() - started) / 1000
  const { rows } = await sql<{
    posts: number
    marks: number
  }>`select (select count(*)::int from news_post) as posts,
    (select count(*)::int from news_post_reading) as marks`.execute(db)
  const [size = { posts: 0, marks: 0 }] = rows
  console.log(
    `\n# ${employees} employees, ${size.posts} posts, ${size.marks} read marks (made in ${seconds.toFixed(0)} s)\n`,
  )

  const port = await freePort()
  const server = await startServer({ DATA_DIR: dataDir, PORT: port, SEED: 'none' })
  const stopServer = closeOnce(() => (server.signal('SIGTERM'), server.ended))
  const client = new Client(`http://localhost:${port}`)
  const scenarios = await scenariosFor(db, client, await findPeople(db))
  const chosen = scenarios.filter(({ name }) => name.includes(options.only))
  if (options.explain) await printPlans(chosen, postgres.connection)
  else await printMeasurements(client, chosen, options)
  client.close()
  await stopServer()
  await closeDatabase()
  await stopPostgres()
}

async function printPlans(scenarios: readonly Scenario[], connection: ClientConfig) {
  const recording = openRecordingDatabase(connection)
  for (const scenario of scenarios) await explain(scenario, recording)
  await recording.db.destroy()
}

async function printMeasurements(client: Client, scenarios: readonly Scenario[], { seconds }: BenchOptions) {
  const rows: (string | number)[][] = []
  for (const scenario of scenarios) {
    const { p50, p95, p99, perSecond, requests } = await measure(client, scenario, seconds)
    rows.push([scenario.name, p50, p95, p99, scenario.hold ?? '', perSecond ?? '', String(requests)])
  }
  printTable(['request', 'p50 ms', 'p95 ms', 'p99 ms', 'hold p95', 'per second', 'measured'], rows)
}

async function printStartUpAndFirstPage(home: string) {
  const { first, second } = await measureStartUp(join(home, 'start'))
  const bytes = firstPageBytes()
  const kilobytes = (value: number) => value / 1000
  console.log('\n# Start and first page\n')
  printTable(
    ['what', 'measured', 'hold'],
    [
      ['first start to healthy, s', first, ''],
      ['second start to healthy, s', second, 5],
      ...(bytes
        ? [
            ['first page, JavaScript, KB brotli', kilobytes(bytes.scripts), ''],
            ['first page, CSS, KB brotli', kilobytes(bytes.styles), ''],
            ['first page, together', kilobytes(bytes.scripts + bytes.styles), 230],
          ]
        : [['first page', 'not built: npm run build', '']]),
    ],
  )
}

async function main(options: BenchOptions) {
  const home = await mkdtemp(join(tmpdir(), 'tunet-bench-'))
  // As root PostgreSQL runs as another user, who has to pass through.
  await chmod(home, 0o711)
  const removeFiles = closeOnce(() => rm(home, { recursive: true, force: true }))
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)
  // Above the number of processors others are working, and the times are theirs as well.
  console.log(`Load before the start: ${loadavg()[0]?.toFixed(1)}`)
  for (const employees of options.employees) await benchSize(home, employees, options)
  if (!options.explain && !options.only) await printStartUpAndFirstPage(home)
  await removeFiles()
}

try {
  await main(readOptions(process.argv.slice(2)))
} catch (error) {
  await shutdown.fail(() => {
    console.error(error instanceof UsageError ? error.message : error)
    process.exit(1)
  })
}
