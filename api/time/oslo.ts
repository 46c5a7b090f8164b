const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' })
const partsFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The calendar day in Europe/Oslo at a moment: `2026-11-18`. */
export const osloDay = (moment: Date) => dayFormat.format(moment)

/**
 * The moment a clock in Oslo shows a time on a day. In the hour that comes twice in October it is the first; in the
 * hour that is left out in March it is the hour after.
 * @param day `2026-11-18` @param time `07:30`
 */
export function osloTime(day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`)
  // Oslo is one or two hours ahead of UTC; the offset that gives the time back is the right one.
  for (const hours of [2, 1]) {
    const moment = new Date(asUtc.getTime() - hours * 3_600_000)
    if (partsFormat.format(moment).startsWith(`${day} ${time}`)) return moment
  }
  return new Date(asUtc.getTime() - 3_600_000)
}

/** A day some calendar days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)

/** The same day of the next month, or its last day when it is shorter. */
export function nextMonth(day: string): string {
  const moment = new Date(`${day}T12:00:00Z`)
  const wanted = moment.getUTCDate()
  moment.setUTCMonth(moment.getUTCMonth() + 1)
  // Past the end of a short month it runs over into the one after.
  if (moment.getUTCDate() !== wanted) moment.setUTCDate(0)
  return moment.toISOString().slice(0, 10)
}
