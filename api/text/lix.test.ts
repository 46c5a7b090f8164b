// @vitest-environment node
import { expect, test } from 'vitest'
import { addCounts, lixOf, readabilityOf } from './lix.ts'

test('words per sentence plus the percentage of long words, rounded', () => {
  expect(lixOf({ words: 8, longWords: 2, sentences: 2 })).toBe(29)
  expect(lixOf({ words: 3, longWords: 1, sentences: 1 })).toBe(36)
  expect(lixOf({ words: 0, longWords: 0, sentences: 0 })).toBeUndefined()
})

test('several texts are counted as one', () => {
  expect(
    addCounts([
      { words: 3, longWords: 1, sentences: 1 },
      { words: 5, longWords: 0, sentences: 2 },
    ]),
  ).toEqual({ words: 8, longWords: 1, sentences: 3 })
})

test.each([
  [29, 'veryEasy'],
  [30, 'easy'],
  [39, 'easy'],
  [40, 'medium'],
  [49, 'medium'],
  [50, 'hard'],
  [59, 'hard'],
  [60, 'veryHard'],
])('LIX %i stands on the step %s', (lix, step) => {
  expect(readabilityOf(lix)).toBe(step)
})
