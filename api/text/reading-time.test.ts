// @vitest-environment node
import { expect, test } from 'vitest'
import { readingTimeInMinutes } from './reading-time.ts'

test.each([
  ['', 1],
  ['Kort.', 1],
  ['ord '.repeat(200), 1],
  ['ord '.repeat(201), 2],
  ['– ord '.repeat(200), 1],
  ['år\n'.repeat(1000), 5],
])('a text is counted at 200 words a minute (%#)', (text, minutes) => {
  expect(readingTimeInMinutes(text)).toBe(minutes)
})
