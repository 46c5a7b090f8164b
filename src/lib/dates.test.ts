import { afterEach, expect, test } from 'vitest'
import {
  formatDateTime,
  formatDay,
  formatDeadline,
  formatTime,
  formatToday,
  formatWhen,
  partOfDay,
} from './dates.ts'
import { setLocale } from './locale.ts'

/** Wednesday at noon in Oslo. */
const now = new Date('2026-11-18T11:00:00Z')

afterEach(() => setLocale('nb'))

test('the time of day is shown for today only in lists', () => {
  expect(formatWhen('2026-11-18T07:10:00Z', now)).toBe('i dag kl. 08:10')
  expect(formatWhen('2026-11-17T14:02:00Z', now)).toBe('i går')
  expect(formatWhen('2026-11-16T07:10:00Z', now)).toBe('mandag')
})

test('a day more than a week away has its date, and its year when that is another', () => {
  expect(formatDateTime('2026-11-10T08:20:00Z', now)).toBe('10. november kl. 09:20')
  expect(formatDay('2025-11-16', now)).toBe('16. november 2025')
})

test('the day changes at midnight in Oslo, not in UTC', () => {
  expect(formatDateTime('2026-11-17T23:30:00Z', now)).toBe('i dag kl. 00:30')
  expect(formatDay('2026-11-18', new Date('2026-11-17T22:59:00Z'))).toBe('i morgen')
})

test('the clock is right on both sides of summer time', () => {
  expect(formatTime('2026-07-01T12:00:00Z')).toBe('14:00')
  expect(formatTime('2026-12-01T12:00:00Z')).toBe('13:00')
  expect(formatDay('2026-10-24', new Date('2026-10-25T10:00:00Z'))).toBe('i går')
})

test('a deadline is said in words', () => {
  expect(formatDeadline('2026-11-18', now)).toBe('Frist i dag')
  expect(formatDeadline('2026-11-19', now)).toBe('Frist i morgen')
  expect(formatDeadline('2026-11-20', now)).toBe('Frist fredag')
  expect(formatDeadline('2026-11-27', now)).toBe('Frist 27. november')
  expect(formatDeadline('2026-11-17', now)).toBe('Fristen gikk ut i går')
})

test('every language has its own words for days', () => {
  setLocale('nn')
  expect(formatDay('2026-11-19', now)).toBe('i morgon')
  expect(formatToday(now)).toBe('Onsdag 18. november')
  setLocale('en')
  expect(formatDateTime('2026-11-16T08:20:00Z', now)).toBe('Monday at 09:20')
})

test('the greeting follows the clock in Oslo', () => {
  expect(partOfDay(new Date('2026-11-18T06:00:00Z'))).toBe('morning')
  expect(partOfDay(now)).toBe('day')
  expect(partOfDay(new Date('2026-11-18T16:00:00Z'))).toBe('evening')
  expect(partOfDay(new Date('2026-11-18T21:59:00Z'))).toBe('evening')
  expect(partOfDay(new Date('2026-11-18T22:00:00Z'))).toBe('night')
  expect(partOfDay(new Date('2026-11-18T02:00:00Z'))).toBe('night')
})
