// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOfficialese, officialese } from './officialese.ts'
import type { TextLanguage } from './text-language.ts'
import { readTokens } from './words.ts'

const find = (text: string, language: TextLanguage = 'nb') =>
  findOfficialese(text, readTokens(text), language).map(({ start, end, replacement }) => ({
    text: text.slice(start, end),
    replacement,
  }))

test.each([
  ['Lever i henhold til rutinen', 'i henhold til', 'etter'],
  ['I henhold til rutinen', 'I henhold til', 'Etter'],
  ['I HENHOLD TIL RUTINEN', 'I HENHOLD TIL', 'ETTER'],
  ['Spørsmål vedr. ferie', 'vedr.', 'om'],
  ['Vi har ikke pr. dags dato svar', 'pr. dags dato', 'nå'],
  ['Du kan benytte døra', 'benytte', 'bruke'],
  ['De benyttet døra', 'benyttet', 'brukte'],
  ['De har ikke benyttet døra', 'benyttet', 'brukt'],
  ['Det bes om at du ringer tidlig', 'Det bes om at du ringer', 'Ring'],
  ['og det bes om at dere åpner alt', 'det bes om at dere åpner', 'åpne'],
  ['Det bes om tilbakemelding', 'Det bes om', 'Vi ber om'],
  ['Det bes om at du ikke ringer', 'Det bes om', 'Vi ber om'],
  ['Vennligst send svar', 'Vennligst send', 'Send'],
  ['Møt i forkant av møtet', 'i forkant av', 'før'],
  ['Møt i forkant', 'i forkant', 'på forhånd'],
  ['i\u00a0henhold  til', 'i\u00a0henhold  til', 'etter'],
])('«%s»: «%s» can be «%s»', (sentence, text, replacement) => {
  expect(find(sentence)).toEqual([{ text, replacement }])
})

test.each([
  'i henhold\ntil',
  'i, henhold til',
  'i henhold. Til dere',
  'benyttet@kommune.no',
  'Se https://kommune.no/vedrørende',
  'Herved.',
])('no expression goes over a mark, a line or an address: %j', (text) => {
  expect(find(text)).toEqual([])
})

test('nynorsk and English have lists of their own', () => {
  expect(find('Skjema vedrørande ferie', 'nn')).toEqual([{ text: 'vedrørande', replacement: 'om' }])
  expect(find('Vi har benytta det', 'nn')).toEqual([{ text: 'benytta', replacement: 'brukt' }])
  expect(find('Prior to lunch', 'en')).toEqual([{ text: 'Prior to', replacement: 'Before' }])
  expect(find('i henhold til vedrørende', 'en')).toEqual([])
})

test.each([
  ['nb', 200],
  ['nn', 120],
  ['en', 25],
] as const)(
  'the list of %s is long enough, without doubles, and never gives what it takes',
  (language, least) => {
    const entries = officialese[language]
    expect(entries.length).toBeGreaterThan(least)
    expect(new Set(entries.map(({ phrase }) => phrase)).size).toBe(entries.length)
    for (const { phrase, plain, afterAuxiliary } of entries) {
      expect(phrase, 'in small letters').toBe(phrase.toLowerCase())
      expect(find(`${plain} ${afterAuxiliary ?? ''}`, language), phrase).toEqual([])
    }
  },
)

const filler = fc.constantFrom('Vi', 'ser', 'hus,', 'har', 'Kari', 'blå', '12.', '«nei»', '\n')

test.each(['nb', 'nn', 'en'] as const)('an expression of %s is gone once it is replaced', (language) => {
  const phrase = fc.constantFrom(...officialese[language].map((entry) => entry.phrase))
  fc.assert(
    fc.property(fc.array(filler), phrase, fc.array(filler, { minLength: 1 }), (before, heavy, after) => {
      const text = [...before, heavy, ...after].join(' ')
      const [match] = findOfficialese(text, readTokens(text), language)
      // «herved» before a line break has nothing to give its place to.
      if (match === undefined) return
      const plainer = text.slice(0, match.start) + match.replacement + text.slice(match.end)
      expect(findOfficialese(plainer, readTokens(plainer), language)).toEqual([])
    }),
  )
})
