import { addDays, osloDay, osloTime } from './oslo.ts'
import { isHoliday } from './working-days.ts'

/**
 * When people with ordinary hours are at work, by Oslo's clock: the core of a municipality's day (hovedtariffavtalen
 * kap. 1 § 4: 37,5 hours a week; offices answer the phone 08:00–15:30). The one place it is written.
 */
export const workingHours = { start: '08:00', end: '15:30' } as const

/** Furthest looked ahead for a working day, in days: longer than any row of holidays, shorter than for ever. */
const maxDaysAhead = 14

/** What is the same of a day for everybody. */
interface DayFacts {
  /** ISO weekday, 1 is Monday. */
  weekday: number
  isHoliday: boolean
  start: Date
  end: Date
}

/** Time zones take a while to reckon with, and the same few days are asked about for everybody. */
const known = new Map<string, DayFacts>()
const maxKnown = 2000

function factsOf(day: string): DayFacts {
  const found = known.get(day)
  if (found) return found
  if (known.size >= maxKnown) known.clear()
  const facts = {
    weekday: new Date(`${day}T12:00:00Z`).getUTCDay() || 7,
    isHoliday: isHoliday(day),
    start: osloTime(day, workingHours.start),
    end: osloTime(day, workingHours.end),
  }
  known.set(day, facts)
  return facts
}

/** The working hours of a day for somebody who works on these ISO weekdays; nobody works on a public holiday. */
export function hoursOn(workdays: readonly number[], day: string): { start: Date; end: Date } | undefined {
  const { weekday, isHoliday: isOff, start, end } = factsOf(day)
  return isOff || !workdays.includes(weekday) ? undefined : { start, end }
}

/** The working hours a moment lies in, or the next that come; undefined for somebody who works on no weekday. */
export function hoursAtOrAfter(
  workdays: readonly number[],
  moment: Date,
): { start: Date; end: Date } | undefined {
  const today = osloDay(moment)
  for (let ahead = 0; ahead <= maxDaysAhead; ahead++) {
    const hours = hoursOn(workdays, addDays(today, ahead))
    if (hours && moment < hours.end) return hours
  }
  return undefined
}
