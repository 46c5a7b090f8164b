import { PgBoss } from 'pg-boss'
import type { ClientConfig } from 'pg'
import type { TimedDeps, TimedJob } from '#api/timed-work/timed-job.ts'
import { StartError } from './start-error.ts'

/** Where the queue keeps its tables, apart from ours: pg-boss migrates them itself. */
const schema = 'pgboss'
/** Seconds: between looks at the clock, between looks for work, until a run counts as lost, that a run is remembered. */
const seconds = { clock: 5, forward: 2, poll: 2, expire: 900, keep: 86_400 }
/** Milliseconds a run may take to end when the server stops. */
const drain = 10_000

/**
 * Opens the queue all processes over one database share: each time a job is due, one of them runs it. The first
 * process makes the queue's tables.
 * @throws StartError when the database user may not.
 */
async function openQueue(connection: ClientConfig, log: TimedDeps['log']): Promise<PgBoss> {
  const boss = new PgBoss({
    ...queueConnection(connection),
    schema,
    max: 3,
    application_name: 'tunet timed work',
    cronMonitorIntervalSeconds: seconds.clock,
    cronWorkerIntervalSeconds: seconds.forward,
  })
  boss.on('error', (error) => log('error', 'timed work: the queue failed', { error: String(error) }))
  try {
    await boss.start()
  } catch (error) {
    await boss.stop({ graceful: false })
    if (!isRefusal(error)) throw error
    throw new StartError(
      `The database user of DATABASE_URL may not create the schema ${schema}, which timed work is kept in: grant it create on the database, or run npm run migrate as a user who may.`,
    )
  }
  return boss
}

const queueConnection = ({ connectionString, host, port, user, database, password }: ClientConfig) => ({
  ...(connectionString === undefined ? { host, port, user, database } : { connectionString }),
  ...(typeof password === 'string' && { password }),
})

const isRefusal = (error: unknown) => error instanceof Error && 'code' in error && error.code === '42501'

/** Makes or renews the queue's tables, for a deployment that migrates before it starts servers. */
export async function prepareTimedWork(connection: ClientConfig, log: TimedDeps['log']): Promise<void> {
  const boss = await openQueue(connection, log)
  await boss.stop({ graceful: false })
}

/**
 * Runs jobs when they are due, by the clock in Oslo.
 * @returns what stops it: a run that is under way is asked to end and waited for.
 */
export async function startTimedWork(
  jobs: readonly TimedJob[],
  deps: Omit<TimedDeps, 'signal'>,
  connection: ClientConfig,
): Promise<() => Promise<void>> {
  const boss = await openQueue(connection, deps.log)
  const closing = new AbortController()
  const stop = async () => {
    closing.abort()
    await boss.stop({ graceful: true, timeout: drain })
  }
  try {
    for (const job of jobs) {
      // One at a time: a run that is late makes no second one wait behind it.
      await boss.createQueue(job.name, {
        policy: 'exclusive',
        retryLimit: 0,
        expireInSeconds: seconds.expire,
        deleteAfterSeconds: seconds.keep,
        retentionSeconds: seconds.keep,
      })
      await boss.schedule(job.name, job.cron, null, { tz: 'Europe/Oslo', missed: 'once' })
      await boss.work(job.name, { pollingIntervalSeconds: seconds.poll }, async () => {
        try {
          await job.run({ ...deps, signal: closing.signal })
        } catch (error) {
          deps.log('error', 'timed work failed', { job: job.name, error: String(error) })
          throw error
        }
      })
    }
    // Of an older release, which may have had other work.
    const known = new Set(jobs.map(({ name }) => name))
    for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
