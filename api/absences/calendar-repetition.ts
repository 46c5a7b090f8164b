import { addDays, osloDay } from '../time/oslo.ts'
import { momentOf, onDay, type CalendarMoment } from './calendar-time.ts'

/** A rule that is understood: every so many days, or on weekdays of every so many weeks. */
export interface Repetition {
  frequency: 'DAILY' | 'WEEKLY'
  interval: number
  count: number | undefined
  until: Date | undefined
  /** ISO weekdays; none is that of the first. */
  weekdays: readonly number[]
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const understood = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST'])

/** How long a series is followed from its first, in days. */
const maxDaysFollowed = 3660

/** An `RRULE` (RFC 5545 §3.3.10). @returns undefined for one that is not as simple as that. */
export function repetitionOf(value: string): Repetition | undefined {
  const parts = new Map(
    value
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => {
        const [name = '', text = ''] = part.split('=', 2)
        return [name, text]
      }),
  )
  if ([...parts.keys()].some((name) => !understood.has(name))) return undefined
  const frequency = parts.get('FREQ')
  if (frequency !== 'DAILY' && frequency !== 'WEEKLY') return undefined
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1')
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT') ?? '') : undefined
  const until = parts.has('UNTIL') ? momentOf(parts.get('UNTIL') ?? '', undefined) : undefined
  const names = parts.get('BYDAY')?.split(',') ?? []
  const weekdays = names.map((name) => weekdayNames.indexOf(name) + 1)
  const isUnknown =
    interval === undefined ||
    (parts.has('COUNT') && count === undefined) ||
    (parts.has('UNTIL') && until === undefined) ||
    (parts.get('WKST') ?? 'MO') !== 'MO' ||
    weekdays.includes(0)
  if (isUnknown) return undefined
  const endOfUntil = until && (until.time === null ? onDay(until, addDays(until.day, 1)) : until.moment)
  return { frequency, interval, count, until: endOfUntil, weekdays }
}

function wholeNumber(text: string): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return number > 0 ? number : undefined
}

const dayLength = 86_400_000
/** Days since 1970, for counting without a calendar. */
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength
const dayOf = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10)
/** 1 is Monday. The first of January 1970 was a Thursday. */
const weekdayOf = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1

/**
 * The days a series falls on, of those from one day through another.
 * @param first when the first begins. @param from and @param through such as `2026-11-18`
 */
export function daysOf(first: CalendarMoment, rule: Repetition, from: string, through: string): string[] {
  const days: string[] = []
  const start = numberOf(first.day)
  const weekStart = start + 1 - weekdayOf(start)
  const earliest = numberOf(from)
  const latest = Math.min(numberOf(through), start + maxDaysFollowed)
  const untilDay = rule.until && numberOf(osloDay(rule.until))
  const weekdays = new Set(rule.weekdays)
  let count = 0
  for (let at = start; at <= latest; at++) {
    const falls =
      rule.frequency === 'DAILY'
        ? (at - start) % rule.interval === 0 && (weekdays.size === 0 || weekdays.has(weekdayOf(at)))
        : Math.floor((at - weekStart) / 7) % rule.interval === 0 &&
          (weekdays.size === 0 ? weekdayOf(at) === weekdayOf(start) : weekdays.has(weekdayOf(at)))
    if (!falls) continue
    // Only close to the end does the time of day matter.
    const isNearEnd = untilDay !== undefined && at >= untilDay - 1
    if (isNearEnd && rule.until && onDay(first, dayOf(at)) > rule.until) break
    if (at >= earliest) days.push(dayOf(at))
    if (rule.count !== undefined && ++count >= rule.count) break
  }
  return days
}
