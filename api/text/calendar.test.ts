import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'

const entry = {
  uid: 'newsPost-1@tunet.example',
  sequence: 2,
  day: '2026-11-18',
  title: 'Meld deg på vaksine',
  description: 'Influensavaksine på jobb',
  url: 'https://tunet.example/news/1',
  reminder: 'I morgen er siste dag: Meld deg på vaksine',
  now: new Date('2026-11-02T08:30:00Z'),
}

const eventOf = (text: string) => {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  if (event === null) throw new Error('There is no event.')
  return event
}

test('the last day is a whole day that does not make one busy', () => {
  const text = calendarOf(entry)
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20261118\r\nDTEND;VALUE=DATE:20261119\r\n')
  expect(text).toContain('\r\nDTSTAMP:20261102T083000Z\r\n')
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  const event = eventOf(text)
  expect(event.getFirstPropertyValue('summary')).toBe('Meld deg på vaksine')
  expect(event.getFirstPropertyValue('url')).toBe('https://tunet.example/news/1')
  expect(event.getFirstPropertyValue('uid')).toBe('newsPost-1@tunet.example')
  expect(event.getFirstPropertyValue('sequence')).toBe(2)
  expect(event.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
})

test('the day after the last of a month is in the next month', () => {
  expect(calendarOf({ ...entry, day: '2026-12-31' })).toContain('DTEND;VALUE=DATE:20270101')
})

test('the reminder comes at nine the day before', () => {
  const alarm = eventOf(calendarOf(entry)).getFirstSubcomponent('valarm')
  expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY')
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT15H')
  expect(alarm?.getFirstPropertyValue('description')).toBe('I morgen er siste dag: Meld deg på vaksine')
})

test('no title can add a line of its own', () => {
  const title = 'Møte\r\nATTENDEE:mailto:noen@example.org; kl. 9, rom 3\\n\u0007'
  const text = calendarOf({ ...entry, title })
  expect(text).not.toMatch(/^ATTENDEE/m)
  expect(eventOf(text).getFirstPropertyValue('summary')).toBe(
    'Møte ATTENDEE:mailto:noen@example.org; kl. 9, rom 3\\n ',
  )
})

test('long texts are folded so that no line is over 75 bytes, and come back whole', () => {
  const description = `${'blåbærsyltetøy æøå '.repeat(30)}\nNeste linje`
  const text = calendarOf({ ...entry, description })
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(eventOf(text).getFirstPropertyValue('description')).toBe(description)
})
