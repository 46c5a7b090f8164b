const zone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
})

/** What the clock on the wall in Oslo shows, as if it were UTC. */
function wallClock(time: Date): number {
  const part = Object.fromEntries(zone.formatToParts(time).map(({ type, value }) => [type, Number(value)]))
  // formatToParts gives every field asked for above.
  return Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!)
}

const dayLength = 86_400_000

/** The point in time when the clock in Oslo shows `time`, `days` after the day of `now` (before it when negative). */
export function osloTime(now: Date, days: number, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const midnight = Math.floor(wallClock(now) / dayLength) * dayLength
  const wanted = midnight + days * dayLength + (hour * 60 + minute) * 60_000
  // Off by the zone's offset at a moment close by; once more, as summer time may begin or end in between.
  const near = wanted - (wallClock(new Date(wanted)) - wanted)
  return new Date(near + wanted - wallClock(new Date(near)))
}

/** A day in Oslo, counted from the day of `now`: `2026-11-23`. */
export const osloDay = (now: Date, days: number) =>
  new Date(wallClock(now) + days * dayLength).toISOString().slice(0, 10)

/** 0 is Sunday, as in Date. */
const osloWeekday = (now: Date, days: number) => new Date(wallClock(now) + days * dayLength).getUTCDay()

/** How many days ago the `count`th workday (Monday to Friday) before today was, as a negative number. */
export function workdaysAgo(now: Date, count: number): number {
  let days = 0
  for (let left = count; left > 0;) {
    days -= 1
    if (![0, 6].includes(osloWeekday(now, days))) left -= 1
  }
  return days
}

/** Days until the next time it is `weekday` (0 is Sunday), at least `atLeast` days from now. */
export function daysUntil(now: Date, weekday: number, atLeast = 1): number {
  let days = atLeast
  while (osloWeekday(now, days) !== weekday) days += 1
  return days
}

const texts = {
  nb: {
    weekdays: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
    months: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  },
  nn: {
    weekdays: ['sundag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
    months: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  },
}

/** «mandag 23. november» */
export function dayInWords(now: Date, days: number, language: 'nb' | 'nn' = 'nb'): string {
  const [, month, day] = osloDay(now, days).split('-').map(Number)
  const { weekdays, months } = texts[language]
  // Month is 1–12, and the lists are complete.
  return `${weekdays[osloWeekday(now, days)]} ${day}. ${months[month! - 1]}`
}
