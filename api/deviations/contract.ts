import * as z from 'zod/mini'
import { CorrectiveAction, effects } from '../corrective-actions/contract.ts'
import { FileReference } from '../files/contract.ts'
import { OrgUnitReference } from '../org-units/contract.ts'
import { UserReference } from '../users/contract.ts'
import { deviationStates } from './states.ts'

export { deviationStates, openStates, type DeviationState } from './states.ts'

export const deviationCategories = [
  'hse',
  'serviceQuality',
  'informationSecurity',
  'fireElectricalBuilding',
  'environment',
  'finance',
  'caseProcessing',
  'emergencyPreparedness',
  'violenceThreats',
] as const
export type DeviationCategory = (typeof deviationCategories)[number]
export const deviationKinds = ['incident', 'nearMiss', 'observation', 'improvement'] as const
export type DeviationKind = (typeof deviationKinds)[number]
export const causeCategories = [
  'training',
  'routine',
  'staffing',
  'equipment',
  'communication',
  'external',
] as const
/** What the leader says of the procedure on closing (features.md Q30). */
export const documentOutcomes = ['notFollowed', 'wrongOrUnclear', 'missing', 'notRelevant'] as const
/** `hiddenFromUnit`: only the quality adviser sees who. `anonymous`: nobody, and it is stored nowhere. */
export const reporterVisibilities = ['named', 'hiddenFromUnit', 'anonymous'] as const
/** What the deviation hurt, or could have (features.md §8.1). */
export const consequences = ['person', 'service', 'environment', 'economy', 'reputation', 'privacy'] as const

/** Longest texts, in characters. */
export const maxDeviationTitleLength = 200
export const maxDeviationTextLength = 10_000
export const maxDeviationNoteLength = 2000
export const maxDeviationMessageLength = 4000

/** A procedure, as it was when the deviation was reported. */
export const DocumentReference = z.strictObject({
  /** Null for one that is not in the handbook. */
  id: z.nullable(z.uuid()),
  /** «KV-HEL-004 Legemiddelhåndtering». */
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxDeviationTitleLength)),
  version: z.nullable(z.string().check(z.maxLength(20))),
  section: z.nullable(z.string().check(z.maxLength(100))),
})

/** What is told to Datatilsynet, by the letters of GDPR art. 33(3). */
export const AuthorityNoticeContent = z.strictObject({
  nature: z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength)),
  peopleAndRecords: z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength)),
  contact: z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength)),
  consequences: z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength)),
  measures: z.string().check(z.trim(), z.maxLength(maxDeviationNoteLength)),
})
export type AuthorityNoticeContent = z.infer<typeof AuthorityNoticeContent>
export const noticeOutcomes = ['notify', 'doNotNotify'] as const

/** What happened to the case, the oldest first. Never changed. Only in a single deviation, or when selected. */
export const deviationEventKinds = [
  'registered',
  'received',
  'treatmentStarted',
  'forwarded',
  'accepted',
  'returned',
  'rejected',
  'objected',
  'objectionDismissed',
  'actionAdded',
  'actionAccepted',
  'actionCompleted',
  'submittedForReview',
  'evaluated',
  'closed',
  'archived',
  'reopened',
  'reopeningRequested',
  'merged',
  'mergedFrom',
  'shielded',
  'unshielded',
  'reclassified',
  'changed',
  'noticeProposed',
  'noticeAdvised',
  'noticeDecided',
  'overdue',
  'escalated',
  'handedOver',
] as const
export type DeviationEventKind = (typeof deviationEventKinds)[number]

export const DeviationEvent = z.object({
  id: z.uuid(),
  kind: z.enum(deviationEventKinds),
  dateTime: z.iso.datetime(),
  /** Null for the clock, for whom the viewer may not know of, and for a reporter whose name is hidden. */
  person: z.nullable(UserReference),
  /** «S for L»: whom the person did it for. */
  onBehalfOf: z.nullable(z.object({ id: z.uuid(), displayName: z.string() })),
  /** The reason or remark given. */
  note: z.nullable(z.string()),
  /** Of `reclassified`, `changed`, `escalated`, `forwarded`: names of properties with `from` and `to`, or to whom. */
  data: z.record(z.string(), z.unknown()),
})
export type DeviationEvent = z.infer<typeof DeviationEvent>

/** `GET /v1.0/deviations/{id}/messages`: the dialogue with the reporter, the oldest first. */
export const DeviationMessage = z.object({
  id: z.uuid(),
  text: z.string(),
  /** The reporter wrote it. */
  isFromReporter: z.boolean(),
  isMine: z.boolean(),
  /** Null when the viewer may not know who. */
  person: z.nullable(UserReference),
  createdDateTime: z.iso.datetime(),
})
export type DeviationMessage = z.infer<typeof DeviationMessage>

