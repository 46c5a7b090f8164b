import { describe, expect, test } from 'vitest'
import { acceptedLanguage, lineFor, lineForSubject, momentInWords, type NamedLink } from './texts.ts'

/** A Wednesday at 11:40 in Oslo. */
const now = new Date('2025-03-12T10:40:00Z')
const link = (displayName: string, more: Partial<NamedLink> = {}): NamedLink => ({
  displayName,
  why: 'person',
  status: 'available',
  availableFrom: null,
  availableUntil: new Date('2025-03-12T14:30:00Z'),
  ...more,
})
const kari = (more: Partial<NamedLink> = {}) => link('Kari Moen', more)
const ola = link('Ola Lie', { why: 'sameSubject' })
const anne = link('Anne Vik', { why: 'serviceDesk' })
const busy = { status: 'busy', availableFrom: new Date('2025-03-12T11:30:00Z') } as const
const away = { status: 'away', availableFrom: new Date('2025-03-17T07:00:00Z') } as const

describe('the line', () => {
  const cases: [name: string, chain: NamedLink[], nb: string, nn: string, en: string][] = [
    [
      'there',
      [kari(), ola],
      'Kari Moen er ledig til kl. 15:30.',
      'Kari Moen er ledig til kl. 15:30.',
      'Kari Moen is available until 15:30.',
    ],
    [
      'in a meeting',
      [kari(busy), ola, anne],
      'Kari Moen er opptatt til kl. 12:30. Ring heller Ola Lie (samme fagområde). Neste: Anne Vik (servicekontoret).',
      'Kari Moen er oppteken til kl. 12:30. Ring heller Ola Lie (same fagområde). Neste: Anne Vik (servicekontoret).',
      'Kari Moen is busy until 12:30. Call Ola Lie instead (same subject). Next: Anne Vik (service desk).',
    ],
    [
      'away',
      [kari(away), link('Per Dal', { why: 'substitute' })],
      'Kari Moen er ikke til stede. Tilbake mandag kl. 08:00. Ring heller Per Dal (stedfortreder).',
      'Kari Moen er ikkje til stades. Tilbake måndag kl. 08:00. Ring heller Per Dal (stadfortredar).',
      'Kari Moen is away. Back Monday at 08:00. Call Per Dal instead (substitute).',
    ],
    [
      'away, nobody knows how long, and nobody there until later',
      [kari({ status: 'away' }), link('Per Dal', { ...away, why: 'leader' })],
      'Kari Moen er ikke til stede. Først tilbake er Per Dal (leder), mandag kl. 08:00.',
      'Kari Moen er ikkje til stades. Først tilbake er Per Dal (leiar), måndag kl. 08:00.',
      'Kari Moen is away. First back is Per Dal (leader), Monday at 08:00.',
    ],
    [
      'works shifts',
      [kari({ status: 'unknown', availableUntil: null }), anne],
      'Vi vet ikke om Kari Moen er på jobb nå. Ring heller Anne Vik (servicekontoret).',
      'Vi veit ikkje om Kari Moen er på jobb no. Ring heller Anne Vik (servicekontoret).',
      'We do not know whether Kari Moen is at work now. Call Anne Vik instead (service desk).',
    ],
    [
      'off hours, alone',
      [kari({ status: 'offHours', availableFrom: new Date('2025-03-13T07:00:00Z') })],
      'Kari Moen er ikke på jobb nå. Tilbake i morgen kl. 08:00.',
      'Kari Moen er ikkje på jobb no. Tilbake i morgon kl. 08:00.',
      'Kari Moen is not at work now. Back tomorrow at 08:00.',
    ],
  ]
  test.for(cases)('%s', ([, chain, nb, nn, en]) => {
    expect([lineFor('nb', chain, now), lineFor('nn', chain, now), lineFor('en', chain, now)]).toEqual([
      nb,
      nn,
      en,
    ])
  })
})

describe('the line for a subject', () => {
  const subject = (more: Partial<NamedLink> = {}) => kari({ why: 'sameSubject', ...more })
  const cases: [name: string, chain: NamedLink[], line: string][] = [
    [
      'the first is there',
      [subject(), ola, anne],
      'Kari Moen er ledig til kl. 15:30. Neste: Ola Lie (byggesak).',
    ],
    [
      'the first is in a meeting',
      [subject(busy), ola, anne],
      'Kari Moen er opptatt til kl. 12:30. Ring heller Ola Lie (byggesak). Neste: Anne Vik (servicekontoret).',
    ],
    [
      'the first two are in a meeting',
      [subject(busy), link('Ola Lie', { ...busy, why: 'sameSubject' }), anne],
      'Kari Moen er opptatt til kl. 12:30. Ring heller Anne Vik (servicekontoret).',
    ],
    ['nobody has it', [anne], 'Ingen har «byggesak» som fagområde. Ring Anne Vik (servicekontoret).'],
    [
      'nobody has it, at night',
      [
        link('Anne Vik', {
          why: 'serviceDesk',
          status: 'offHours',
          availableFrom: new Date('2025-03-13T07:00:00Z'),
        }),
      ],
      'Ingen har «byggesak» som fagområde. Først tilbake er Anne Vik (servicekontoret), i morgen kl. 08:00.',
    ],
  ]
  test.for(cases)('%s', ([, chain, line]) => {
    expect(lineForSubject('nb', 'byggesak', chain, now)).toBe(line)
  })
})

test.for([
  ['2025-03-12T12:00:00Z', 'kl. 13:00'],
  ['2025-03-13T07:00:00Z', 'i morgen kl. 08:00'],
  ['2025-03-18T07:00:00Z', 'tirsdag kl. 08:00'],
  ['2025-04-07T06:00:00Z', '7. april kl. 08:00'],
  ['2026-01-05T07:00:00Z', '5. januar 2026 kl. 08:00'],
] as const)('%s is said «%s»', ([moment, said]) => {
  expect(momentInWords('nb', new Date(moment), now)).toBe(said)
})

test.for([
  ['nn-NO,nb;q=0.9', 'nn'],
  ['de, en-GB;q=0.8', 'en'],
  ['no', 'nb'],
  ['de', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)('%s asks for %s', ([header, language]) => {
  expect(acceptedLanguage(header)).toBe(language)
})
