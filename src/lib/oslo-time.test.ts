import { expect, test } from 'vitest'
import { addDays, nextMonth, osloMoment } from './oslo-time.ts'

test.for([
  ['2026-07-01', '08:00', '2026-07-01T06:00:00.000Z'],
  ['2026-12-01', '08:00', '2026-12-01T07:00:00.000Z'],
  ['2026-01-01', '00:30', '2025-12-31T23:30:00.000Z'],
  // The clock goes from 02:00 to 03:00, and in October from 03:00 back to 02:00.
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
] as const)('%s %s in Oslo is %s', ([day, time, expected]) => {
  expect(osloMoment(day, time)).toBe(expected)
})

test('days are counted over a change of clock', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
})

test.for([
  ['2026-11-18', '2026-12-18'],
  ['2026-12-31', '2027-01-31'],
  ['2026-01-31', '2026-02-28'],
  ['2028-01-31', '2028-02-29'],
] as const)('a month after %s is %s', ([day, expected]) => {
  expect(nextMonth(day)).toBe(expected)
})