/** One case: `/v1.0/deviations`. `$filter`, `$search`, `$orderby`, `$top`, `$count`. */
export const Deviation = z.object({
  '@odata.etag': z.optional(z.string()),
  id: z.uuid(),
  /** `2026-00123`: one series a year without gaps. */
  number: z.string(),
  title: z.string(),
  /** Only in a single deviation, or when selected; as all that is optional below. */
  description: z.optional(z.string()),
  kind: z.enum(deviationKinds),
  category: z.enum(deviationCategories),
  /** Personal data got lost, wrong or astray; starts the 72 hours. Any category can have it. */
  isPersonalDataBreach: z.boolean(),
  /** Somebody was seriously hurt: the card of aml § 5-2 is shown (features.md Q33). */
  isSeriousInjury: z.boolean(),
  occurredDateTime: z.iso.datetime(),
  /** When the municipality came to know. */
  discoveredDateTime: z.iso.datetime(),
  /** Where it happened. */
  orgUnit: OrgUnitReference,
  place: z.nullable(z.string()),
  document: z.nullable(DocumentReference),
  /** The act and paragraph that was broken, in words. */
  law: z.nullable(z.string()),
  /** 1–5: 1–2 low, 3 medium, 4 high, 5 critical. */
  severity: z.int(),
  /** 1–5; null until somebody has said. */
  probability: z.nullable(z.int()),
  /** severity × probability, 1–25. */
  riskScore: z.nullable(z.int()),
  actualConsequences: z.array(z.enum(consequences)),
  possibleConsequences: z.array(z.enum(consequences)),
  immediateAction: z.nullable(z.string()),
  /** Roles, never names: «sykepleier, pårørende» (features.md Q36). */
  involvedRoles: z.nullable(z.string()),
  /** Who may have no part in treating it (features.md Q35). Empty for viewers who only report. */
  involved: z.optional(z.array(UserReference)),
  reporterVisibility: z.enum(reporterVisibilities),
  /** Null when hidden or anonymous, and when they have left. */
  reporter: z.nullable(UserReference),
  /** The unit whose leader answers for the case. Null beyond the kommunedirektør: show `contacts` of the settings. */
  responsibleUnit: z.nullable(OrgUnitReference),
  /** That leader now. Null beyond the kommunedirektør. */
  responsible: z.nullable(UserReference),
  state: z.enum(deviationStates),
  isShielded: z.boolean(),
  /** Moments; null when there is none (yet). Receipt in hours for critical ones, else the end of a working day. */
  deadlines: z.object({
    receive: z.nullable(z.iso.datetime()),
    plan: z.nullable(z.iso.datetime()),
    complete: z.nullable(z.iso.datetime()),
    evaluate: z.nullable(z.iso.datetime()),
  }),
  /** The deadline that counts now; null when nothing is waited for. */
  dueDateTime: z.nullable(z.iso.datetime()),
  /** Late; what waits for its effect to be reviewed is not. */
  isOverdue: z.boolean(),
  /** It went up to the kommunedirektør, who alone closes it. */
  isEscalated: z.boolean(),
  causeCategory: z.nullable(z.enum(causeCategories)),
  cause: z.nullable(z.string()),
  /** Up to five whys, in order. */
  whys: z.array(z.string()),
  /** Kroner. */
  cost: z.nullable(z.int()),
  archiveReference: z.nullable(z.string()),
  correctiveActions: z.optional(z.array(CorrectiveAction)),
  documentOutcome: z.nullable(z.enum(documentOutcomes)),
  effectiveness: z.nullable(z.enum(effects)),
  effectNote: z.nullable(z.string()),
  closingNote: z.nullable(z.string()),
  /** Why it is none, of a rejected one, and whether the reporter has objected (once). */
  rejection: z.nullable(
    z.object({ reason: z.string(), objection: z.nullable(z.string()), isObjectionOpen: z.boolean() }),
  ),
  mergedIntoId: z.nullable(z.uuid()),
  /** The unit it comes from, while the receiver has not accepted. */
  forwardedFrom: z.nullable(OrgUnitReference),
  /** Only for a personal data breach (GDPR art. 33). */
  authorityNotice: z.nullable(
    z.object({
      /** 72 hours after `discoveredDateTime`. */
      deadline: z.iso.datetime(),
      content: z.nullable(AuthorityNoticeContent),
      proposal: z.nullable(z.enum(noticeOutcomes)),
      proposalNote: z.nullable(z.string()),
      advice: z.nullable(z.enum(noticeOutcomes)),
      adviceNote: z.nullable(z.string()),
      outcome: z.nullable(z.enum(noticeOutcomes)),
      /** Why not, or why later than 72 hours: art. 33(1) and (5). */
      reason: z.nullable(z.string()),
      decidedDateTime: z.nullable(z.iso.datetime()),
    }),
  ),
  attachments: z.array(FileReference),
  timeline: z.optional(z.array(DeviationEvent)),
  createdDateTime: z.iso.datetime(),
  lastModifiedDateTime: z.iso.datetime(),
  receivedDateTime: z.nullable(z.iso.datetime()),
  closedDateTime: z.nullable(z.iso.datetime()),
  permissions: z.object({
    /** May add to what was reported: own ones until closed. */
    canEdit: z.boolean(),
    /** May change kind, category, severity, probability and the two statutory facts. */
    canClassify: z.boolean(),
    /** May write causes, consequences, cost, law, archive reference. */
    canTreat: z.boolean(),
    canComment: z.boolean(),
    canReceive: z.boolean(),
    canStartTreatment: z.boolean(),
    canForward: z.boolean(),
    canAccept: z.boolean(),
    canReturn: z.boolean(),
    canReject: z.boolean(),
    canObject: z.boolean(),
    canAddAction: z.boolean(),
    canCompleteAction: z.boolean(),
    canSubmitForReview: z.boolean(),
    canEvaluate: z.boolean(),
    canClose: z.boolean(),
    canReopen: z.boolean(),
    canRequestReopening: z.boolean(),
    canMerge: z.boolean(),
    canShield: z.boolean(),
    canUnshield: z.boolean(),
    canProposeAuthorityNotice: z.boolean(),
    canAdviseAuthorityNotice: z.boolean(),
    canDecideAuthorityNotice: z.boolean(),
  }),
  viewer: z.object({
    isReporter: z.boolean(),
    isResponsible: z.boolean(),
  }),
  /** What closing lacks, as details of `invalidTransition` name it; empty when it can be closed. Only as `timeline`. */
  missingToClose: z.optional(z.array(z.string())),
})
export type Deviation = z.infer<typeof Deviation>
