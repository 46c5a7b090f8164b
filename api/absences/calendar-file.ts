import { badRequest } from '../http/errors.ts'
import type { AbsenceKind } from '../database/absence-tables.ts'
import { addDays, osloDay } from '../time/oslo.ts'
import { daysOf, repetitionOf } from './calendar-repetition.ts'
import { endWithout, lengthOf, momentOf, onDay, type CalendarMoment } from './calendar-time.ts'
import { maxCalendarEvents } from './contract.ts'
import { trioCode } from './trio-code.ts'

/** One absence a calendar tells of. */
export interface CalendarAbsence {
  /** The event's own id, and the moment of a repeated one. */
  key: string
  startsAt: Date
  endsAt: Date
  kind: AbsenceKind
  isPhoneOpen: boolean
}

/** What a calendar tells. */
export interface CalendarContent {
  absences: CalendarAbsence[]
  /** Ids of every event read, also of those that are off: what else is kept of them is no longer so. */
  uids: Set<string>
  skipped: number
}

/** Furthest ahead an event begins that is read, in days. */
const maxDaysAhead = 366
/** Longest id of an event, and most lines and events of a file. */
const maxUidLength = 255
const maxLines = 100_000
const maxEvents = 5000
/** Most exceptions of a series: of one every day, those of the year that is read. */
const maxExceptions = 400
const dayLength = 86_400_000

interface Property {
  parameters: ReadonlyMap<string, string>
  value: string
}
type CalendarEvent = ReadonlyMap<string, Property[]>

/**
 * Reads the absences of an iCalendar file (RFC 5545): events whose subject begins with a code of the switchboard. Nothing
 * else of an event is kept. Time and memory grow with the size of the file and no faster.
 * @throws 400 `notCalendar`, or `tooManyEvents`
 */
export function readCalendar(text: string, now: Date): CalendarContent {
  const events = eventsIn(text)
  if (events.length > maxEvents) throw badRequest('tooManyEvents', `At most ${maxEvents} events are read.`)
  const content: CalendarContent = { absences: [], uids: new Set(), skipped: 0 }
  // A moved occurrence of a series stands as an event of its own, and is not where the series says.
  const moved = new Map<string, Set<number>>()
  for (const event of events) {
    const instance = timeOf(event, 'RECURRENCE-ID')
    const uid = uidOf(event)
    if (instance && uid) moved.set(uid, (moved.get(uid) ?? new Set()).add(instance.moment.getTime()))
  }
  for (const event of events) {
    const uid = uidOf(event)
    const read = uid === undefined ? [] : absencesOf(event, uid, now, moved.get(uid) ?? new Set())
    if (uid !== undefined) content.uids.add(uid)
    if (read.length === 0) content.skipped++
    content.absences.push(...read)
    if (content.absences.length > maxCalendarEvents) {
      throw badRequest('tooManyEvents', `At most ${maxCalendarEvents} absences are read from a file.`)
    }
  }
  return content
}

function absencesOf(
  event: CalendarEvent,
  uid: string,
  now: Date,
  moved: ReadonlySet<number>,
): CalendarAbsence[] {
  const code = trioCode(unescaped(event.get('SUMMARY')?.[0]?.value ?? ''))
  const start = timeOf(event, 'DTSTART')
  if (!code || !start || event.get('STATUS')?.[0]?.value.toUpperCase() === 'CANCELLED') return []
  const length = lengthIn(event, start)
  if (length === undefined || length <= 0) return []
  const latest = addDays(osloDay(now), maxDaysAhead)
  const isWanted = (begin: Date) => begin.getTime() + length > now.getTime() && osloDay(begin) <= latest
  const absence = (startsAt: Date, key: string): CalendarAbsence => ({
    key,
    startsAt,
    endsAt: new Date(startsAt.getTime() + length),
    ...code,
  })
  const rules = event.get('RRULE')
  const instance = timeOf(event, 'RECURRENCE-ID')
  if (rules === undefined) {
    const key = instance ? keyOf(uid, instance.moment) : uid
    return isWanted(start.moment) ? [absence(start.moment, key)] : []
  }
  const rule = rules.length === 1 && !event.has('RDATE') ? repetitionOf(rules[0]?.value ?? '') : undefined
  if (!rule) return []
  const left = new Set([...moved, ...exceptionsOf(event)])
  const earliest = osloDay(new Date(now.getTime() - length - dayLength))
  return daysOf(start, rule, earliest, latest)
    .map((day) => onDay(start, day))
    .filter((begin) => isWanted(begin) && !left.has(begin.getTime()))
    .map((begin) => absence(begin, keyOf(uid, begin)))
}

