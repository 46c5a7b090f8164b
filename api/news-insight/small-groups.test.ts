// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownCount, shownGroups, smallestGroup, type ReaderGroup } from './small-groups.ts'

const group = (recipientCount: number, readerCount: number, parts: ReaderGroup[] = []): ReaderGroup => ({
  recipientCount,
  readerCount,
  parts,
})

/** A whole of parts, with people who are in none of them. */
const wholeOf = (parts: ReaderGroup[], rest = group(0, 0)) =>
  group(
    [...parts, rest].reduce((sum, { recipientCount }) => sum + recipientCount, 0),
    [...parts, rest].reduce((sum, { readerCount }) => sum + readerCount, 0),
    parts,
  )

const numbers = (whole: ReaderGroup) => {
  const shown = shownGroups(whole)
  return whole.parts.map((part) => (shown.has(part) ? part.readerCount : null))
}

test.for([
  [0, 9, null],
  [4, 9, null],
  [5, 9, 5],
  [7, 9, 5],
  [8, 20, 10],
  [12, 20, 10],
  [13, 20, 15],
  [9, 9, 9],
] as const)('N30: %i of %i is shown as %s', ([count, most, expected]) => {
  expect(shownCount(count, most)).toBe(expected)
})

test('N30: groups with too few readers are hidden, and nobody else because of them', () => {
  expect(numbers(wholeOf([group(31, 20), group(29, 4), group(8, 0)]))).toEqual([20, null, null])
})

test('N30: a small unit is not found by taking the others from the whole', () => {
  expect(numbers(wholeOf([group(31, 20), group(1, 1), group(29, 12)]))).toEqual([20, null, null])
  expect(numbers(wholeOf([group(31, 20), group(2, 1), group(3, 3), group(29, 12)]))).toEqual([
    20,
    null,
    null,
    12,
  ])
})

test('N30: nor are people who belong to the whole alone', () => {
  expect(numbers(wholeOf([group(31, 20), group(29, 12)], group(1, 1)))).toEqual([20, null])
  expect(numbers(wholeOf([group(31, 20), group(29, 12)], group(6, 1)))).toEqual([20, 12])
})

test('N30: a unit that is hidden is not found in its departments', () => {
  const unit = wholeOf([group(10, 8), group(10, 9)])
  const whole = wholeOf([unit, group(2, 2), group(40, 30)])
  const shown = shownGroups(whole)
  expect(shown.has(unit)).toBe(false)
  expect(unit.parts.some((part) => shown.has(part))).toBe(false)
})

/** Trees of units with their readers, some people in no part of their group. */
const people = fc
  .integer({ min: 0, max: 12 })
  .chain((count) => fc.integer({ min: 0, max: count }).map((readers) => group(count, readers)))
const level = (parts: fc.Arbitrary<ReaderGroup>) =>
  fc.tuple(fc.array(parts, { minLength: 1, maxLength: 5 }), people).map(([list, rest]) => wholeOf(list, rest))

/**
 * Who is left when all shown parts are taken from each shown group: whatever sums and differences somebody makes of the
 * shown numbers, they are sums of these.
 */
function remainders(whole: ReaderGroup): number[] {
  const shown = shownGroups(whole)
  return [...shown].map((part) => {
    const below = part.parts.filter((one) => shown.has(one))
    return part.recipientCount - below.reduce((sum, { recipientCount }) => sum + recipientCount, 0)
  })
}

test('N30: whatever is added and subtracted, over all levels, no number is about one to four people', () => {
  const check = () =>
    fc.assert(
      fc.property(level(level(level(people))), (whole) => {
        const shown = shownGroups(whole)
        return (
          remainders(whole).every((left) => left === 0 || left >= smallestGroup) &&
          [...shown].every(({ readerCount }) => readerCount >= smallestGroup)
        )
      }),
      { numRuns: 500 },
    )
  expect(check).not.toThrow()
})

test('N30: one reader more moves a number by five or not at all', () => {
  for (let count = 5; count < 200; count++) {
    const step = (shownCount(count + 1, 1000) ?? 0) - (shownCount(count, 1000) ?? 0)
    expect([0, 5]).toContain(step)
  }
})

test('N30: of a hidden group of five or more, rounding tells no more than that it is hidden', () => {
  // One to four readers of a group with a number beside it: the difference never tells how many.
  const possible = new Map<number, Set<number>>()
  for (let beside = 5; beside < 60; beside++) {
    for (let hidden = 0; hidden < 5; hidden++) {
      const difference = (shownCount(beside + hidden, 1000) ?? 0) - (shownCount(beside, 1000) ?? 0)
      possible.set(difference, (possible.get(difference) ?? new Set()).add(hidden))
    }
  }
  expect([...possible.values()].every((counts) => counts.size >= 4)).toBe(true)
})
