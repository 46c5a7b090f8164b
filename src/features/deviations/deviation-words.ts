import type {
  Deviation,
  DeviationCategory,
  DeviationEventKind,
  DeviationKind,
  DeviationState,
  causeCategories,
  documentOutcomes,
} from '#api/deviations/contract.ts'
import type { CorrectiveAction } from '#api/corrective-actions/contract.ts'
import { m } from '../../messages/messages.js'

/** Where a case is, in a word or two. */
export const stateLabels: Record<DeviationState, () => string> = {
  registered: m.deviation_stateRegistered,
  received: m.deviation_stateReceived,
  inTreatment: m.deviation_stateInTreatment,
  actionsInProgress: m.deviation_stateActions,
  effectReview: m.deviation_stateEffect,
  closed: m.deviation_stateClosed,
  archived: m.deviation_stateArchived,
  forwarded: m.deviation_stateForwarded,
  rejected: m.deviation_stateRejected,
  merged: m.deviation_stateMerged,
  reopened: m.deviation_stateReopened,
}

export const categoryLabels: Record<DeviationCategory, () => string> = {
  hse: m.deviation_categoryHse,
  serviceQuality: m.deviation_categoryService,
  informationSecurity: m.deviation_categoryInformation,
  fireElectricalBuilding: m.deviation_categoryBuilding,
  environment: m.deviation_categoryEnvironment,
  finance: m.deviation_categoryFinance,
  caseProcessing: m.deviation_categoryCases,
  emergencyPreparedness: m.deviation_categoryPreparedness,
  violenceThreats: m.deviation_categoryViolence,
}

export const kindLabels: Record<DeviationKind, () => string> = {
  incident: m.deviation_kindIncident,
  nearMiss: m.deviation_kindNearMiss,
  observation: m.deviation_kindObservation,
  improvement: m.deviation_kindImprovement,
}

export const causeLabels: Record<(typeof causeCategories)[number], () => string> = {
  training: m.deviation_causeTraining,
  routine: m.deviation_causeRoutine,
  staffing: m.deviation_causeStaffing,
  equipment: m.deviation_causeEquipment,
  communication: m.deviation_causeCommunication,
  external: m.deviation_causeExternal,
}

export const outcomeLabels: Record<(typeof documentOutcomes)[number], () => string> = {
  notFollowed: m.deviation_outcomeNotFollowed,
  wrongOrUnclear: m.deviation_outcomeUnclear,
  missing: m.deviation_outcomeMissing,
  notRelevant: m.deviation_outcomeNotRelevant,
}

export const actionStateLabels: Record<CorrectiveAction['state'], () => string> = {
  new: m.deviation_actionNew,
  accepted: m.deviation_actionAccepted,
  done: m.deviation_actionDone,
  evaluated: m.deviation_actionEvaluated,
}

/** «Lav», «Middels», «Høy», «Kritisk». @param severity 1–5. */
export function severityLabel(severity: number): string {
  if (severity <= 2) return m.deviation_severityLow()
  if (severity === 3) return m.deviation_severityMedium()
  return severity === 4 ? m.deviation_severityHigh() : m.deviation_severityCritical()
}

/** What happened to a case, to be read after the name of who did it. */
export const eventLabels: Record<DeviationEventKind, () => string> = {
  registered: m.deviation_eventRegistered,
  received: m.deviation_eventReceived,
  treatmentStarted: m.deviation_eventTreatmentStarted,
  forwarded: m.deviation_eventForwarded,
  accepted: m.deviation_eventAccepted,
  returned: m.deviation_eventReturned,
  rejected: m.deviation_eventRejected,
  objected: m.deviation_eventObjected,
  objectionDismissed: m.deviation_eventObjectionDismissed,
  actionAdded: m.deviation_eventActionAdded,
  actionAccepted: m.deviation_eventActionAccepted,
  actionCompleted: m.deviation_eventActionCompleted,
  submittedForReview: m.deviation_eventSubmitted,
  evaluated: m.deviation_eventEvaluated,
  closed: m.deviation_eventClosed,
  archived: m.deviation_eventArchived,
  reopened: m.deviation_eventReopened,
  reopeningRequested: m.deviation_eventReopeningRequested,
  merged: m.deviation_eventMerged,
  mergedFrom: m.deviation_eventMergedFrom,
  shielded: m.deviation_eventShielded,
  unshielded: m.deviation_eventUnshielded,
  reclassified: m.deviation_eventReclassified,
  changed: m.deviation_eventChanged,
  noticeProposed: m.deviation_eventNoticeProposed,
  noticeAdvised: m.deviation_eventNoticeAdvised,
  noticeDecided: m.deviation_eventNoticeDecided,
  overdue: m.deviation_eventOverdue,
  escalated: m.deviation_eventEscalated,
  handedOver: m.deviation_eventHandedOver,
}

/** Who reported it, as far as the viewer may know. */
export function reporterText({ reporter, reporterVisibility, viewer }: Deviation): string {
  if (viewer.isReporter) return m.deviation_reportedByMe()
  if (reporter) return reporter.displayName
  if (reporterVisibility === 'anonymous') return m.deviation_reportedAnonymously()
  return reporterVisibility === 'hiddenFromUnit' ? m.deviation_reporterHidden() : m.deviation_reporterGone()
}
