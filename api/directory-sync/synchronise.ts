import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Deps } from '../deps.ts'
import { disableLeavers, type LeaverCounts } from './leavers.ts'
import { placeInUnits, type PlaceCounts } from './place-in-units.ts'
import { readDetails, type DetailCounts } from './read-details.ts'
import { readRound, type RoundCounts } from './read-round.ts'
import { setLeaders } from './set-leaders.ts'
import { setManagers, type ManagerCounts } from './set-managers.ts'
import type { DirectorySource } from './source.ts'
import { keepProgress, releaseLease, takeLease } from './sync-state.ts'

/** What a run needs. */
export interface SyncDeps extends Pick<Deps, 'db' | 'now' | 'log'> {
  source: DirectorySource
  /** Aborted when the place is closing: what is begun is finished, the rest is for the next run. */
  signal?: AbortSignal
  /** Told what is happening, for whoever waits. */
  onProgress?: (text: string) => void
  /** When to leave the rest to the next run. */
  until?: Date
  /** Whether to disable more people in a day than is likely. */
  allowMany?: boolean
}

/** What a run did, in numbers alone. */
export interface SyncSummary extends RoundCounts, LeaverCounts, PlaceCounts, ManagerCounts, DetailCounts {
  leadersChanged: number
}

/**
 * Brings the directory of Microsoft Graph here: who there is, who has left, and where everybody stands. Goes on where
 * the last run stopped, whether it came to its end or not.
 * @returns undefined when another run is at it. @throws DirectoryFault when the directory cannot be read now; what was
 * read until then is kept, and those known to have left are disabled all the same.
 */
export async function synchroniseDirectory(deps: SyncDeps): Promise<SyncSummary | undefined> {
  const { db, now, onProgress = () => undefined } = deps
  const leaseId = crypto.randomUUID()
  const state = await takeLease(db, leaseId, now())
  if (!state) return undefined
  const isStopped = () => deps.signal?.aborted === true || (deps.until !== undefined && now() >= deps.until)
  const run = { ...deps, leaseId, onProgress, isStopped }
  try {
    let leavers: LeaverCounts | undefined
    const disable = async () => {
      const { disabled, heldBack } = await disableLeavers(deps, now(), { allowMany: deps.allowMany })
      leavers = { disabled: (leavers?.disabled ?? 0) + disabled, heldBack }
      return leavers
    }
    let round: RoundCounts
    try {
      round = await readRound(run, state)
    } catch (error) {
      await disable()
      throw error
    }
    leavers = await disable()
    const details = await readDetails(deps, now, async (done) => {
      if (done > 0) onProgress(`Managers, texts and photos of ${done} people`)
      await keepProgress(db, leaseId, now())
      return !isStopped()
    })
    const derive = <T>(step: (trx: Transaction<Database>, at: Date) => Promise<T>) =>
      db.transaction().execute(async (trx) => {
        // The lease first: of two runs that believe they are alone, one ends here.
        await keepProgress(trx, leaseId, now())
        return step(trx, now())
      })
    const places = await derive(placeInUnits)
    const managers = await derive(setManagers)
    const leadersChanged = await derive(setLeaders)
    const summary = { ...round, ...leavers, ...details, ...places, ...managers, leadersChanged }
    report(deps, summary)
    return summary
  } finally {
    await releaseLease(db, leaseId)
  }
}

function report({ log }: Pick<Deps, 'log'>, summary: SyncSummary) {
  if (summary.heldBack > 0) {
    log('warning', 'directory: too many have left at once, nobody was disabled', {
      heldBack: summary.heldBack,
    })
  }
  const { pages, round: _, isComplete: __, ...counts } = summary
  if (Object.values(counts).some((count) => count > 0))
    log('info', 'directory synchronised', { pages, ...counts })
}
