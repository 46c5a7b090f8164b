import { expect, test } from 'vitest'
import { dueWords, lastDayOf } from './due-words.ts'

const now = new Date('2026-11-25T09:00:00Z')

test.each([
  ['2026-11-25T23:00:00Z', 'i dag'],
  ['2026-11-26T23:00:00Z', 'i morgen'],
  ['2026-11-25T13:00:00Z', 'i dag kl. 14:00'],
  ['2026-12-10T23:00:00Z', '10. desember'],
  ['2026-06-30T22:00:00Z', '30. juni'],
])('the deadline %s is %s', (dateTime, words) => {
  expect(dueWords(dateTime, now)).toBe(words)
})

test('the end of a day is not the next', () => {
  expect(lastDayOf('2026-11-30T23:00:00Z')).toBe('2026-11-30')
  expect(lastDayOf('2026-11-30T12:00:00Z')).toBe('2026-11-30')
})
