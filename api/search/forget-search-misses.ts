import { sql } from 'kysely'
import { osloDay } from '../time/oslo.ts'
import type { TimedJob } from '../timed-work/timed-job.ts'
import { missesKeptFor } from './search-misses.ts'

/** Forgets what was searched for in vain so long ago that nobody is shown it. */
export const forgetSearchMisses: TimedJob = {
  name: 'forget-search-misses',
  cron: '35 3 * * *',
  async run({ db, now }) {
    const { numAffectedRows } = await sql`delete from search_miss
      where searched_on <= ${osloDay(now())}::date - ${missesKeptFor}::int`.execute(db)
    return Number(numAffectedRows ?? 0)
  },
}
