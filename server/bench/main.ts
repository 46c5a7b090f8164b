import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../database.ts'
import { startPostgres } from '../postgres.ts'
import { prepareDatabase } from '../prepare-database.ts'
import { freePort, startServer } from '../testing/server-process.ts'
import { Client } from './client.ts'
import { explain, openRecordingDatabase } from './explain.ts'
import { firstPageBytes } from './first-page.ts'
import { measure } from './measure.ts'
import { readOptions, usage, type BenchOptions } from './options.ts'
import { findPeople } from './people.ts'
import { scenariosFor } from './scenarios.ts'
import { measureStartUp } from './start-up.ts'
import { printTable } from './table.ts'

/** Runs the server as in production over a database of one size, and sends it requests. */
async function benchSize(home: string, employees: number, options: BenchOptions) {
  const dataDir = join(home, String(employees))
  const postgres = await startPostgres(dataDir, () => {})
  const db = openDatabase(postgres.connection)
  try {
    const started = performance.now()
    await prepareDatabase(postgres.connection, { kind: 'scale', employees }, () => {})
    // What autovacuum does within minutes of a day in use.
    await sql`vacuum analyze`.execute(db)
    const seconds = (performance.now() - started) / 1000
    console.log(`\n# ${employees} employees, 10 000 posts (made in ${seconds.toFixed(0)} s)\n`)

    const port = await freePort()
    const server = await startServer({ DATA_DIR: dataDir, PORT: port, SEED: 'none' })
    const client = new Client(`http://localhost:${port}`)
    try {
      const scenarios = await scenariosFor(db, client, await findPeople(db))
      const chosen = scenarios.filter(({ name }) => name.includes(options.only))
      if (options.explain) {
        const recording = openRecordingDatabase(postgres.connection)
        for (const scenario of chosen) await explain(scenario, recording)
        await recording.db.destroy()
      } else {
        await printMeasurements(client, chosen, options)
      }
    } finally {
      client.close()
      server.signal('SIGTERM')
      await server.ended
    }
  } finally {
    await db.destroy()
    await postgres.stop()
  }
}

async function printMeasurements(
  client: Client,
  scenarios: Awaited<ReturnType<typeof scenariosFor>>,
  { seconds }: BenchOptions,
) {
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
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)
  try {
    for (const employees of options.employees) await benchSize(home, employees, options)
    if (!options.explain && !options.only) await printStartUpAndFirstPage(home)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

function optionsOrUsage() {
  try {
    return readOptions(process.argv.slice(2))
  } catch {
    console.error(usage)
    process.exit(1)
  }
}

try {
  await main(optionsOrUsage())
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
