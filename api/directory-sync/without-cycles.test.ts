// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutCycles } from './without-cycles.ts'

test.for<[why: string, managers: Record<string, string>, kept: Record<string, string>]>([
  ['a way upwards stays', { a: 'b', b: 'c' }, { a: 'b', b: 'c' }],
  ['two who are each other’s', { b: 'a', a: 'b' }, { b: 'a' }],
  ['a circle others lead into', { x: 'c', c: 'd', d: 'b', b: 'c' }, { x: 'c', c: 'd', d: 'b' }],
  ['two circles', { a: 'b', b: 'a', c: 'd', d: 'c' }, { b: 'a', d: 'c' }],
])('%s', ([, managers, kept]) => {
  expect(Object.fromEntries(withoutCycles(new Map(Object.entries(managers))).managers)).toEqual(kept)
})

test('every way comes to an end, and only what made a circle is left out', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
  fc.assert(
    fc.property(fc.array(fc.tuple(letter, letter)), (pairs) => {
      const claimed = new Map(pairs.filter(([person, manager]) => person !== manager))
      const { managers, leftOut } = withoutCycles(claimed)
      expect(managers.size + leftOut).toBe(claimed.size)
      for (const start of managers.keys()) {
        let steps = 0
        for (let at = managers.get(start); at !== undefined; at = managers.get(at)) {
          expect(++steps).toBeLessThanOrEqual(managers.size)
        }
      }
      expect(withoutCycles(managers).leftOut).toBe(0)
    }),
  )
})
