import type { NewDeviation } from '#api/deviation-reports/contract.ts'
import { createLocalCopies, type Kept } from '../../../lib/local-copies.ts'
import type { ReportDraft } from './report-draft.ts'
import { waitingArea } from './report-waits.ts'

/** A report on its way: it waits for a network. */
export interface UnsentReport extends Kept {
  /** What is sent, as it was when «Send» was pressed. */
  body: NewDeviation
  /** What it was made of, for when it has to be changed. */
  draft: ReportDraft
}

/** Reports being written. `current` is the one the empty form goes on with; others have the name of their key. */
export const reportDrafts = createLocalCopies<ReportDraft>('deviationReport')

/** Reports that are sent when there is a network, by their `Idempotency-Key`. */
export const unsentReports = createLocalCopies<UnsentReport>(waitingArea)

/** Name of the draft the empty form goes on with. */
export const currentDraft = 'current'
