// @vitest-environment node
import { expect, test } from 'vitest'
import { dayInWords, daysUntil, osloDay, osloTime, workdaysAgo } from './oslo-time.ts'

const wednesday = new Date('2025-03-12T09:00:00Z')

test('a time of day is the clock in Oslo, in winter and in summer', () => {
  expect(osloTime(wednesday, -1, '07:15').toISOString()).toBe('2025-03-11T06:15:00.000Z')
  expect(osloTime(wednesday, 30, '07:15').toISOString()).toBe('2025-04-11T05:15:00.000Z')
})

test('the day is that of Oslo also when it is still yesterday in UTC', () => {
  expect(osloDay(new Date('2025-07-01T22:30:00Z'), 0)).toBe('2025-07-02')
})

test('summer time begins and ends without moving the clock asked for', () => {
  expect(osloTime(wednesday, 18, '01:30').toISOString()).toBe('2025-03-30T00:30:00.000Z')
  expect(osloTime(wednesday, 18, '03:30').toISOString()).toBe('2025-03-30T01:30:00.000Z')
  expect(osloTime(new Date('2025-10-25T10:00:00Z'), 1, '12:00').toISOString()).toBe(
    '2025-10-26T11:00:00.000Z',
  )
})

test('workdays skip the weekend', () => {
  expect(workdaysAgo(wednesday, 2)).toBe(-2)
  expect(workdaysAgo(wednesday, 3)).toBe(-5)
  expect(workdaysAgo(new Date('2025-03-16T09:00:00Z'), 1)).toBe(-2)
})

test('the next Monday is at least as many days away as asked for', () => {
  expect(daysUntil(wednesday, 1)).toBe(5)
  expect(daysUntil(wednesday, 1, 6)).toBe(12)
})

test('days are written in bokmål and nynorsk', () => {
  expect(dayInWords(wednesday, 5)).toBe('mandag 17. mars')
  expect(dayInWords(wednesday, 6, 'nn')).toBe('tysdag 18. mars')
})
