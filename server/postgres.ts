import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg, { type ClientConfig } from 'pg'
import { type Account, commandFor, findAccount } from './postgres-account.ts'
import { findBinaries, postgresMajor, type PostgresBinaries } from './postgres-binaries.ts'
import { findPostmaster, type Postmaster } from './postmaster.ts'
import { messageOf, StartError } from './start-error.ts'

/** A PostgreSQL of our own, ready for connections from this machine alone. */
export interface RunningPostgres {
  connection: ClientConfig
  /** Ends it, unless another process (a second server, `npm run token`) is still connected. */
  stop: () => Promise<void>
}

interface Cluster {
  folder: string
  passwordFile: string
  binaries: PostgresBinaries
  account: Account | undefined
}

const database = 'tunet'
/** Tells our own connections from those of other processes. */
const applicationName = `tunet-${process.pid}`
/** The shortest limit of the systems we run on, of the address of a Unix socket in bytes. */
const longestSocketPath = 103

/**
 * Starts the PostgreSQL under `dataDir`, made at the first start, or joins the one that already runs there.
 * @param onProgress told what takes time.
 * @throws StartError with the database's last log lines when it does not start.
 */
export async function startPostgres(
  dataDir: string,
  onProgress: (text: string) => void,
): Promise<RunningPostgres> {
  const folder = join(dataDir, 'postgres')
  const binaries = findBinaries()
  const account = await findAccount(folder, binaries.postgres)
  const cluster = { folder, passwordFile: join(dataDir, 'postgres-password'), binaries, account }
  await makeFolder(dataDir, account)
  if (!(await hasCluster(folder))) {
    onProgress('Making the database')
    await initialise(cluster)
  }
  const postmaster = (await findPostmaster(folder)) ?? (await launch(cluster))
  const connection: ClientConfig = {
    host: postmaster.host,
    port: postmaster.port,
    user: 'postgres',
    password: (await readFile(cluster.passwordFile, 'utf8')).trim(),
    application_name: applicationName,
  }
  await createDatabase(connection)
  return { connection: { ...connection, database }, stop: () => stop(cluster, connection) }
}

/** Whether a PostgreSQL has been made under `dataDir`. */
export const hasPostgres = (dataDir: string) => hasCluster(join(dataDir, 'postgres'))

async function makeFolder(dataDir: string, account: Account | undefined) {
  try {
    await mkdir(dataDir, { recursive: true, mode: account ? 0o711 : 0o700 })
  } catch (error) {
    throw new StartError(`DATA_DIR cannot be made: ${messageOf(error)}.`)
  }
}

async function hasCluster(folder: string) {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version && version.trim() !== postgresMajor) {
    throw new StartError(
      `${folder} was made by PostgreSQL ${version.trim()}, and this is ${postgresMajor}: upgrade it, or set DATA_DIR to another folder.`,
    )
  }
  return version !== undefined
}

/** Made beside its place and moved there when whole, so an interrupted first start leaves nothing half made. */
async function initialise(cluster: Cluster) {
  const { account, binaries, folder, passwordFile } = cluster
  const unfinished = `${folder}.new`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (account) for (const path of [unfinished, passwordFile]) await chown(path, account.uid, account.gid)
  const { code, output } = await run(account, binaries.initdb, [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=nb-NO',
    '--locale=C.UTF-8',
  ])
  if (code !== 0) throw new StartError(`The database could not be made:\n${lastLines(output)}`)
  await rename(unfinished, folder)
}

async function launch(cluster: Cluster): Promise<Postmaster> {
  const { account, binaries, folder } = cluster
  const log = join(folder, 'server.log')
  await rm(log, { force: true })
  await writeFile(join(folder, 'postgresql.auto.conf'), await settings(folder), { mode: 0o644 })
  // Leads its own session, so Ctrl-C in a terminal reaches us and not the database.
  const { output } = await run(account, binaries.controller, [
    'start',
    '-w',
    '-D',
    folder,
    '-l',
    log,
    '-t',
    '60',
  ])
  const postmaster = await findPostmaster(folder)
  if (postmaster) return postmaster
  const lines = lastLines(await readFile(log, 'utf8').catch(() => output))
  throw new StartError(`The database in ${folder} did not start:\n${lines}`)
}

/** Written anew at each start: the folder may have been moved, a port taken. */
async function settings(folder: string) {
  const useSocket =
    process.platform !== 'win32' && Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longestSocketPath
  const values = {
    listen_addresses: useSocket ? '' : '127.0.0.1',
    unix_socket_directories: useSocket ? `"${folder.replaceAll('"', '""')}"` : '',
    port: useSocket ? '5432' : String(await freePort()),
    timezone: 'UTC',
    // The log must hold neither what people write nor whom a row concerns.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  return Object.entries(values)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')
}

async function createDatabase(connection: ClientConfig) {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect().catch((error: unknown) => {
    throw new StartError(`The database runs but does not let us in: ${messageOf(error)}.`)
  })
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

async function stop({ account, binaries, folder }: Cluster, connection: ClientConfig) {
  if (await isUsedByOthers(connection)) return
  await run(account, binaries.controller, ['stop', '-w', '-D', folder, '-m', 'fast', '-t', '30'])
}

async function isUsedByOthers(connection: ClientConfig) {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and application_name <> $1`,
      [applicationName],
    )
    return Boolean(rowCount)
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function run(account: Account | undefined, program: string, programArgs: string[]) {
  const { program: file, args, options } = commandFor(account, program, programArgs)
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    // The working folder may be closed to the account; its language decides no message we read.
    const child = spawn(file, args, { ...options, cwd: '/', env: { ...process.env, LC_ALL: 'C' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.on('error', (error) =>
      reject(new StartError(`The database could not be run: ${messageOf(error)}.`)),
    )
    child.on('close', (code) => resolve({ code, output }))
  })
}

const lastLines = (text: string) => text.trim().split('\n').slice(-8).join('\n')

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
