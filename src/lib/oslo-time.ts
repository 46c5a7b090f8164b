import { dayOf, formatTime } from './dates.ts'

/**
 * The moment a clock in Oslo shows a time on a day, in UTC ISO 8601. In the hour that comes twice in October it is the
 * first; in the hour that is left out in March it is the hour after.
 * @param day `2026-11-18` @param time `07:30`
 */
export function osloMoment(day: string, time: string): string {
  const asUtc = new Date(`${day}T${time}:00Z`).getTime()
  // Oslo is one or two hours ahead of UTC; the offset that gives the time back is the right one.
  for (const hours of [2, 1]) {
    const moment = new Date(asUtc - hours * 3_600_000)
    if (dayOf(moment) === day && formatTime(moment) === time) return moment.toISOString()
  }
  return new Date(asUtc - 3_600_000).toISOString()
}

/** The day some days later. */
export function addDays(day: string, count: number): string {
  const moment = new Date(`${day}T12:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + count)
  return moment.toISOString().slice(0, 10)
}

/** The same day of the next month, or its last day when it is shorter. */
export function nextMonth(day: string): string {
  const moment = new Date(`${day}T12:00:00Z`)
  const wanted = moment.getUTCDate()
  moment.setUTCMonth(moment.getUTCMonth() + 1)
  // Past the end of a short month it runs over into the one after.
  if (moment.getUTCDate() !== wanted) moment.setUTCDate(0)
  return moment.toISOString().slice(0, 10)
}
