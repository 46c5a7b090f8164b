import { osloDay } from '../time/oslo.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { deadlineNow, endOfDay, hoursAfter, noticeWarningHours, type DeadlineFacts } from './deadlines.ts'
import { reopenWithinDays } from './lifecycle.ts'
import { criticalSeverity, highSeverity } from './transitions.ts'

/** Whom a step of the ladder reaches. `sectorLeader` is the kommunalsjef. */
export type StepTarget =
  | 'leader'
  | 'nextLeader'
  | 'sectorLeader'
  | 'quality'
  | 'dataProtection'
  | 'chiefExecutive'

/** One step up: taken once in the life of a case, at its moment or as soon after as somebody looks. */
export interface Step {
  /** Unique of a case. What is counted from a deadline has the deadline in it: a new one is a new ladder. */
  key: string
  at: Date
  to: StepTarget
  /** The kommunedirektør takes it over: nobody else closes it. */
  escalates: boolean
  kind: 'copy' | 'overdue' | 'escalated' | 'archive'
}

export interface LadderFacts extends DeadlineFacts {
  severity: number
  isPersonalData: boolean
  createdAt: Date
  discoveredAt: Date
  noticeDecidedAt: Date | null
  closedAt: Date | null
}

/** Working days past the deadline until somebody is told. */
const overdueSteps: Record<number, readonly { days: number; to: StepTarget }[]> = {
  1: [{ days: 7, to: 'nextLeader' }],
  2: [{ days: 7, to: 'nextLeader' }],
  3: [
    { days: 3, to: 'nextLeader' },
    { days: 7, to: 'quality' },
  ],
  4: [{ days: 3, to: 'chiefExecutive' }],
  5: [],
}

/** Moment of a step some working days past a deadline: the end of that day, counted from the deadline's own. */
function daysPast(deadline: Date, days: number): Date {
  // A deadline at midnight belongs to the day that ends there.
  return endOfDay(addWorkingDays(osloDay(new Date(deadline.getTime() - 1)), days))
}

/**
 * Every step of a case as it stands (features.md §8.1 «Escalation»), the earliest first. What waits for the review of its
 * effect is never overdue.
 */
export function stepsOf(facts: LadderFacts): Step[] {
  const { severity, createdAt, state } = facts
  const steps: Step[] = []
  const isOver = ['closed', 'archived', 'rejected', 'merged'].includes(state)
  if (!isOver && severity === criticalSeverity)
    steps.push({ key: 'critical', at: createdAt, to: 'chiefExecutive', escalates: true, kind: 'escalated' })
  if (!isOver && severity === highSeverity)
    steps.push({ key: 'high', at: createdAt, to: 'sectorLeader', escalates: false, kind: 'copy' })
  if (!isOver && facts.isPersonalData)
    steps.push({ key: 'personalData', at: createdAt, to: 'dataProtection', escalates: false, kind: 'copy' })
  if (facts.isPersonalData && facts.noticeDecidedAt === null && !isOver) {
    const at = hoursAfter(facts.discoveredAt, noticeWarningHours)
    steps.push({ key: 'notice48', at, to: 'chiefExecutive', escalates: true, kind: 'escalated' })
  }
  const deadline = state === 'effectReview' ? null : deadlineNow(facts)
  if (deadline) {
    const of = deadline.toISOString()
    steps.push({ key: `due ${of}`, at: deadline, to: 'leader', escalates: false, kind: 'overdue' })
    for (const { days, to } of overdueSteps[severity] ?? []) {
      const escalates = to === 'chiefExecutive'
      steps.push({ key: `${to} ${of}`, at: daysPast(deadline, days), to, escalates, kind: 'escalated' })
    }
  }
  if (state === 'closed' && facts.closedAt)
    steps.push({
      key: `archive ${facts.closedAt.toISOString()}`,
      at: hoursAfter(facts.closedAt, reopenWithinDays * 24),
      to: 'leader',
      escalates: false,
      kind: 'archive',
    })
  return steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())
}
