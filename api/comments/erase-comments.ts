import type { TimedJob } from '../timed-work/timed-job.ts'
import { eraseDeletedComments } from './store.ts'

/** Erases the texts of comments people deleted so long ago that they cannot have them back. */
export const eraseComments: TimedJob = {
  name: 'erase-comments',
  cron: '*/10 * * * *',
  run: ({ db, now }) => db.transaction().execute((trx) => eraseDeletedComments(trx, now())),
}
