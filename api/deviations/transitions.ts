import type { DeviationAction, DeviationState } from './states.ts'

/**
 * What somebody is to a case (features.md §8.1): who reported it, the leader who answers for it, the leaders above, the
 * quality adviser, the safety representative of the unit, the data protection officer, the kommunedirektør; and who is to
 * do one of its corrective actions. One person may be several.
 */
export const deviationRoles = [
  'reporter',
  'leader',
  'nextLeader',
  'quality',
  'safetyRep',
  'dataProtection',
  'chiefExecutive',
  'actionOwner',
] as const
export type DeviationRole = (typeof deviationRoles)[number]

/** What the cells of the table hang on, beside role and state. */
export interface CaseFacts {
  severity: number
  category: string
  isPersonalData: boolean
  isEscalated: boolean
}

/** True, or the condition under which a role may. */
type Cell = true | 'personalData' | 'hse' | 'lowOrMedium' | 'high'

interface Transition {
  from: readonly DeviationState[]
  roles: Partial<Record<DeviationRole, Cell>>
}

/** The first severity that only the next leader closes, and the one only the kommunedirektør closes. */
export const highSeverity = 4
export const criticalSeverity = 5
/** From which severity the effect is reviewed before it is closed. */
export const reviewedFromSeverity = 3

const cells: Record<Cell & string, (facts: CaseFacts) => boolean> = {
  personalData: ({ isPersonalData }) => isPersonalData,
  hse: ({ category }) => category === 'hse',
  lowOrMedium: ({ severity, isEscalated }) => severity < highSeverity && !isEscalated,
  high: ({ severity, isEscalated }) => severity < criticalSeverity && !isEscalated,
}

const treated: readonly DeviationState[] = [
  'received',
  'inTreatment',
  'actionsInProgress',
  'effectReview',
  'reopened',
]
const open: readonly DeviationState[] = ['registered', 'forwarded', ...treated]
const any: readonly DeviationState[] = [...open, 'closed', 'archived', 'rejected', 'merged']

/** «Motta / behandle / sette tiltak» */
const treaters = {
  leader: true,
  nextLeader: true,
  dataProtection: 'personalData',
  chiefExecutive: true,
} as const
const leaders = { leader: true, nextLeader: true, chiefExecutive: true } as const

/**
 * Every action: from which states, by whom. The one table: the policy reads it, and so do the tests of every cell
 * (features.md §8.1 «Transitions × role»). A substitute is whoever they stand in for.
 */
export const transitions: Record<DeviationAction, Transition> = {
  supplement: { from: open, roles: { reporter: true } },
  classify: { from: open, roles: { ...treaters, quality: true } },
  treat: { from: treated, roles: treaters },
  comment: {
    from: any,
    roles: { ...leaders, reporter: true, quality: true, safetyRep: 'hse' },
  },
  receive: { from: ['registered'], roles: treaters },
  startTreatment: { from: ['received', 'reopened'], roles: treaters },
  forward: {
    from: ['registered', 'received', 'inTreatment', 'reopened'],
    roles: { ...leaders, quality: true },
  },
  accept: { from: ['forwarded'], roles: leaders },
  return: { from: ['forwarded'], roles: leaders },
  reject: {
    from: ['registered', 'received', 'inTreatment', 'reopened', 'rejected'],
    roles: { ...leaders, quality: true },
  },
  object: { from: ['rejected'], roles: { reporter: true } },
  addAction: { from: ['inTreatment', 'actionsInProgress'], roles: treaters },
  completeAction: { from: ['inTreatment', 'actionsInProgress'], roles: { ...treaters, actionOwner: true } },
  submitForReview: { from: ['actionsInProgress'], roles: treaters },
  evaluate: { from: ['effectReview'], roles: treaters },
  close: {
    from: ['inTreatment', 'actionsInProgress', 'effectReview'],
    roles: { leader: 'lowOrMedium', nextLeader: 'high', chiefExecutive: true },
  },
  reopen: {
    from: ['closed', 'rejected'],
    roles: { ...leaders, quality: true, dataProtection: true },
  },
  requestReopening: { from: ['closed'], roles: { reporter: true, safetyRep: true } },
  merge: { from: ['registered', 'received', 'inTreatment', 'reopened'], roles: treaters },
  shield: {
    from: any,
    roles: { nextLeader: true, quality: true, dataProtection: true, chiefExecutive: true },
  },
  unshield: {
    from: any,
    roles: { nextLeader: true, quality: true, dataProtection: true, chiefExecutive: true },
  },
  proposeAuthorityNotice: { from: open, roles: { leader: 'personalData' } },
  adviseAuthorityNotice: { from: open, roles: { dataProtection: 'personalData' } },
  decideAuthorityNotice: { from: any, roles: { chiefExecutive: 'personalData' } },
}

/** Whether one of the roles may do it with a case of this kind, whatever state it is in. */
export function mayDo(action: DeviationAction, roles: Iterable<DeviationRole>, facts: CaseFacts): boolean {
  for (const role of roles) {
    const cell = transitions[action].roles[role]
    if (cell === true || (cell !== undefined && cells[cell](facts))) return true
  }
  return false
}
