import type { ApiSettings, Deps } from '../deps.ts'
import type { Outlets } from '../outgoing/outlets.ts'

/** What timed work needs from the place it runs in. */
export interface TimedDeps extends Pick<Deps, 'db' | 'now' | 'log'> {
  settings: Pick<ApiSettings, 'publicUrl'>
  outlets: Outlets
  /** Aborted when the place is closing: what is begun is finished, nothing more is begun. */
  signal?: AbortSignal
}

/**
 * Work that is done because of the clock. `run` looks for what is due and does it: it may be called at any time, any
 * number of times, by several processes at once, and does each thing once. `cron` only says when it pays to look.
 */
export interface TimedJob {
  /** Kebab-case; also the name of its queue. */
  name: string
  /** Five fields, by the clock in Europe/Oslo. */
  cron: string
  /** @returns how many things it did. @throws when it could not look; one thing that fails does not stop the others. */
  run(deps: TimedDeps): Promise<number>
}
