import * as z from 'zod/mini'
import {
  DocumentReference,
  causeCategories,
  consequences,
  deviationCategories,
  deviationKinds,
  deviationStates,
  maxDeviationNoteLength,
  maxDeviationTextLength,
  maxDeviationTitleLength,
  reporterVisibilities,
} from '../deviations/contract.ts'
import { AcceptedFinding } from '../text/accepted-finding.ts'
import { UserReference } from '../users/contract.ts'

/** A moment nobody mistypes: of this century or the next. */
const Moment = z.iso
  .datetime({ offset: true })
  .check(z.refine<string>((text) => /^2[01]/.test(text), 'Between 2000 and 2199.'))
const Grade = z.int().check(z.minimum(1), z.maximum(5))
const note = z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength))

/** The three plain questions (features.md Q32). They decide kind, category, severity, clock and who must know. */
export const ReportAnswers = z.strictObject({
  happened: z.enum(['happened', 'almost', 'observed']),
  /** Was anybody hurt, or could they have been? */
  injury: z.enum(['none', 'minor', 'serious']),
  /** Did personal data get lost, wrong or astray? */
  personalData: z.boolean(),
})
export type ReportAnswers = z.infer<typeof ReportAnswers>

const reported = {
  title: z.optional(z.string().check(z.trim(), z.maxLength(maxDeviationTitleLength))),
  description: z.optional(z.string().check(z.trim(), z.maxLength(maxDeviationTextLength))),
  occurredDateTime: z.optional(Moment),
  discoveredDateTime: z.optional(Moment),
  place: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(maxDeviationTitleLength)))),
  document: z.optional(z.nullable(DocumentReference)),
  law: z.optional(z.nullable(note)),
  immediateAction: z.optional(z.nullable(note)),
  involvedRoles: z.optional(z.nullable(note)),
  actualConsequences: z.optional(z.array(z.enum(consequences))),
  possibleConsequences: z.optional(z.array(z.enum(consequences))),
  /** Files of the caller, in order; replaces the whole list. */
  attachmentIds: z.optional(z.array(z.uuid().check(z.toLowerCase())).check(z.maxLength(20))),
  /** Answers to 422 `sensitiveContent`. */
  acceptedFindings: z.optional(z.array(AcceptedFinding).check(z.maxLength(50))),
}

const classified = {
  kind: z.optional(z.enum(deviationKinds)),
  category: z.optional(z.enum(deviationCategories)),
  severity: z.optional(Grade),
  probability: z.optional(z.nullable(Grade)),
  isPersonalDataBreach: z.optional(z.boolean()),
  isSeriousInjury: z.optional(z.boolean()),
}

/**
 * Body of `POST /v1.0/deviations`. Needed: `title` or `description`, `occurredDateTime`, and `severity` or `answers`; all else is
 * derived (title from the description, unit from the reporter, the rest from the answers). Send `Idempotency-Key: <uuid>`:
 * the same key again answers with the same case and makes none. 201 with the `Deviation`; 201 with `AnonymousReceipt`
 * for `anonymous`. 422: `possibleWhistleblowing` (read the text, offer `settings.whistleblowing`, and send `isWhistleblowing: false` only
 * when the person says so), `sensitiveContent`, `visibilityNotAllowed`, `unknownUser`, `unknownOrgUnit`, `anonymousWithFiles`.
 */
export const NewDeviation = z.strictObject({
  ...reported,
  ...classified,
  answers: z.optional(ReportAnswers),
  /** Where it happened; the reporter's own unit when nothing is said. */
  orgUnitId: z.optional(z.uuid()),
  /** People who may have no part in treating it (features.md Q35). */
  involvedIds: z.optional(z.array(z.uuid()).check(z.maxLength(20))),
  reporterVisibility: z.optional(z.enum(reporterVisibilities)),
  /** False: the person has read about whistleblowing and says that this is a deviation. True is refused (Q34). */
  isWhistleblowing: z.optional(z.boolean()),
})
export type NewDeviation = z.infer<typeof NewDeviation>

/** Who reported anonymously cannot open the case, and nothing leads back from it: the number is all there is. */
export const AnonymousReceipt = z.object({ number: z.string(), isAnonymous: z.literal(true) })
export type AnonymousReceipt = z.infer<typeof AnonymousReceipt>

/**
 * Body of `PATCH /v1.0/deviations/{id}`: absent is unchanged. Needs If-Match. What was reported: `canEdit`; kind to
 * `isSeriousInjury`: `canClassify` (`note` says why; the reporter is told); the rest: `canTreat`.
 */
export const DeviationPatch = z.strictObject({
  ...reported,
  ...classified,
  note: z.optional(note),
  causeCategory: z.optional(z.nullable(z.enum(causeCategories))),
  cause: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(maxDeviationTextLength)))),
  whys: z.optional(z.array(note).check(z.maxLength(5))),
  /** Kroner. */
  cost: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000_000)))),
  archiveReference: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(100)))),
})
export type DeviationPatch = z.infer<typeof DeviationPatch>

/** Body of `POST /v1.0/deviations/check`: what is being written, while it is written. Nothing is kept. */
export const ReportToCheck = z.strictObject({
  title: z.optional(z.string().check(z.maxLength(maxDeviationTitleLength))),
  description: z.optional(z.string().check(z.maxLength(maxDeviationTextLength))),
  answers: z.optional(ReportAnswers),
  orgUnitId: z.optional(z.uuid()),
  involvedIds: z.optional(z.array(z.uuid()).check(z.maxLength(20))),
})
export type ReportToCheck = z.infer<typeof ReportToCheck>

/** One that is like it; also `GET /v1.0/deviations/{id}/similar`. */
export const SimilarDeviation = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: z.enum(deviationStates),
  createdDateTime: z.iso.datetime(),
})
export type SimilarDeviation = z.infer<typeof SimilarDeviation>

/** Answer to that. */
export const ReportCheck = z.object({
  /** Null without answers. */
  classification: z.nullable(
    z.object({
      kind: z.enum(deviationKinds),
      category: z.enum(deviationCategories),
      severity: z.int(),
      isPersonalDataBreach: z.boolean(),
      isSeriousInjury: z.boolean(),
      /** Which statutory clock starts: `authority72Hours`, `labourInspectionAtOnce`. */
      clocks: z.array(z.enum(['authority72Hours', 'labourInspectionAtOnce'])),
      /** Who gets to know beside the leader. */
      informs: z.array(z.enum(['safetyRep', 'dataProtection', 'chiefExecutive'])),
    }),
  ),
  /** Names of colleagues in the text: «skriv rolle i stedet» (Q36). Offsets in the field, end exclusive. */
  names: z.array(
    z.object({
      target: z.enum(['title', 'description']),
      start: z.int(),
      end: z.int(),
      /** Their title, to write instead; null when there is none. */
      jobTitle: z.nullable(z.string()),
    }),
  ),
  /** What makes it look like whistleblowing; empty when nothing does (Q34). */
  whistleblowingSigns: z.array(z.enum(['aboutLeader', 'reprisal', 'misconduct', 'protection', 'says'])),
  /** Similar open cases the viewer may see (Q44), the likest first. */
  similar: z.array(SimilarDeviation),
  /** Who will get it; null beyond the kommunedirektør. */
  responsible: z.nullable(UserReference),
})
export type ReportCheck = z.infer<typeof ReportCheck>
