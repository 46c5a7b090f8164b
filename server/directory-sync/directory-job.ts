import { synchroniseDirectory } from '#api/directory-sync/synchronise.ts'
import type { TimedJob } from '#api/timed-work/timed-job.ts'
import type { GraphSettings } from '../config.ts'
import { openGraph } from './graph-source.ts'

/** Milliseconds one run may take before it leaves the rest to the next: well within what the queue lets a job take. */
const longestRun = 8 * 60_000

/** Timed work that keeps the directory as it is in Microsoft Graph. */
export const directoryJob = (settings: GraphSettings): TimedJob => ({
  name: 'synchronise-directory',
  cron: '*/5 * * * *',
  run: async ({ db, now, log, signal }) => {
    const until = new Date(now().getTime() + longestRun)
    const source = openGraph(settings, { signal })
    const summary = await synchroniseDirectory({ db, now, log, signal, source, until })
    return summary ? summary.created + summary.changed + summary.disabled : 0
  },
})
