import { addDays } from './oslo.ts'

/** Days from Easter Sunday that are holidays: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday. */
const movable = [-3, -2, 0, 1, 39, 49, 50]
const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26']

/** Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm (Nature, 1876). */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  const month = String(Math.floor(f / 31)).padStart(2, '0')
  return `${year}-${month}-${String((f % 31) + 1).padStart(2, '0')}`
}

/** Whether a day is a Norwegian public holiday (lov om helligdager § 2, lov om 1 og 17 mai). */
export function isHoliday(day: string): boolean {
  if (fixed.includes(day.slice(5))) return true
  const easter = easterSunday(Number(day.slice(0, 4)))
  return movable.some((days) => addDays(easter, days) === day)
}

/** Monday to Friday, and not a public holiday. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

/**
 * The day that is a number of working days after, or before when negative. The day itself is not counted; with 0 it
 * is the day itself, or the next working day when it is none.
 */
export function addWorkingDays(day: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let at = day
  if (count === 0) {
    while (!isWorkingDay(at)) at = addDays(at, 1)
    return at
  }
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, step)
    if (isWorkingDay(at)) left--
  }
  return at
}
