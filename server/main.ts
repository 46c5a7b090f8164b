import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createApi } from '#api/app.ts'
import { timedWork } from '#api/timed-work/timed-work.ts'
import { createHttpServer } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { connect } from './connect.ts'
import { openDatabase } from './database.ts'
import { directoryJob } from './directory-sync/directory-job.ts'
import { trackResponses } from './drain.ts'
import { greeting } from './greeting.ts'
import { Listener } from './listener.ts'
import { deleteExpired } from './local-sso-adapter.ts'
import { log } from './log.ts'
import { createMessageReader } from './message-reader.ts'
import { openOutlets } from './outlets.ts'
import { prepareDatabase } from './prepare-database.ts'
import { Shutdown } from './shutdown.ts'
import { createSignIn } from './sign-in.ts'
import { exitWith, StartError } from './start-error.ts'
import { readStaticFiles } from './static-files.ts'
import { startTimedWork } from './timed-work.ts'

const builtApp = join(import.meta.dirname, '..', 'dist')
/** Milliseconds: a statement of a request, the question behind /healthz, the last requests, between tidyings. */
const limits = { statement: 10_000, health: 2000, drain: 10_000, tidy: 60 * 60_000 }
/** Requests a person may make; a page with pictures takes about twenty at once. */
const rateLimit = { burst: 200, perSecond: 20 }
/** E-mail messages read at once, waiting, and how long and in how much memory one may be read. */
const messageLimits = { workers: 2, waiting: 8, milliseconds: 10_000, megabytes: 256 }

const shutdown = new Shutdown(() => log('info', 'stopping'))

async function start(config: Config) {
  const say = config.isProduction ? (text: string) => log('info', text) : console.log
  const { connection, stop } = await connect(config, say)
  shutdown.add(stop)
  await prepareDatabase(connection, config.seed, say)

  const db = openDatabase(connection, limits.statement)
  const listener = new Listener(connection, log)
  shutdown.add(() => Promise.all([db.destroy(), listener.close()]))
  await listener.open()
  const messages = createMessageReader(messageLimits, log)
  shutdown.add(messages.close)
  const signIn = await createSignIn(config, db)
  const api = createApi({
    db,
    verifyToken: signIn.verifyToken,
    now: () => new Date(),
    listen: (channel, onPayload) => listener.listen(channel, onPayload),
    readMessage: messages.read,
    log,
    settings: { publicUrl: config.publicUrl, provisionUsers: Boolean(config.sso), rateLimit },
  })
  const files = readStaticFiles(builtApp)
  if (files.size === 0) say('There is no built app in dist, so only the API is served; npm start builds it.')
  const server = createHttpServer({
    api,
    files,
    signIn,
    publicUrl: config.publicUrl,
    version: versionOf(files.get('/version.json')?.content),
    checkHealth: () => Promise.race([sql`select`.execute(db), rejectAfter(limits.health)]),
    log,
  })
  const responses = trackResponses(server)
  listener.onReturn = responses.endEventStreams
  await listen(server, config)
  shutdown.add(() => responses.drain(limits.drain))
  setInterval(() => void deleteExpired(db, new Date()).catch(() => 0), limits.tidy).unref()
  const ways = openOutlets(config)
  shutdown.add(ways.close)
  say(await greeting(config, db, ways.mailGoes))
  const timedDeps = { db, log, now: () => new Date(), settings: { publicUrl: config.publicUrl } }
  // After the first requests can be served: the queue is nobody's wait.
  const jobs = config.graph ? [...timedWork, directoryJob(config.graph)] : timedWork
  const stopTimedWork = await startTimedWork(jobs, { ...timedDeps, outlets: ways.outlets }, connection)
  shutdown.add(stopTimedWork)
}

async function listen(server: ReturnType<typeof createHttpServer>, { host, port }: Config) {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use: stop what uses it, or set PORT to another.`)
    if (code === 'EACCES')
      throw new StartError(`Port ${port} is not open to this user: set PORT to one above 1023.`)
    throw error
  }
}

function versionOf(file: Buffer | undefined): string {
  const { version }: { version?: string } = file ? JSON.parse(file.toString()) : {}
  return version ?? 'unbuilt'
}

async function rejectAfter(milliseconds: number) {
  await new Promise((_, reject) => setTimeout(reject, milliseconds, new Error('too slow')).unref())
}

try {
  await start(readConfig(process.env))
} catch (error) {
  await shutdown.fail(() => exitWith(error))
}
