import * as z from 'zod/mini'
import { effects } from '../corrective-actions/contract.ts'
import {
  AuthorityNoticeContent,
  documentOutcomes,
  maxDeviationMessageLength,
  maxDeviationNoteLength,
  noticeOutcomes,
} from '../deviations/contract.ts'
import { AcceptedFinding } from '../text/accepted-finding.ts'

/*
 * Bodies of `POST /v1.0/deviations/{id}/<action>`. Each answers 200 with the `Deviation` as it is now, 204 when the
 * viewer no longer may know of it, 409 `invalidTransition` with one detail per thing missing (`target` names it: `state`,
 * `responsible`, `causeCategory`, `cause`, `correctiveActions`, `documentOutcome`, `effectNote`, `effectiveness`,
 * `reopenWindow`, `objection`, `notice`), 403 for those who may not. Without a body: `receive`, `startTreatment`, `accept`.
 */

const text = (maxLength: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength))
const accepted = { acceptedFindings: z.optional(z.array(AcceptedFinding).check(z.maxLength(50))) }
const reason = text(maxDeviationNoteLength)

/** `return`, `reject`, `object`, `reopen`, `requestReopening`, `shield`, `unshield`: why. */
export const WithReason = z.strictObject({ reason, ...accepted })
export type WithReason = z.infer<typeof WithReason>

/** `forward`: to the unit whose leader is to take it. */
export const Forward = z.strictObject({ orgUnitId: z.uuid(), reason, ...accepted })

/** `addAction`. The first one takes the case to `actionsInProgress`, which needs cause and its category. */
export const AddAction = z.strictObject({
  description: text(maxDeviationNoteLength),
  ownerId: z.uuid(),
  /** The last day, in Europe/Oslo; by the severity when nothing is said. */
  dueDate: z.optional(z.iso.date()),
  ...accepted,
})

/** `acceptAction`, by its owner. */
export const AcceptAction = z.strictObject({ actionId: z.uuid() })

/** `completeAction`, by its owner or who treats the case. */
export const CompleteAction = z.strictObject({
  actionId: z.uuid(),
  note: z.optional(z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength))),
  ...accepted,
})

/** `submitForReview`, when all actions are done: 90 days after the last one unless a day is named. */
export const SubmitForReview = z.strictObject({ evaluateDate: z.optional(z.iso.date()) })

/** `evaluate`: did it help (features.md Q31)? `notEffective` takes the case up again. */
export const Evaluate = z.strictObject({
  effectiveness: z.enum(effects),
  note: text(maxDeviationNoteLength),
  /** Of single actions; those not named get the same. */
  actions: z.optional(
    z.array(z.strictObject({ id: z.uuid(), effect: z.enum(effects) })).check(z.maxLength(100)),
  ),
  ...accepted,
})

/** `close`: the choice about the procedure is not to be left out (Q30). */
export const Close = z.strictObject({
  documentOutcome: z.enum(documentOutcomes),
  note: z.optional(z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength))),
  ...accepted,
})

/** `merge`: into another open one the viewer treats. */
export const Merge = z.strictObject({ intoId: z.uuid() })

/** `proposeAuthorityNotice` by the leader: the checklist, as far as it is known; may be sent again. */
export const ProposeAuthorityNotice = z.strictObject({
  outcome: z.enum(noticeOutcomes),
  content: AuthorityNoticeContent,
  note: z.optional(z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength))),
  ...accepted,
})

/** `adviseAuthorityNotice` by the data protection officer. */
export const AdviseAuthorityNotice = z.strictObject({
  outcome: z.enum(noticeOutcomes),
  note: reason,
  ...accepted,
})

/**
 * `decideAuthorityNotice` by the kommunedirektør. `notify` needs every field of the checklist; a reason is needed not to
 * notify, and later than 72 hours.
 */
export const DecideAuthorityNotice = z.strictObject({
  outcome: z.enum(noticeOutcomes),
  content: z.optional(AuthorityNoticeContent),
  reason: z.optional(z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength))),
  ...accepted,
})

/** `POST /v1.0/deviations/{id}/messages`: 201 with the `DeviationMessage`. */
export const NewDeviationMessage = z.strictObject({ text: text(maxDeviationMessageLength), ...accepted })
export type NewDeviationMessage = z.infer<typeof NewDeviationMessage>
