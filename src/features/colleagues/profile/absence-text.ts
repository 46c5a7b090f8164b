import type { Absence } from '#api/absences/contract.ts'
import { dayOf, formatDate, formatDays } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'

/** As long as a working day without its lunch, in milliseconds; shorter is told by the line on being reached. */
const wholeDay = 6 * 3_600_000

/** Whether an absence is so long that it is worth planning by. */
export const isWholeDay = ({ startDateTime, endDateTime }: Absence): boolean =>
  endDateTime === null || Date.parse(endDateTime) - Date.parse(startDateTime) >= wholeDay

/** «Borte 23. til 27. november», never why. */
export function absenceText({ startDateTime, endDateTime }: Absence, now = new Date()): string {
  const start = new Date(startDateTime)
  const from = dayOf(start)
  if (endDateTime === null) {
    return start <= now ? m.profile_awayOpen() : m.profile_awayFrom({ day: formatDate(from, now) })
  }
  // What ends at midnight ends with the day before.
  const last = dayOf(new Date(Date.parse(endDateTime) - 1))
  return start <= now && from !== last
    ? m.profile_awayUntil({ day: formatDate(last, now) })
    : m.profile_away({ days: formatDays(from, last, now) })
}
