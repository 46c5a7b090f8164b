import { describe, expect, test } from 'vitest'
import { away, meeting, now, person, vacation, withSubstitute } from './facts.test-support.ts'
import { chainFor, type PersonFacts, type ReachabilityFacts } from './reachability.ts'

interface Situation {
  people: PersonFacts[]
  at?: Date
  sameSubjectIds?: string[]
  leaders?: ReachabilityFacts['leaders']
  serviceDeskIds?: string[]
}

/** The chain for A, as `id why`. */
const chainOf = ({ people, at = now, sameSubjectIds = [], leaders = [], serviceDeskIds = [] }: Situation) =>
  chainFor(
    { now: at, people: new Map(people.map((one) => [one.id, one])), sameSubjectIds, leaders, serviceDeskIds },
    'A',
  ).map(({ userId, why }) => `${userId} ${why}`)

const leader = (leaderId: string | null, deputyLeaderId: string | null = null) => ({
  leaderId,
  deputyLeaderId,
})

describe('whom to call', () => {
  const cases: [name: string, situation: Situation, chain: string[]][] = [
    [
      'A is there: the person, and who can help as well',
      {
        people: [person('A'), person('C'), person('L'), person('D')],
        sameSubjectIds: ['C'],
        leaders: [leader('L')],
        serviceDeskIds: ['D'],
      },
      ['A person', 'C sameSubject', 'L leader', 'D serviceDesk'],
    ],
    [
      'A is in a meeting: a colleague with the same subject, then the leader, then the service desk',
      {
        people: [person('A', meeting), person('C'), person('L'), person('D')],
        sameSubjectIds: ['C'],
        leaders: [leader('L')],
        serviceDeskIds: ['D'],
      },
      ['A person', 'C sameSubject', 'L leader', 'D serviceDesk'],
    ],
    [
      'A is away: the substitute comes first',
      {
        people: [person('A', withSubstitute('B')), person('B'), person('C'), person('D')],
        sameSubjectIds: ['C'],
        serviceDeskIds: ['D'],
      },
      ['A person', 'B substitute', 'C sameSubject', 'D serviceDesk'],
    ],
    [
      'A→B→A: two who stand in for each other do not go round',
      {
        people: [person('A', withSubstitute('B')), person('B', withSubstitute('A')), person('D')],
        serviceDeskIds: ['D'],
      },
      ['A person', 'D serviceDesk'],
    ],
    [
      'A→B→C: the substitute of the substitute',
      { people: [person('A', withSubstitute('B')), person('B', withSubstitute('C')), person('C')] },
      ['A person', 'C substitute'],
    ],
    [
      'both absent: the substitute is passed over',
      {
        people: [person('A', withSubstitute('B')), person('B', vacation), person('L')],
        leaders: [leader('L')],
      },
      ['A person', 'L leader'],
    ],
    [
      'the substitute is asked and has not said yes: not used',
      {
        people: [person('A', withSubstitute('B', false)), person('B'), person('D')],
        serviceDeskIds: ['D'],
      },
      ['A person', 'D serviceDesk'],
    ],
    [
      'the substitute’s period is over: not used',
      {
        people: [
          person(
            'A',
            away('2025-03-01T07:00:00Z', '2025-03-08T07:00:00Z', { substituteId: 'B', hasAccepted: true }),
            vacation,
          ),
          person('B'),
          person('D'),
        ],
        serviceDeskIds: ['D'],
      },
      ['A person', 'D serviceDesk'],
    ],
    [
      'the substitute has the same subject too: named once',
      { people: [person('A', withSubstitute('B')), person('B')], sameSubjectIds: ['B'] },
      ['A person', 'B substitute'],
    ],
    [
      'the leader is absent: the leader’s substitute',
      {
        people: [person('A', meeting), person('L', withSubstitute('S')), person('S'), person('P')],
        leaders: [leader('L', 'P')],
      },
      ['A person', 'S leader'],
    ],
    [
      'the leader is absent and has nobody: the deputy',
      { people: [person('A', meeting), person('L', vacation), person('P')], leaders: [leader('L', 'P')] },
      ['A person', 'P leader'],
    ],
    [
      'leader and deputy are absent: the leader above',
      {
        people: [person('A', meeting), person('L', vacation), person('P', vacation), person('M')],
        leaders: [leader('L', 'P'), leader(null), leader('M')],
      },
      ['A person', 'M leader'],
    ],
    [
      'A leads the unit: the leader above',
      { people: [person('A', vacation), person('M')], leaders: [leader('A'), leader('M')] },
      ['A person', 'M leader'],
    ],
    [
      'one of the service desk is at lunch: the other',
      { people: [person('A', vacation), person('D', meeting), person('E')], serviceDeskIds: ['D', 'E'] },
      ['A person', 'E serviceDesk'],
    ],
    [
      'a colleague with a day off: passed over',
      {
        people: [person('A', meeting), { ...person('C'), workdays: [1, 2, 4, 5] }, person('D')],
        sameSubjectIds: ['C'],
        serviceDeskIds: ['D'],
      },
      ['A person', 'D serviceDesk'],
    ],
    [
      'a colleague who works shifts may be there: named',
      {
        people: [person('A', meeting), { ...person('C'), workdays: [] }],
        sameSubjectIds: ['C'],
      },
      ['A person', 'C sameSubject'],
    ],
    [
      'three with the same subject: two are enough',
      {
        people: [person('A', meeting), person('C'), person('E'), person('F')],
        sameSubjectIds: ['C', 'E', 'F'],
      },
      ['A person', 'C sameSubject', 'E sameSubject'],
    ],
    [
      'nobody can be reached: who can soonest',
      {
        people: [person('A', vacation), person('L', vacation), person('D', meeting)],
        leaders: [leader('L')],
        serviceDeskIds: ['D'],
      },
      ['A person', 'D serviceDesk'],
    ],
    [
      'nobody knows when anybody is back: the last there is',
      {
        people: [person('A', vacation), person('M', away('2025-03-01T07:00:00Z', null))],
        leaders: [leader('M')],
      },
      ['A person', 'M leader'],
    ],
    [
      'at night: who comes first in the morning, in the order of the chain',
      {
        people: [person('A'), person('L'), person('D')],
        at: new Date('2025-03-12T22:00:00Z'),
        leaders: [leader('L')],
        serviceDeskIds: ['D'],
      },
      ['A person', 'L leader'],
    ],
    ['nobody at all: the person alone', { people: [person('A', vacation)] }, ['A person']],
    [
      'one who may not be known of is passed over',
      {
        people: [person('A', withSubstitute('X')), person('D')],
        leaders: [leader('X')],
        serviceDeskIds: ['D'],
      },
      ['A person', 'D serviceDesk'],
    ],
  ]
  test.for(cases)('%s', ([, situation, chain]) => {
    expect(chainOf(situation)).toEqual(chain)
  })
})
