import { describe, expect, test } from 'vitest'
import { away, everyWorkday, meeting, now, vacation } from './facts.test-support.ts'
import { reachabilityOf, type AbsenceFact } from './reachability.ts'

describe('when somebody can be reached', () => {
  type Expected = [status: string, from: string | null, until: string | null]
  const cases: [name: string, at: string, workdays: number[], absences: AbsenceFact[], expected: Expected][] =
    [
      ['at work', '2025-03-12T10:40:00Z', everyWorkday, [], ['available', null, '2025-03-12T14:30:00.000Z']],
      [
        'at work, with a meeting later',
        '2025-03-12T09:00:00Z',
        everyWorkday,
        [meeting],
        ['available', null, '2025-03-12T10:00:00.000Z'],
      ],
      [
        'in a meeting or at lunch: busy',
        '2025-03-12T10:40:00Z',
        everyWorkday,
        [meeting],
        ['busy', '2025-03-12T11:30:00.000Z', null],
      ],
      [
        'on vacation: away until the next day worked',
        '2025-03-12T10:40:00Z',
        everyWorkday,
        [vacation],
        ['away', '2025-03-17T07:00:00.000Z', null],
      ],
      [
        'lunch in the vacation: away',
        '2025-03-12T10:40:00Z',
        everyWorkday,
        [meeting, vacation],
        ['away', '2025-03-17T07:00:00.000Z', null],
      ],
      [
        'overlapping absences: when the last is over',
        '2025-03-12T10:40:00Z',
        everyWorkday,
        [meeting, away('2025-03-12T11:00:00Z', '2025-03-13T11:00:00Z')],
        ['busy', '2025-03-13T11:00:00.000Z', null],
      ],
      [
        'one absence after another: when the chain of them is over',
        '2025-03-12T10:40:00Z',
        everyWorkday,
        [vacation, away('2025-03-14T23:00:00Z', '2025-03-17T11:00:00Z')],
        ['away', '2025-03-17T11:00:00.000Z', null],
      ],
      [
        'nobody knows when the absence ends',
        '2025-03-12T10:40:00Z',
        everyWorkday,
        [away('2025-03-10T07:00:00Z', null)],
        ['away', null, null],
      ],
      [
        'back today after an absence that ended in the morning',
        '2025-03-12T10:40:00Z',
        everyWorkday,
        [away('2025-03-10T07:00:00Z', '2025-03-12T10:40:00Z')],
        ['available', null, '2025-03-12T14:30:00.000Z'],
      ],
      [
        'a meeting that lasts beyond the day: the next morning',
        '2025-03-12T14:00:00Z',
        everyWorkday,
        [away('2025-03-12T13:00:00Z', '2025-03-12T15:00:00Z', { isShort: true })],
        ['busy', '2025-03-13T07:00:00.000Z', null],
      ],
      [
        'part-time day off',
        '2025-03-12T10:40:00Z',
        [1, 2, 4, 5],
        [],
        ['offHours', '2025-03-13T07:00:00.000Z', null],
      ],
      [
        'before the day begins',
        '2025-03-12T06:59:00Z',
        everyWorkday,
        [],
        ['offHours', '2025-03-12T07:00:00.000Z', null],
      ],
      [
        'after the day ends',
        '2025-03-12T14:30:00Z',
        everyWorkday,
        [],
        ['offHours', '2025-03-13T07:00:00.000Z', null],
      ],
      [
        'Friday evening',
        '2025-03-14T18:00:00Z',
        everyWorkday,
        [],
        ['offHours', '2025-03-17T07:00:00.000Z', null],
      ],
      [
        'works on Saturdays',
        '2025-03-15T10:00:00Z',
        [6],
        [],
        ['available', null, '2025-03-15T14:30:00.000Z'],
      ],
      [
        'holiday: Easter, from Maundy Thursday to Tuesday',
        '2025-04-17T10:00:00Z',
        everyWorkday,
        [],
        ['offHours', '2025-04-22T06:00:00.000Z', null],
      ],
      [
        'the national day',
        '2024-05-17T10:00:00Z',
        everyWorkday,
        [],
        ['offHours', '2024-05-21T06:00:00.000Z', null],
      ],
      [
        'the night summer time begins: eight o’clock is an hour earlier',
        '2025-03-28T20:00:00Z',
        everyWorkday,
        [],
        ['offHours', '2025-03-31T06:00:00.000Z', null],
      ],
      [
        'in the hour that comes twice when summer time ends',
        '2025-10-26T00:30:00Z',
        everyWorkday,
        [],
        ['offHours', '2025-10-27T07:00:00.000Z', null],
      ],
      ['shift worker: not known', '2025-03-12T10:40:00Z', [], [], ['unknown', null, null]],
      [
        'shift worker with a vacation later: not known, until then',
        '2025-03-08T10:40:00Z',
        [],
        [vacation],
        ['unknown', null, '2025-03-10T07:00:00.000Z'],
      ],
      [
        'shift worker on vacation: away until it ends',
        '2025-03-12T10:40:00Z',
        [],
        [vacation],
        ['away', '2025-03-14T23:00:00.000Z', null],
      ],
      [
        'at night, with a vacation from the morning: after it',
        '2025-03-09T22:00:00Z',
        everyWorkday,
        [vacation],
        ['offHours', '2025-03-17T07:00:00.000Z', null],
      ],
    ]
  test.for(cases)('%s', ([, at, workdays, absences, expected]) => {
    const { status, availableFrom, availableUntil } = reachabilityOf(
      { id: 'A', workdays, absences },
      new Date(at),
    )
    expect([status, availableFrom?.toISOString() ?? null, availableUntil?.toISOString() ?? null]).toEqual(
      expected,
    )
  })

  test('many absences in a row take a moment', () => {
    const day = 86_400_000
    const absences = Array.from({ length: 2000 }, (_, i) =>
      away(
        new Date(now.getTime() + i * day).toISOString(),
        new Date(now.getTime() + (i + 1) * day).toISOString(),
      ),
    )
    const start = performance.now()
    expect(reachabilityOf({ id: 'A', workdays: everyWorkday, absences }, now).availableFrom).not.toBeNull()
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
