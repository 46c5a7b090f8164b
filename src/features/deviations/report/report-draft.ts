import type { NewDeviation, ReportAnswers, ReportToCheck } from '#api/deviation-reports/contract.ts'
import type { Deviation } from '#api/deviations/contract.ts'
import type { FileReference } from '#api/files/contract.ts'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import type { AcceptedFinding } from '#api/text/accepted-finding.ts'
import { osloTime } from '#api/time/oslo.ts'
import { dayOf, formatTime } from '../../../lib/dates.ts'
import type { Kept } from '../../../lib/local-copies.ts'

/** What sort of thing it is, in plain words; the API makes kind, category and severity of it. */
export const reportSorts = ['happened', 'almost', 'observed', 'improvement'] as const
export type ReportSort = (typeof reportSorts)[number]

/** A report that is not sent. */
export interface ReportDraft extends Kept {
  /** `Idempotency-Key`: however often it is sent, it becomes one case. */
  key: string
  description: string
  when: 'now' | 'today' | 'other'
  /** Clock time in Oslo, of `today`. */
  time: string
  /** UTC ISO 8601, of `other`. */
  moment: string | null
  /** Where; null is the reporter's own unit. */
  unit: OrgUnitReference | null
  place: string
  sort: ReportSort | null
  injury: ReportAnswers['injury']
  personalData: boolean
  visibility: Deviation['reporterVisibility']
  files: FileReference[]
  /** The procedure it is a breach of, when one came from there. */
  document: Deviation['document']
  /** The API would not take it while it waited for a network: the code it gave. */
  refusal?: string
}

/** The moment of writing. */
export const writtenNow = (): Kept => ({ writtenDateTime: new Date().toISOString() })

/** An empty report. */
export const emptyReport = (document: Deviation['document'] = null): ReportDraft => ({
  key: crypto.randomUUID(),
  ...writtenNow(),
  description: '',
  when: 'now',
  time: '',
  moment: null,
  unit: null,
  place: '',
  sort: null,
  injury: 'none',
  personalData: false,
  visibility: 'named',
  files: [],
  document,
})

/** Whether there is anything in it to lose. */
export const hasContent = ({ description, place, sort, files }: ReportDraft): boolean =>
  description.trim() !== '' || place.trim() !== '' || sort !== null || files.length > 0

/** The answers to the plain questions (features.md Q32); undefined until the first is answered. */
function answersOf({ sort, injury, personalData }: ReportDraft): ReportAnswers | undefined {
  if (sort === null) return undefined
  if (sort === 'improvement') return { happened: 'observed', injury: 'none', personalData: false }
  return { happened: sort, injury, personalData }
}

/** When it happened; null while that cannot be said. @param now is the moment of asking. */
export function occurredAt({ when, time, moment }: ReportDraft, now = new Date()): string | null {
  if (when === 'now') return now.toISOString()
  if (when === 'other') return moment
  return osloTime(dayOf(now), time || formatTime(now)).toISOString()
}

/** What the API looks through while it is written. */
export function toCheck(draft: ReportDraft): ReportToCheck {
  const answers = answersOf(draft)
  return {
    // As it stands: what is found is named by its place in it.
    description: draft.description,
    ...(answers && { answers }),
    ...(draft.unit && { orgUnitId: draft.unit.id }),
  }
}

/** What is sent. @param isDeviation the person has read about whistleblowing, and says that this is none. */
export function toReport(
  draft: ReportDraft,
  acceptedFindings: readonly AcceptedFinding[],
  isDeviation: boolean,
): NewDeviation {
  const answers = answersOf(draft)
  return {
    description: draft.description.trim(),
    occurredDateTime: occurredAt(draft) ?? new Date().toISOString(),
    ...(answers && { answers }),
    ...(draft.sort === 'improvement' && { kind: 'improvement' }),
    ...(draft.unit && { orgUnitId: draft.unit.id }),
    ...(draft.place.trim() !== '' && { place: draft.place.trim() }),
    ...(draft.document && { document: draft.document }),
    ...(draft.files.length > 0 && { attachmentIds: draft.files.map(({ id }) => id) }),
    ...(acceptedFindings.length > 0 && { acceptedFindings: [...acceptedFindings] }),
    ...(draft.visibility !== 'named' && { reporterVisibility: draft.visibility }),
    ...(isDeviation && { isWhistleblowing: false }),
  }
}