const keyOf = (uid: string, moment: Date) => `${uid}\n${moment.toISOString()}`

/** Milliseconds an event takes; of whole days by the calendar, so that summer time does not move them. */
function lengthIn(event: CalendarEvent, start: CalendarMoment): number | undefined {
  const duration = event.get('DURATION')?.[0]
  if (duration) return lengthOf(duration.value)
  if (!event.has('DTEND')) return endWithout(start).getTime() - start.moment.getTime()
  const end = timeOf(event, 'DTEND')
  return end && end.moment.getTime() - start.moment.getTime()
}

const exceptionsOf = (event: CalendarEvent): number[] =>
  (event.get('EXDATE') ?? [])
    .slice(0, maxExceptions)
    .flatMap(({ value, parameters }) =>
      value
        .split(',', maxExceptions)
        .flatMap((one) => momentOf(one, parameters.get('TZID'))?.moment.getTime() ?? []),
    )

function timeOf(event: CalendarEvent, name: string): CalendarMoment | undefined {
  const property = event.get(name)?.[0]
  return property && momentOf(property.value, property.parameters.get('TZID'))
}

function uidOf(event: CalendarEvent): string | undefined {
  const uid = event.get('UID')?.[0]?.value.trim() ?? ''
  return uid === '' || uid.length > maxUidLength ? undefined : uid
}

/** The events of a file, each as its properties. Alarms inside them are passed over. */
function eventsIn(text: string): CalendarEvent[] {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)
  if (!/^\uFEFF?BEGIN:VCALENDAR\s*$/i.test(lines[0] ?? '') || lines.length > maxLines) {
    throw badRequest('notCalendar', 'This is not a calendar (iCalendar, RFC 5545).')
  }
  const events: CalendarEvent[] = []
  let event: Map<string, Property[]> | undefined
  const within: string[] = []
  for (const line of lines) {
    const property = propertyOf(line)
    if (!property) continue
    const { name, value } = property
    if (name === 'BEGIN') {
      within.push(value.toUpperCase())
      if (value.toUpperCase() === 'VEVENT') event = new Map()
    } else if (name === 'END') {
      if (within.pop() === 'VEVENT' && event) {
        events.push(event)
        event = undefined
      }
    } else if (event && within.at(-1) === 'VEVENT') {
      const known = event.get(name)
      if (known) known.push(property)
      else event.set(name, [property])
    }
  }
  return events
}

/** `DTSTART;TZID="Europe/Oslo":20261118T073000` */
function propertyOf(line: string): (Property & { name: string }) | undefined {
  const colon = colonOf(line)
  if (colon < 0) return undefined
  const [name = '', ...parts] = line.slice(0, colon).split(';')
  const parameters = new Map(
    parts.map((part): [string, string] => {
      const equals = part.indexOf('=')
      return [part.slice(0, equals).toUpperCase(), part.slice(equals + 1).replaceAll('"', '')]
    }),
  )
  return { name: name.toUpperCase(), parameters, value: line.slice(colon + 1).trim() }
}

/** The colon that ends the name and its parameters; one within quotes does not. */
function colonOf(line: string): number {
  let isQuoted = false
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"') isQuoted = !isQuoted
    else if (line[i] === ':' && !isQuoted) return i
  }
  return -1
}

const unescaped = (value: string) => value.replaceAll(/\\([\\;,])/g, '$1').replaceAll(/\\n/gi, ' ')
