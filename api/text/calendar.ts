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
 * the day before. Lines are folded and text is escaped by the library, which is fetched when it is needed.
 */
export async function calendarOf(entry: CalendarDay): Promise<string> {
  const { default: ICAL } = await import('ical.js')
  // Without counting the space a folded line begins with; 75 bytes is the longest (RFC 5545 §3.1).
  ICAL.foldLength = 74
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Tunet//Tunet//NO')
  calendar.addPropertyWithValue('method', 'PUBLISH')

  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', entry.uid)
  event.addPropertyWithValue('sequence', entry.sequence)
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(entry.now, true))
  const day = ICAL.Time.fromDateString(entry.day)
  event.addPropertyWithValue('dtstart', day)
  const next = day.clone()
  next.adjust(1, 0, 0, 0)
  event.addPropertyWithValue('dtend', next)
  event.addPropertyWithValue('summary', oneLine(entry.title))
  event.addPropertyWithValue('description', printable(entry.description))
  event.addPropertyWithValue('url', entry.url)
  event.addPropertyWithValue('transp', 'TRANSPARENT')

  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', oneLine(entry.reminder))
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(reminderBefore))
  event.addSubcomponent(alarm)
  calendar.addSubcomponent(event)
  return `${calendar.toString()}\r\n`
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/** Line breaks are kept; other control characters would make the file unreadable. */
const printable = (text: string) => text.replaceAll('\r\n', '\n').replaceAll(controls, ' ')

const oneLine = (text: string) => printable(text).replaceAll('\n', ' ')
