import type { Row } from '../graph/resource.ts'
import type { Viewer } from '../viewer.ts'
import type { Deviation } from './contract.ts'
import { rolesIn } from './facts.ts'
import { missingFor, type LifecycleFacts } from './lifecycle.ts'
import { deviationActions, type DeviationAction } from './states.ts'
import { mayDo, transitions, type CaseFacts } from './transitions.ts'

/** What the permissions of a row are made from; internal properties of the resource. */
export const permissionNeeds = [
  'state',
  'severity',
  'category',
  'isPersonalDataBreach',
  'isShielded',
  'isEscalated',
  'responsibleUnitId',
  'endedAt',
  'objectionText',
  'objectionOpen',
  'actionCount',
  'noticeDecidedAt',
  'role:reporter',
  'role:leader',
  'role:nextLeader',
  'role:quality',
  'role:safetyRep',
  'role:dataProtection',
  'role:chiefExecutive',
  'role:actionOwner',
] as const

/** Also what closing and the like look at. */
export const missingNeeds = [
  ...permissionNeeds,
  'causeCategory',
  'cause',
  'documentOutcome',
  'effectiveness',
  'effectNote',
  'openActionCount',
] as const

const caseOf = (row: Row): CaseFacts => ({
  severity: Number(row.severity),
  category: String(row.category),
  isPersonalData: row.isPersonalDataBreach === true,
  isEscalated: row.isEscalated === true,
})

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
const momentOf = (value: unknown) => (value instanceof Date ? value : null)

const lifecycleOf = (row: Row, { now }: Viewer): LifecycleFacts => ({
  ...caseOf(row),
  state: row.state as LifecycleFacts['state'], // a column of states
  isShielded: row.isShielded === true,
  hasResponsible: row['responsibleUnitId'] !== null,
  causeCategory: textOf(row.causeCategory),
  cause: textOf(row.cause),
  actionCount: Number(row['actionCount']),
  openActionCount: Number(row['openActionCount'] ?? 0),
  documentOutcome: textOf(row.documentOutcome),
  effectiveness: textOf(row.effectiveness),
  effectNote: textOf(row.effectNote),
  endedAt: momentOf(row['endedAt']),
  objection: textOf(row['objectionText']),
  isObjectionOpen: row['objectionOpen'] === true,
  noticeDecidedAt: momentOf(row['noticeDecidedAt']),
  now,
})

/** Guards that concern what is written in the same go, or is named when it is tried: a button is there all the same. */
const saidLater: readonly string[] = [
  'causeCategory',
  'cause',
  'correctiveActions',
  'documentOutcome',
  'effectNote',
]

/** What the viewer may do with a case: by role and state. What an action still lacks is told when it is tried. */
export function permissionsOf(row: Row, viewer: Viewer): Deviation['permissions'] {
  const roles = rolesIn(row)
  const facts = lifecycleOf(row, viewer)
  const can = (action: DeviationAction) =>
    transitions[action].from.includes(facts.state) &&
    mayDo(action, roles, caseOf(row)) &&
    missingFor(action, facts).every((name) => saidLater.includes(name))
  const may = Object.fromEntries(deviationActions.map((action) => [action, can(action)])) as Record<
    DeviationAction,
    boolean
  > // every action
  return {
    canEdit: may.supplement,
    canClassify: may.classify,
    canTreat: may.treat,
    canComment: may.comment,
    canReceive: may.receive,
    canStartTreatment: may.startTreatment,
    canForward: may.forward,
    canAccept: may.accept,
    canReturn: may.return,
    canReject: may.reject,
    canObject: may.object,
    canAddAction: may.addAction,
    canCompleteAction: may.completeAction && facts.actionCount > 0,
    canSubmitForReview: may.submitForReview,
    canEvaluate: may.evaluate,
    canClose: transitions.close.from.includes(facts.state) && mayDo('close', roles, caseOf(row)),
    canReopen: may.reopen,
    canRequestReopening: may.requestReopening,
    canMerge: may.merge,
    canShield: may.shield,
    canUnshield: may.unshield,
    canProposeAuthorityNotice: may.proposeAuthorityNotice,
    canAdviseAuthorityNotice: may.adviseAuthorityNotice,
    canDecideAuthorityNotice: may.decideAuthorityNotice,
  }
}

/** What closing lacks besides what is said in closing. */
export const missingToClose = (row: Row, viewer: Viewer): string[] => {
  const facts = lifecycleOf(row, viewer)
  return facts.state === 'closed' || facts.state === 'archived'
    ? []
    : missingFor('close', { ...facts, documentOutcome: 'said in closing' })
}
