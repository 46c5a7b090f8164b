import { contentLines, escaped, oneLine, printable } from './content-lines.ts'

/** A day one must remember, for a calendar outside Tunet. */
export interface CalendarDay {
  /** The same each time for the same thing, so that a calendar updates it instead of adding another. */
  uid: string
  /** Grows with each change of it. */
  sequence: number
  /** The last day, `2026-11-18`. */
  day: string
  title: string
  description: string
  url: string
  /** Said by the reminder at nine in the morning the day before. */
  reminder: string
  /** When the entry is written. */
  now: Date
}

/** From the midnight the day begins with, back to nine in the morning the day before. */
const reminderBefore = '-PT15H'

/**
 * A calendar with one whole day in it, as iCalendar (RFC 5545): the day is not marked as busy, and there is a reminder
 * the day before.
 */
export function calendarOf(entry: CalendarDay): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tunet//Tunet//NO',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${entry.now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(entry.day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(entry.day))}`,
    `SUMMARY:${escaped(oneLine(entry.title))}`,
    `DESCRIPTION:${escaped(printable(entry.description))}`,
    `URL:${entry.url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(oneLine(entry.reminder))}`,
    `TRIGGER:${reminderBefore}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return contentLines(lines)
}

const compact = (day: string) => day.replaceAll('-', '')

function dayAfter(day: string): string {
  const moment = new Date(`${day}T12:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + 1)
  return moment.toISOString().slice(0, 10)
}
