import { sql } from 'kysely'
import type { TimedJob } from '../timed-work/timed-job.ts'

const day = 86_400_000
/** How long what happened is told, read or not, in milliseconds. */
const keptFor = 60 * day
/** Most notifications kept of one person; the oldest go first. */
const mostKept = 200

/** Forgets what happened long ago, and what nobody can be expected to look through. */
export const tidyNotifications: TimedJob = {
  name: 'tidy-notifications',
  cron: '25 3 * * *',
  run: async ({ db, now }) => {
    const old = await db
      .deleteFrom('notification')
      .where('changed_at', '<', new Date(now().getTime() - keptFor))
      .executeTakeFirst()
    const { numAffectedRows = 0n } = await sql`delete from notification where id in (
      select id from (select id, row_number() over (partition by user_id order by changed_at desc, id desc) as place
        from notification where user_id in (
          select user_id from notification group by user_id having count(*) > ${mostKept})) placed
      where placed.place > ${mostKept})`.execute(db)
    return Number(old.numDeletedRows + numAffectedRows)
  },
}
