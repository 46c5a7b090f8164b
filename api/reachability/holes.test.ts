// @vitest-environment node
import { expect, test } from 'vitest'
import { away, meeting, person, vacation, withSubstitute } from './facts.test-support.ts'
import { isAwayMostOf, isHole } from './holes.ts'
import type { PersonFacts } from './reachability.ts'

const wednesday = '2025-03-12'
const known = (...people: PersonFacts[]) => new Map(people.map((one) => [one.id, one]))

const mostOf: [name: string, day: string, facts: PersonFacts, expected: boolean][] = [
  ['nobody is away', wednesday, person('a'), false],
  ['an hour and a half of meetings', wednesday, person('a', meeting), false],
  ['vacation', wednesday, person('a', vacation), true],
  [
    'vacation, on a Sunday one does not work',
    '2025-03-16',
    person('a', away('2025-03-10T07:00:00Z', null)),
    false,
  ],
  ['a public holiday', '2025-05-01', person('a', away('2025-04-28T07:00:00Z', null)), false],
  ['a day off of a part-timer', wednesday, { ...person('a', vacation), workdays: [1, 2] }, false],
  [
    'two that together are most of the day, and overlap',
    wednesday,
    person(
      'a',
      away('2025-03-12T07:00:00Z', '2025-03-12T09:00:00Z'),
      away('2025-03-12T08:00:00Z', '2025-03-12T10:45:00Z'),
    ),
    true,
  ],
  [
    'the same time twice counts once',
    wednesday,
    person(
      'a',
      away('2025-03-12T07:00:00Z', '2025-03-12T09:00:00Z'),
      away('2025-03-12T07:00:00Z', '2025-03-12T09:00:00Z'),
    ),
    false,
  ],
  [
    'shift worker away all Sunday',
    '2025-03-16',
    { ...person('a', away('2025-03-10T07:00:00Z', null)), workdays: [] },
    true,
  ],
  ['shift worker in a meeting', wednesday, { ...person('a', meeting), workdays: [] }, false],
]

test.each(mostOf)('away most of a day: %s', (_, day, facts, expected) => {
  expect(isAwayMostOf(day, facts)).toBe(expected)
})

const holes: [name: string, facts: PersonFacts[], expected: boolean][] = [
  ['at work', [person('a')], false],
  ['away, nobody asked', [person('a', vacation)], true],
  ['away, the substitute is there', [person('a', withSubstitute('b')), person('b')], false],
  ['away, the substitute has not said yes', [person('a', withSubstitute('b', false)), person('b')], true],
  ['away, the substitute as well', [person('a', withSubstitute('b')), person('b', vacation)], true],
  ['away, the substitute is in a meeting', [person('a', withSubstitute('b')), person('b', meeting)], false],
  ['away, the substitute has left', [person('a', withSubstitute('b'))], true],
  [
    'each stands in for the other',
    [person('a', withSubstitute('b')), person('b', withSubstitute('a'))],
    true,
  ],
]

test.each(holes)('K26: a hole: %s', (_, facts, expected) => {
  expect(facts[0] && isHole(wednesday, facts[0], known(...facts))).toBe(expected)
})
