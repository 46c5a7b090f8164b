import { dayOf, daysOver, formatDateTime, formatDay, formatTime } from '../../lib/dates.ts'

/** The last day before a deadline: one at midnight is the end of the day before. */
export function lastDayOf(dateTime: string): string {
  const moment = new Date(dateTime)
  return dayOf(isMidnight(dateTime) ? new Date(moment.getTime() - 1) : moment)
}

const isMidnight = (dateTime: string) => formatTime(dateTime) === '00:00'

/** A deadline in words: «i dag», «4. desember»; with the clock when it is one of hours and near. */
export function dueWords(dateTime: string, now = new Date()): string {
  const day = lastDayOf(dateTime)
  return !isMidnight(dateTime) && daysOver(day, now) >= -1
    ? formatDateTime(dateTime, now)
    : formatDay(day, now)
}
