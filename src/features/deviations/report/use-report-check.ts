import { useQuery } from '@tanstack/react-query'
import type { ReportToCheck } from '#api/deviation-reports/contract.ts'
import { useRested } from '../../../ui/use-rested.ts'
import { deviationQueries } from '../deviation-queries.ts'
import { toCheck, type ReportDraft } from './report-draft.ts'

/** How long one has stopped writing before it is looked through, in milliseconds. */
const rest = 600
/** Shorter texts say nothing yet. */
const minLength = 8

/**
 * What the API makes of a report while it is written: severity, who gets it, names in it, similar ones. Undefined until it is
 * known, and without a network.
 */
export function useReportCheck(draft: ReportDraft) {
  const written = JSON.stringify(toCheck(draft))
  const rested = useRested(written, rest)
  // What was written above.
  const body = JSON.parse(rested) as ReportToCheck
  const { data, isPlaceholderData } = useQuery({
    ...deviationQueries.check(body),
    enabled: draft.description.trim().length >= minLength || draft.sort !== null,
    retry: false,
  })
  return {
    check: data,
    /** Of this very text, so that the places in it are right. */
    isOfThisText: data !== undefined && !isPlaceholderData && rested === written,
  }
}
