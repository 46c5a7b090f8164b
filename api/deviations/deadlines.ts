import { addDays, osloDay, osloTime } from '../time/oslo.ts'
import { addWorkingDays } from '../time/working-days.ts'
import type { DeviationState } from './states.ts'

/** Defaults by severity: practice, not law (features.md §8.1). Working days, but hours where it says so. */
export interface DeadlineRule {
  receiveWorkingDays: number | null
  /** Hours by the clock, day and night. */
  receiveHours: number | null
  planWorkingDays: number
  completeWorkingDays: number
}
const low = { receiveWorkingDays: 3, receiveHours: null, planWorkingDays: 14, completeWorkingDays: 60 }
export const deadlineRules: Record<number, DeadlineRule> = {
  1: low,
  2: low,
  3: { receiveWorkingDays: 2, receiveHours: null, planWorkingDays: 10, completeWorkingDays: 45 },
  4: { receiveWorkingDays: 1, receiveHours: null, planWorkingDays: 5, completeWorkingDays: 30 },
  5: { receiveWorkingDays: null, receiveHours: 4, planWorkingDays: 1, completeWorkingDays: 30 },
}

/** GDPR art. 33(1): hours from knowledge to notice; and after how many the kommunedirektør is told it is undecided. */
export const noticeHours = 72
export const noticeWarningHours = 48

const hour = 3_600_000
/** The end of a day in Oslo: when the next one begins. */
export const endOfDay = (day: string): Date => osloTime(addDays(day, 1), '00:00')
/** The end of the working day some working days later. */
export const workingDaysAfter = (from: Date, count: number): Date =>
  endOfDay(addWorkingDays(osloDay(from), count))
export const hoursAfter = (from: Date, hours: number): Date => new Date(from.getTime() + hours * hour)

/** When a report is to be received. A personal data breach: the same day, whatever day it is. */
export function receiveDeadline(from: Date, severity: number, isPersonalData: boolean): Date {
  const rule = ruleOf(severity)
  const by =
    rule.receiveHours === null
      ? workingDaysAfter(from, rule.receiveWorkingDays ?? 0)
      : hoursAfter(from, rule.receiveHours)
  const today = endOfDay(osloDay(from))
  return isPersonalData && today < by ? today : by
}

/** When actions are to be set, and done, from the report on. */
export const planDeadline = (from: Date, severity: number) =>
  workingDaysAfter(from, ruleOf(severity).planWorkingDays)
export const completeDeadline = (from: Date, severity: number) =>
  workingDaysAfter(from, ruleOf(severity).completeWorkingDays)

/** @throws RangeError for what is no severity */
export function ruleOf(severity: number): DeadlineRule {
  const rule = deadlineRules[severity]
  if (!rule) throw new RangeError(`${severity} is no severity.`)
  return rule
}

export interface DeadlineFacts {
  state: DeviationState
  receiveBy: Date | null
  planBy: Date | null
  completeBy: Date | null
  evaluateBy: Date | null
}

/** The deadline that counts in the state; null when nothing is waited for. */
export function deadlineNow(facts: DeadlineFacts): Date | null {
  switch (facts.state) {
    case 'registered':
    case 'forwarded':
      return facts.receiveBy
    case 'received':
    case 'inTreatment':
    case 'reopened':
      return facts.planBy
    case 'actionsInProgress':
      return facts.completeBy
    case 'effectReview':
      return facts.evaluateBy
    default:
      return null
  }
}
