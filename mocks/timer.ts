import type { TimedDeps } from '#api/timed-work/timed-job.ts'
import { timedWork } from '#api/timed-work/timed-work.ts'

/** Milliseconds between looks at what is due. */
const interval = 20_000

/**
 * Does the timed work of the demo, where there is no queue: all of it every twenty seconds, one run after the other.
 * Nothing leaves the browser: there is no outlet, so what would be sent stays in the tray.
 * @param save keeps what was written. @returns what stops it.
 */
export function startTimer(deps: TimedDeps, save: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout>
  const run = async () => {
    let done = 0
    for (const job of timedWork) {
      try {
        done += await job.run(deps)
      } catch (error) {
        deps.log('error', 'timed work failed', { job: job.name, error: String(error) })
      }
    }
    if (done === 0) return
    await save().catch((error: unknown) => deps.log('error', 'not saved', { error: String(error) }))
  }
  const next = () => {
    timer = setTimeout(() => void run().finally(next), interval)
  }
  next()
  return () => clearTimeout(timer)
}
