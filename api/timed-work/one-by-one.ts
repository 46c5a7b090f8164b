import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { TimedDeps } from './timed-job.ts'

/**
 * Does something with each of several things, each in a transaction of its own: one that fails is logged and left for
 * the next run, and does not stop the others.
 * @param act locks the thing (`for update skip locked`), looks again whether it is due, and says whether it did it.
 * @returns how many it did.
 */
export async function oneByOne(
  { db, log, signal }: Pick<TimedDeps, 'db' | 'log' | 'signal'>,
  job: string,
  ids: readonly string[],
  act: (trx: Transaction<Database>, id: string) => Promise<boolean>,
): Promise<number> {
  let done = 0
  for (const id of ids) {
    if (signal?.aborted) break
    try {
      if (await db.transaction().execute((trx) => act(trx, id))) done++
    } catch (error) {
      log('error', 'timed work failed', { job, id, error: String(error) })
    }
  }
  return done
}
