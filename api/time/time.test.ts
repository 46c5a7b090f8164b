// @vitest-environment node
import { expect, test } from 'vitest'
import { addDays, daysBetween, nextMonth, osloDay, osloTime } from './oslo.ts'
import { addWorkingDays, easterSunday, isHoliday, isWorkingDay } from './working-days.ts'

test.for([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
] as const)('Easter Sunday of %i is %s', ([year, day]) => {
  expect(easterSunday(year)).toBe(day)
})

test.for([
  '2026-01-01',
  '2026-04-02',
  '2026-04-03',
  '2026-04-06',
  '2026-05-01',
  '2026-05-14',
  '2026-05-17',
  '2026-05-25',
  '2026-12-25',
  '2026-12-26',
])('%s is a holiday', (day) => {
  expect(isHoliday(day)).toBe(true)
  expect(isWorkingDay(day)).toBe(false)
})

test('Christmas Eve on a weekday is a working day, and a Saturday is not', () => {
  expect(isWorkingDay('2026-12-24')).toBe(true)
  expect(isWorkingDay('2026-12-19')).toBe(false)
})

test.for([
  // Over Christmas: Wednesday 23rd, then 24th, 28th, 29th.
  ['2026-12-23', 3, '2026-12-29'],
  // Over Easter: from the Wednesday before to the Wednesday after.
  ['2026-04-01', 2, '2026-04-08'],
  ['2026-11-23', -1, '2026-11-20'],
  ['2026-11-22', 0, '2026-11-23'],
  ['2026-11-20', 3, '2026-11-25'],
] as const)('%s and %i working days is %s', ([day, count, expected]) => {
  expect(addWorkingDays(day, count)).toBe(expected)
})

test('a moment late in the evening in UTC is the next day in Oslo', () => {
  expect(osloDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  expect(osloDay(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
})

test.for([
  ['2026-07-01', '08:00', '2026-07-01T06:00:00.000Z'],
  ['2026-12-01', '08:00', '2026-12-01T07:00:00.000Z'],
  // The clock goes from 02:00 to 03:00, and in October from 03:00 back to 02:00.
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
] as const)('%s %s in Oslo is %s', ([day, time, expected]) => {
  expect(osloTime(day, time).toISOString()).toBe(expected)
})

test('days are counted over a change of clock', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
})

test.for([
  ['2026-11-18', '2026-12-18'],
  ['2026-12-31', '2027-01-31'],
  ['2026-01-31', '2026-02-28'],
  ['2028-01-31', '2028-02-29'],
] as const)('a month after %s is %s', ([day, expected]) => {
  expect(nextMonth(day)).toBe(expected)
})
