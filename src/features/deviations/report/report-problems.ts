import { m } from '../../../messages/messages.js'
import { occurredAt, type ReportDraft } from './report-draft.ts'

/** What stops a report from being sent, and the field it is in. */
export interface ReportProblem {
  field: 'report-description' | 'report-moment' | 'report-time' | 'report-sort'
  text: string
}

/** Clocks differ: what is this much ahead, in milliseconds, is still now. */
const slack = 60_000

/** What is missing or cannot be, in the order of the form. */
export function problemsOf(draft: ReportDraft, now = new Date()): ReportProblem[] {
  const occurred = occurredAt(draft, now)
  const problems: ReportProblem[] = []
  if (draft.description.trim() === '') {
    problems.push({ field: 'report-description', text: m.deviationReport_needWhat() })
  }
  if (occurred === null) {
    problems.push({ field: 'report-moment', text: m.deviationReport_needWhen() })
  } else if (Date.parse(occurred) > now.getTime() + slack) {
    const field = draft.when === 'today' ? 'report-time' : 'report-moment'
    problems.push({ field, text: m.deviationReport_notYet() })
  }
  if (draft.sort === null) problems.push({ field: 'report-sort', text: m.deviationReport_needSort() })
  return problems
}
