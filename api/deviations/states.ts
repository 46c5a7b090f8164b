/**
 * Where a deviation is: reported → received → treated → actions → effect reviewed → closed → archived, and beside it
 * what was sent on, turned down, taken together with another, or taken up again (features.md §8.1). A draft is kept where
 * it is written; shielding is not a place but a fact (`isShielded`).
 */
export const deviationStates = [
  'registered',
  'received',
  'inTreatment',
  'actionsInProgress',
  'effectReview',
  'closed',
  'archived',
  'forwarded',
  'rejected',
  'merged',
  'reopened',
] as const
export type DeviationState = (typeof deviationStates)[number]

/** States in which somebody still has to do something with the case. */
export const openStates = [
  'registered',
  'received',
  'inTreatment',
  'actionsInProgress',
  'effectReview',
  'forwarded',
  'reopened',
] as const satisfies readonly DeviationState[]

/** What is done with a deviation, beside reading it. Every one is a row of `transitions.ts`. */
export const deviationActions = [
  'supplement',
  'classify',
  'treat',
  'comment',
  'receive',
  'startTreatment',
  'forward',
  'accept',
  'return',
  'reject',
  'object',
  'addAction',
  'completeAction',
  'submitForReview',
  'evaluate',
  'close',
  'reopen',
  'requestReopening',
  'merge',
  'shield',
  'unshield',
  'proposeAuthorityNotice',
  'adviseAuthorityNotice',
  'decideAuthorityNotice',
] as const
export type DeviationAction = (typeof deviationActions)[number]
