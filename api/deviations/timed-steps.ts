import { oneByOne } from '../timed-work/one-by-one.ts'
import type { TimedJob } from '../timed-work/timed-job.ts'
import { takeDueSteps } from './clock.ts'

/** Deadlines that have passed, steps up the ladder, the 72 hours, and the archive (features.md §8.1), at their minute. */
export const takeDeviationSteps: TimedJob = {
  name: 'take-deviation-steps',
  cron: '* * * * *',
  run: async (deps) => {
    const now = deps.now()
    const due = await deps.db
      .selectFrom('deviation')
      .select('id')
      .where('next_step_at', '<=', now)
      .orderBy('next_step_at')
      .limit(500)
      .execute()
    return oneByOne(
      deps,
      takeDeviationSteps.name,
      due.map(({ id }) => id),
      async (trx, id) => {
        const found = await trx
          .selectFrom('deviation')
          .select('id')
          .where('id', '=', id)
          .where('next_step_at', '<=', now)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst()
        return found ? (await takeDueSteps(trx, id, now)) > 0 : false
      },
    )
  },
}
