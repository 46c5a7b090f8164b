import { addDays, osloTime } from '../time/oslo.ts'

/** A moment of a calendar, with the day and time its own clock shows, by which it repeats. */
export interface CalendarMoment {
  moment: Date
  /** `2026-11-18` */
  day: string
  /** `07:30`; null for a whole day. */
  time: string | null
  /** It is given in UTC, and so repeats by that clock. */
  isUtc: boolean
}

/** Names of time zones that are Oslo's: IANA's of the Nordic countries and their neighbours, and Windows'. */
const osloZones =
  /^(\/?[\w./-]*\/)?(Europe\/(Oslo|Stockholm|Copenhagen|Berlin|Paris|Amsterdam|Brussels|Rome|Madrid|Vienna|Zurich)|Arctic\/Longyearbyen)$|^(W\. Europe|Romance|Central Europe|Central European) Standard Time$|^\(UTC\+01:00\)/i

/**
 * A `DTSTART`, `DTEND` or the like (RFC 5545 §3.3.4, §3.3.5). Without a zone it is by Oslo's clock.
 * @returns undefined for what is not understood, and for zones that are not Oslo's.
 */
export function momentOf(value: string, zone: string | undefined): CalendarMoment | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(value)
  if (!match) return undefined
  const [, year, month, date, hour, minute, , utc] = match
  const day = `${year}-${month}-${date}`
  if (!isDay(day)) return undefined
  if (hour === undefined) return { moment: osloTime(day, '00:00'), day, time: null, isUtc: false }
  if (Number(hour) > 23 || Number(minute) > 59) return undefined
  const time = `${hour}:${minute}`
  if (utc === 'Z') return { moment: new Date(`${day}T${time}:00Z`), day, time, isUtc: true }
  if (zone !== undefined && !osloZones.test(zone)) return undefined
  return { moment: osloTime(day, time), day, time, isUtc: false }
}

/** The moment on another day by the same clock. */
export const onDay = ({ time, isUtc }: CalendarMoment, day: string): Date =>
  isUtc ? new Date(`${day}T${time}:00Z`) : osloTime(day, time ?? '00:00')

const isDay = (day: string) => {
  const date = new Date(`${day}T12:00:00Z`)
  // A day that does not exist runs over into the next month.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && /^(19|2[01])/.test(day)
}

/** A `DURATION` in milliseconds (RFC 5545 §3.3.6); undefined for what is not understood, or goes back. */
export function lengthOf(value: string): number | undefined {
  const match =
    /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(value)
  if (!match || /^\+?PT?$/.test(value)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}

/** The end of what begins then and has none: a whole day, or no time at all (RFC 5545 §3.6.1). */
export const endWithout = ({ moment, day, time }: CalendarMoment): Date =>
  time === null ? osloTime(addDays(day, 1), '00:00') : moment
