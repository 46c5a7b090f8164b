// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOrHidden, hideSmallGroups, smallestGroup } from './small-groups.ts'

const group = (recipientCount: number) => ({ recipientCount, readCount: recipientCount })
const readCounts = (sizes: number[]) => hideSmallGroups(sizes.map(group)).map(({ readCount }) => readCount)

test.for([
  [
    [31, 29],
    [31, 29],
  ],
  [
    [31, 4, 29],
    [31, null, null],
  ],
  [
    [31, 2, 3, 29],
    [31, null, null, 29],
  ],
  [
    [31, 1, 2, 29],
    [31, null, null, null],
  ],
  [[4], [null]],
] as const)('N30: of groups of %j one is shown %j', ([sizes, expected]) => {
  expect(readCounts([...sizes])).toEqual(expected)
})

test('N30: no number about one to four people is shown, and none can be worked out from the total', () => {
  const check = () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const hidden = hideSmallGroups(sizes.map(group)).filter(({ readCount }) => readCount === null)
        const people = hidden.reduce((sum, { recipientCount }) => sum + recipientCount, 0)
        const isSafe = hidden.length === 0 || people >= smallestGroup || hidden.length === sizes.length
        return isSafe && sizes.every((size) => size >= smallestGroup || hidden.length > 0)
      }),
    )
  expect(check).not.toThrow()
})

test.for([
  [0, 0],
  [1, null],
  [4, null],
  [5, 5],
] as const)('N30: %i is shown as %s', ([count, expected]) => {
  expect(countOrHidden(count)).toBe(expected)
})
