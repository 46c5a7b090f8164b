import { describe, expect, test } from 'vitest'
import { readCalendar } from './calendar-file.ts'

/** A Wednesday at 10:00 in Oslo. */
const now = new Date('2025-03-12T09:00:00Z')

const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines, i) => [
      'BEGIN:VEVENT',
      ...(lines.some((line) => line.startsWith('UID')) ? [] : [`UID:${i}`]),
      ...lines,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n')

const read = (...lines: string[]) =>
  readCalendar(calendar(lines), now).absences.map(
    ({ startsAt, endsAt, kind }) => `${startsAt.toISOString()} ${endsAt.toISOString()} ${kind}`,
  )

const thursday = ['DTSTART;TZID=Europe/Oslo:20250313T090000', 'DTEND;TZID=Europe/Oslo:20250313T100000']

describe('codes', () => {
  test.for([
    ['LUN:', 'lunch'],
    ['GFD:', 'other'],
    ['TJE:', 'travel'],
    ['MØT: budsjett', 'meeting'],
    ['møt : budsjett', 'meeting'],
    ['TJR:', 'travel'],
    ['DEL:', 'other'],
    ['FER:', 'vacation'],
    ['PER:', 'leave'],
    ['UTE:', 'other'],
    ['SYK:', 'sick'],
    ['ANN:', 'other'],
    ['AVS:', 'leave'],
    // The ring of the letter apart from it, as a Mac writes it.
    ['MØT: å'.normalize('NFD'), 'meeting'],
  ])('%s is %s', ([subject, kind]) => {
    const { absences } = readCalendar(calendar([`SUMMARY:${subject}`, ...thursday]), now)
    expect(absences).toMatchObject([{ kind, isPhoneOpen: false }])
  })

  test('a semicolon leaves the phone open', () => {
    const { absences } = readCalendar(calendar([`SUMMARY:UTE\\; i hagen`, ...thursday]), now)
    expect(absences).toMatchObject([{ kind: 'other', isPhoneOpen: true }])
  })

  test.for(['Budsjettmøte', 'XYZ: hva', 'MØTE: hva', 'Om FER: hva', '', 'CONSTRUCTOR:'])(
    '«%s» has none',
    (subject) => {
      expect(readCalendar(calendar([`SUMMARY:${subject}`, ...thursday]), now)).toMatchObject({
        absences: [],
        skipped: 1,
      })
    },
  )
})

describe('times', () => {
  test.for([
    ['UTC', ['DTSTART:20250313T080000Z', 'DTEND:20250313T090000Z']],
    ['Oslo by name', thursday],
    ['Oslo as Windows says it', ['DTSTART;TZID="W. Europe Standard Time":20250313T090000', 'DURATION:PT1H']],
    ['no zone', ['DTSTART:20250313T090000', 'DTEND:20250313T100000']],
    ['folded', ['DTSTART;TZID=Europe/\r\n Oslo:20250313T0900\r\n\t00', 'DTEND:20250313T100000']],
  ] as const)('%s', ([, times]) => {
    expect(read('SUMMARY:MØT:', ...times)).toEqual([
      '2025-03-13T08:00:00.000Z 2025-03-13T09:00:00.000Z meeting',
    ])
  })

  test('whole days are Oslo’s, also when summer time begins', () => {
    expect(read('SUMMARY:FER:', 'DTSTART;VALUE=DATE:20250329', 'DTEND;VALUE=DATE:20250401')).toEqual([
      '2025-03-28T23:00:00.000Z 2025-03-31T22:00:00.000Z vacation',
    ])
    expect(read('SUMMARY:FER:', 'DTSTART;VALUE=DATE:20250330')).toEqual([
      '2025-03-29T23:00:00.000Z 2025-03-30T22:00:00.000Z vacation',
    ])
  })

  test.for([
    ['over long since', ['DTSTART:20250301T080000Z', 'DTEND:20250301T090000Z']],
    ['years ahead', ['DTSTART:20290301T080000Z', 'DTEND:20290301T090000Z']],
    ['a zone far away', ['DTSTART;TZID=America/New_York:20250313T080000', 'DURATION:PT1H']],
    ['a day that does not exist', ['DTSTART:20250231T080000Z', 'DURATION:PT1H']],
    ['no time at all', ['DTSTART:20250313T080000Z']],
    ['an end before the start', ['DTSTART:20250313T080000Z', 'DTEND:20250313T070000Z']],
    ['off', [...thursday, 'STATUS:CANCELLED']],
    ['a rule that is not understood', [...thursday, 'RRULE:FREQ=MONTHLY;BYDAY=2TH']],
    ['a rule with more than is understood', [...thursday, 'RRULE:FREQ=DAILY;BYHOUR=9,10']],
    ['a rule without end in numbers', [...thursday, 'RRULE:FREQ=DAILY;INTERVAL=0']],
  ] as const)('passes over %s', ([, lines]) => {
    expect(readCalendar(calendar(['SUMMARY:MØT:', ...lines]), now)).toMatchObject({
      absences: [],
      skipped: 1,
    })
  })
})

describe('repeated events', () => {
  const days = (...lines: string[]) => read('SUMMARY:MØT:', ...lines).map((line) => line.slice(0, 16))

  test('every other week on two days, by the clock on the wall through summer time', () => {
    expect(
      days(
        'DTSTART;TZID=Europe/Oslo:20250224T090000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20250409T070000Z',
      ),
    ).toEqual(
      [
        '2025-03-12T08:00',
        '2025-03-24T08:00',
        '2025-03-26T08:00',
        '2025-04-07T07:00',
        '2025-04-09T07:00',
      ].filter((day) => day > '2025-03-12T08:00'),
    )
  })

  test('counts those that have been', () => {
    expect(days('DTSTART:20250310T110000Z', 'DURATION:PT30M', 'RRULE:FREQ=DAILY;COUNT=4')).toEqual([
      '2025-03-12T11:00',
      '2025-03-13T11:00',
    ])
  })

  test('weekly is the weekday of the first; exceptions are left out, and the moved one is where it was moved to', () => {
    const { absences } = readCalendar(
      calendar(
        [
          'UID:a',
          'SUMMARY:MØT:',
          ...thursday,
          'RRULE:FREQ=WEEKLY;COUNT=4',
          'EXDATE;TZID=Europe/Oslo:20250320T090000',
        ],
        [
          'UID:a',
          'SUMMARY:MØT:',
          'RECURRENCE-ID;TZID=Europe/Oslo:20250327T090000',
          'DTSTART;TZID=Europe/Oslo:20250328T120000',
          'DURATION:PT1H',
        ],
      ),
      now,
    )
    expect(absences.map(({ startsAt }) => startsAt.toISOString().slice(0, 16))).toEqual([
      '2025-03-13T08:00',
      '2025-04-03T07:00',
      '2025-03-28T11:00',
    ])
  })
})

test('alarms and time zones inside do not disturb', () => {
  const text = calendar([
    'SUMMARY:MØT:',
    ...thursday,
    'BEGIN:VALARM',
    'SUMMARY:Påminnelse',
    'TRIGGER:-PT15M',
    'END:VALARM',
  ]).replace(
    'BEGIN:VEVENT',
    'BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT',
  )
  expect(readCalendar(text, now).absences).toHaveLength(1)
})

test.for(['', 'Hei', '{"a":1}', 'BEGIN:VCARD\r\nEND:VCARD', '\u0000'])('refuses %j', (text) => {
  expect(() => readCalendar(text, now)).toThrow('not a calendar')
})

test('a hostile file takes no longer than its size', () => {
  const start = performance.now()
  const series = [
    'SUMMARY:MØT:',
    'DTSTART:20160101T080000Z',
    'DURATION:PT1S',
    'RRULE:FREQ=DAILY;UNTIL=20250101T000000Z',
  ]
  readCalendar(calendar(...Array.from({ length: 4000 }, () => series)), now)
  readCalendar(
    calendar([
      'SUMMARY:MØT:',
      ...thursday,
      'RRULE:FREQ=DAILY;COUNT=1',
      ...Array.from({ length: 90_000 }, () => 'EXDATE:20250101'),
    ]),
    now,
  )
  readCalendar(`BEGIN:VCALENDAR\r\n${'A;'.repeat(200_000)}:x\r\n${'"'.repeat(500_000)}`, now)
  expect(() =>
    readCalendar(
      calendar(
        [...thursday, 'SUMMARY:MØT:', 'RRULE:FREQ=DAILY'],
        [...thursday, 'SUMMARY:MØT:', 'RRULE:FREQ=DAILY'],
      ),
      now,
    ),
  ).toThrow('At most 500')
  expect(performance.now() - start).toBeLessThan(8000)
})
