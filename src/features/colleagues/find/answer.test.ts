import { beforeEach, expect, test, vi } from 'vitest'
import type { ChainLink, ChainReason, ReachabilityStatus } from '#api/reachability/contract.ts'
import { personAnswer, subjectAnswer } from './answer.ts'

beforeEach(() => {
  // 11:40 in Oslo.
  vi.setSystemTime('2025-03-12T10:40:00Z')
})

const noon = '2025-03-12T11:30:00Z'
const tomorrow = '2025-03-13T07:00:00Z'

function link(
  displayName: string,
  why: ChainReason,
  status: ReachabilityStatus,
  availableFrom: string | null = null,
): ChainLink {
  const [givenName = ''] = displayName.split(' ')
  const user = { id: displayName, displayName, givenName, jobTitle: null }
  return {
    user: { ...user, mobilePhone: '40000142', businessPhones: [] },
    why,
    status,
    availableFrom,
    availableUntil: null,
  }
}

const kari = link('Kari Moen', 'sameSubject', 'busy', noon)
const ola = link('Ola Lie', 'sameSubject', 'available')
const siri = link('Siri Dahle', 'leader', 'available')
const anne = link('Anne Vik', 'serviceDesk', 'available')
const onSubject = (callNow: ChainLink | null, ...chain: ChainLink[]) =>
  subjectAnswer({ subject: 'byggesak', callNow, chain, text: '' })
const ofPerson = (...chain: ChainLink[]) =>
  personAnswer({ status: 'busy', availableFrom: null, availableUntil: null, chain, text: '' })
const names = (links: ChainLink[] = []) => links.map(({ user }) => user.displayName)

test('K20: one on the subject is in a meeting, so another is called', () => {
  const answer = onSubject(ola, kari, ola, siri, anne)
  expect(answer).toMatchObject({
    question: 'Trenger du noen på byggesak nå?',
    title: 'Ring Ola Lie. Ola er ledig nå.',
    lines: ['Kari Moen har ansvar for byggesak, men er opptatt til kl. 12:30.'],
    callee: ola,
  })
  expect(names(answer?.next)).toEqual(['Siri Dahle', 'Anne Vik'])
})

test('K20: who would not have been called first is not told of', () => {
  expect(onSubject(ola, ola, kari, siri, anne)?.lines).toEqual([])
})

test('K20: nobody on the subject is there, but their leader is', () => {
  const answer = onSubject(siri, kari, siri, anne)
  expect(answer?.title).toBe('Ring Siri Dahle. Siri er ledig nå.')
  expect(answer?.lines).toEqual([
    'Kari Moen har ansvar for byggesak, men er opptatt til kl. 12:30.',
    'Siri Dahle er leder for Kari Moen.',
  ])
})

test('K20: nobody at all can be called: when the first is back, and the end of the chain', () => {
  const away = link('Ola Lie', 'sameSubject', 'away', tomorrow)
  const desk = link('Anne Vik', 'serviceDesk', 'offHours', tomorrow)
  const answer = onSubject(null, away, kari, desk)
  expect(answer?.title).toBe('Ingen på byggesak er ledige nå.')
  expect(answer?.lines).toEqual([
    'Kari Moen er opptatt til kl. 12:30.',
    'Anne Vik på servicekontoret hjelper deg videre.',
  ])
  expect(answer?.callee).toBe(desk)
})

test('one whose shifts are not known is called, and that is said', () => {
  const nurse = link('Nina Aas', 'sameSubject', 'unknown')
  expect(onSubject(nurse, nurse, anne)).toMatchObject({
    title: 'Ring Nina Aas.',
    lines: ['Vi vet ikke om Nina Aas er ledig.'],
  })
})

test('a subject nobody answers for has no answer', () => {
  expect(onSubject(siri, siri, anne)).toBeUndefined()
})

test('K20: a person who is there', () => {
  const answer = ofPerson(link('Ola Lie', 'person', 'available'), siri, anne)
  expect(answer?.title).toBe('Ola Lie er ledig nå.')
  expect(names(answer?.next)).toEqual(['Siri Dahle', 'Anne Vik'])
})

test.for([
  ['substitute', 'Kari Moen er stedfortreder for Ola Lie.'],
  ['sameSubject', 'Kari Moen har samme fagområde som Ola Lie.'],
  ['leader', 'Kari Moen er leder for Ola Lie.'],
  ['serviceDesk', 'Kari Moen på servicekontoret hjelper deg videre.'],
] as const)('K20: instead of a person who is away, the %s', ([why, line]) => {
  const answer = ofPerson(
    link('Ola Lie', 'person', 'away', tomorrow),
    link('Nina Aas', 'substitute', 'away', tomorrow),
    link('Kari Moen', why, 'available'),
  )
  expect(answer?.title).toBe('Ring Kari Moen. Kari er ledig nå.')
  expect(answer?.lines).toEqual(['Ola Lie er ikke til stede, tilbake i morgen kl. 08:00.', line])
})

test('no reason for an absence is ever told', () => {
  const texts = JSON.stringify([onSubject(ola, kari, ola), ofPerson(link('Ola Lie', 'person', 'away'), anne)])
  expect(texts).not.toMatch(/møte|syk|ferie|lunsj/i)
})
