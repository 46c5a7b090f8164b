import { conflict, type ApiError } from '../http/errors.ts'
import { reviewedFromSeverity, transitions } from './transitions.ts'
import type { DeviationAction, DeviationState } from './states.ts'

/** Days after it was closed or turned down in which a case can be taken up again (features.md §8.1). */
export const reopenWithinDays = 30

/** What an action's guards look at. What an action brings with it is set as if it were there. */
export interface LifecycleFacts {
  state: DeviationState
  severity: number
  isPersonalData: boolean
  isShielded: boolean
  hasResponsible: boolean
  causeCategory: string | null
  cause: string | null
  actionCount: number
  openActionCount: number
  documentOutcome: string | null
  effectiveness: string | null
  effectNote: string | null
  /** When it was closed or turned down. */
  endedAt: Date | null
  objection: string | null
  isObjectionOpen: boolean
  noticeDecidedAt: Date | null
  now: Date
}

/** Names of what is not there. */
type Guard = (facts: LifecycleFacts) => string[]

const missing = (name: string, isThere: boolean): string[] => (isThere ? [] : [name])
const isSaid = (text: string | null) => text !== null && text.trim() !== ''

/** «Mottatt needs owner» */
const responsible: Guard = ({ hasResponsible }) => missing('responsible', hasResponsible)
/** «Under behandling → Tiltak needs cause category + text» */
const cause: Guard = (facts) => [
  ...missing('causeCategory', isSaid(facts.causeCategory)),
  ...missing('cause', isSaid(facts.cause)),
]
const actionsDone: Guard = ({ openActionCount }) => missing('correctiveActions', openActionCount === 0)
/** «Gjenåpne ≤30 d» */
const withinWindow: Guard = ({ endedAt, now }) =>
  missing(
    'reopenWindow',
    endedAt !== null && now.getTime() - endedAt.getTime() <= reopenWithinDays * 86_400_000,
  )
const undecided: Guard = ({ isPersonalData, noticeDecidedAt }) =>
  missing('notice', isPersonalData && noticeDecidedAt === null)

const guards: Partial<Record<DeviationAction, Guard>> = {
  receive: responsible,
  accept: responsible,
  // A second no is the quality adviser's answer to an objection.
  reject: ({ state, isObjectionOpen }) => missing('objection', state !== 'rejected' || isObjectionOpen),
  object: ({ objection }) => missing('objection', objection === null),
  addAction: cause,
  submitForReview: (facts) => [
    ...cause(facts),
    ...missing('correctiveActions', facts.actionCount > 0 && facts.openActionCount === 0),
  ],
  evaluate: actionsDone,
  close: (facts) => {
    const isReviewed = facts.severity >= reviewedFromSeverity
    return [
      ...missing('state', !isReviewed || facts.state === 'effectReview'),
      ...cause(facts),
      ...actionsDone(facts),
      ...missing('documentOutcome', isSaid(facts.documentOutcome)),
      ...missing('effectNote', !isReviewed || isSaid(facts.effectNote)),
      ...missing('effectiveness', !isReviewed || facts.effectiveness === 'effective'),
      ...missing('notice', !facts.isPersonalData || facts.noticeDecidedAt !== null),
    ]
  },
  reopen: (facts) => (facts.isObjectionOpen ? [] : withinWindow(facts)),
  requestReopening: withinWindow,
  shield: ({ isShielded }) => missing('state', !isShielded),
  unshield: ({ isShielded }) => missing('state', isShielded),
  proposeAuthorityNotice: undecided,
  adviseAuthorityNotice: undecided,
  decideAuthorityNotice: undecided,
}

/** Where an action leads; what is not here stays where it is. */
const next: Partial<Record<DeviationAction, DeviationState | ((facts: LifecycleFacts) => DeviationState)>> = {
  receive: 'received',
  startTreatment: 'inTreatment',
  forward: 'forwarded',
  accept: 'received',
  return: 'registered',
  reject: 'rejected',
  addAction: 'actionsInProgress',
  submitForReview: 'effectReview',
  // No effect takes it up again (Q31).
  evaluate: ({ effectiveness }) => (effectiveness === 'notEffective' ? 'reopened' : 'effectReview'),
  close: 'closed',
  reopen: 'reopened',
  merge: 'merged',
}

/** What an action lacks: `state` when it is not for this state, else what its guards name. Empty when it can be done. */
export function missingFor(action: DeviationAction, facts: LifecycleFacts): string[] {
  if (!transitions[action].from.includes(facts.state)) return ['state']
  return [...new Set(guards[action]?.(facts) ?? [])]
}

/** The state after an action. @throws 409 `invalidTransition`, with a detail for each thing missing. */
export function nextState(action: DeviationAction, facts: LifecycleFacts): DeviationState {
  const lacking = missingFor(action, facts)
  if (lacking.length > 0) throw invalidTransition(lacking)
  const to = next[action]
  return typeof to === 'function' ? to(facts) : (to ?? facts.state)
}

/** 409: the case is not where this can be done, or lacks something. */
export const invalidTransition = (lacking: readonly string[]): ApiError =>
  conflict('invalidTransition', `This cannot be done now: ${lacking.join(', ')}.`, {
    details: lacking.map((target) => ({
      code: 'missing',
      target,
      message: `${target} is missing or does not fit.`,
    })),
  })
