import { m } from '../messages/messages.js'
import { getLocale } from './locale.ts'

/** Days and clock times are those of the municipality, wherever the reader is. */
const timeZone = 'Europe/Oslo'
const tags = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format is slow and a list needs the same one many times. */
function format(options: Intl.DateTimeFormatOptions, tag = tags[getLocale()]): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tag, { timeZone, ...options })
  formats.set(key, made)
  return made
}

/** The calendar day in Oslo, `2026-11-18`. */
export const dayOf = (time: Date): string =>
  format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE').format(time)

/** A day is handled as its noon in UTC, which is the same day in Oslo all year. */
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)

/** Whole days from one day to another; negative when `to` is earlier. */
const daysBetween = (from: string, to: string) =>
  Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000)

/** «14:32» */
export const formatTime = (time: string | Date): string =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(time))

/**
 * A day as people say it: «i dag», «i går», «i morgen», «mandag» within the week, else «16. november», with the
 * year when it is another one. `day` is `2026-11-16`.
 */
export function formatDay(day: string, now = new Date()): string {
  const today = dayOf(now)
  const distance = daysBetween(today, day)
  if (distance === 0) return m.date_today()
  if (distance === -1) return m.date_yesterday()
  if (distance === 1) return m.date_tomorrow()
  if (Math.abs(distance) < 7) return format({ weekday: 'long' }).format(noonOf(day))
  return formatDate(day, now)
}

/** A day as it stands on paper, where «i dag» soon is another: «16. november», with the year when it is another one. */
export function formatDate(day: string, now = new Date()): string {
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4)
  return format({ day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) }).format(
    noonOf(day),
  )
}

/** When something happened, in full: «i går kl. 14:02», «16. november kl. 09:20». */
export const formatDateTime = (time: string, now = new Date()): string =>
  m.date_dayAndTime({ day: formatDay(dayOf(new Date(time)), now), time: formatTime(time) })

/** A moment with its weekday, however far away: «tirsdag 1. desember kl. 08:00», with the year when it is another one. */
export function formatLongDateTime(time: string, now = new Date()): string {
  const day = dayOf(new Date(time))
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4)
  const words = format({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  })
  return m.date_dayAndTime({ day: words.format(noonOf(day)), time: formatTime(time) })
}

/** When something happened, for lists: the time matters only today. «i dag kl. 08:10», «i går», «mandag». */
export function formatWhen(time: string, now = new Date()): string {
  const day = dayOf(new Date(time))
  return day === dayOf(now) ? formatDateTime(time, now) : formatDay(day, now)
}

/** A deadline in words: «Frist i dag», «Frist fredag», «Fristen gikk ut i går». `day` is the last day. */
export function formatDeadline(day: string, now = new Date()): string {
  const words = { day: formatDay(day, now) }
  return isOverdue(day, now) ? m.date_overdue(words) : m.date_due(words)
}

/** How many days ago the last day was; 0 when it is today, negative when it is ahead. */
export const daysOver = (day: string, now = new Date()): number => daysBetween(day, dayOf(now))

/** Whether the last day has gone by. */
export const isOverdue = (day: string, now = new Date()): boolean => day < dayOf(now)

/** «Onsdag 18. november», with a capital letter to begin a line. */
export function formatToday(now = new Date()): string {
  const text = format({ weekday: 'long', day: 'numeric', month: 'long' }).format(now)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A day in full, to begin a line: «Onsdag 18. november», with the year when it is another one. `day` is `2026-11-18`. */
export function formatFullDay(day: string, now = new Date()): string {
  if (day.slice(0, 4) === dayOf(now).slice(0, 4)) return formatToday(noonOf(day))
  const text = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(noonOf(day))
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Which greeting fits the clock in Oslo: night from 23, morning from 5, day from 10, evening from 17. */
export function partOfDay(now = new Date()): 'night' | 'morning' | 'day' | 'evening' {
  const hour = Number(format({ hour: 'numeric', hourCycle: 'h23' }, 'en-GB').format(now))
  if (hour >= 23 || hour < 5) return 'night'
  if (hour >= 17) return 'evening'
  return hour < 10 ? 'morning' : 'day'
}

/** A number with the language's own separators: «1 300». */
export const formatNumber = (value: number): string => value.toLocaleString(tags[getLocale()])

/** «mandag». `day` is the ISO number of the weekday: 1 is Monday, 7 Sunday. */
export const weekdayName = (day: number): string =>
  // The first of January 2024 was a Monday.
  format({ weekday: 'long' }).format(noonOf(`2024-01-0${day}`))

/** A stretch of days: «23. til 27. november», «30. november til 2. desember». Days are `2026-11-23`. */
export function formatDays(from: string, to: string, now = new Date()): string {
  if (from === to) return formatDay(from, now)
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7)
  const first = isSameMonth ? format({ day: 'numeric' }).format(noonOf(from)) : formatDate(from, now)
  return m.date_fromTo({ from: first, to: formatDate(to, now) })
}
