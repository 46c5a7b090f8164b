// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officialese } from './officialese.ts'
import { checkLanguage, languageOf } from './plain-language.ts'

const christmas = `Blir du syk i jula, ringer du vakttelefonen. Nummeret er nytt i år: 400 00 180. Det bes om at du ringer så tidlig du kan.
Dersom du ikke får svar i løpet av femten minutter, skal du ta kontakt med avdelingslederen din, eller med den som er stedfortreder for lederen, slik det står i turnusplanen som henger på vaktrommet.
Egenmelding leverer du i henhold til rutinen når du er tilbake.`

test('two short sentences of eight words, two of them long, have LIX 29', () => {
  expect(checkLanguage('Alle ansatte skal lese prosedyren. Frist er fredag.')).toEqual({
    language: 'nb',
    words: 8,
    longWords: 2,
    sentences: 2,
    lix: 29,
    findings: [],
  })
})

test('a post is told how easy it is, what is long and what is heavy', () => {
  const report = checkLanguage(christmas)
  expect(report.lix).toBe(34)
  expect(report.findings).toMatchObject([
    { kind: 'officialese', text: 'Det bes om at du ringer', replacement: 'Ring' },
    { kind: 'longSentence', words: 34, text: expect.stringMatching(/^Dersom .* vaktrommet\.$/) },
    { kind: 'officialese', text: 'i henhold til', replacement: 'etter' },
  ])
})

test('twenty words are not a long sentence, twenty-one are', () => {
  expect(checkLanguage(`${'du '.repeat(20)}.`).findings).toEqual([])
  expect(checkLanguage(`${'du '.repeat(21)}.`).findings).toMatchObject([{ kind: 'longSentence', words: 21 }])
})

test('a heavy expression in the passive is one finding, not two', () => {
  expect(checkLanguage('Døra skal benyttes av alle.').findings).toMatchObject([
    { kind: 'officialese', text: 'benyttes' },
  ])
})

test('an empty text has no LIX', () => {
  expect(checkLanguage(' \n ')).toMatchObject({ words: 0, lix: undefined, findings: [] })
})

test.each([
  ['Jeg vet ikke hva vi gjør.', 'nb'],
  ['Eg veit ikkje kva vi gjer.', 'nn'],
  ['We do not know what this is.', 'en'],
  ['IT-drift at by', 'nb'],
  ['', 'nb'],
])('%j is written in %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ...officialese.nb.map(({ phrase }) => phrase),
        'skal',
        'leveres',
        'blir sendt',
        '.',
        '\n',
        'ord ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '))

test('every finding lies inside the text, says what stands there, and comes in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { findings, words, longWords, sentences } = checkLanguage(text)
      let last = 0
      for (const { start, end, text: found } of findings) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(found).toBe(text.slice(start, end))
        last = start
      }
      expect(longWords).toBeLessThanOrEqual(words)
      expect(sentences).toBeLessThanOrEqual(words)
    }),
  )
})

test('heavy expressions and passives never lie over each other', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const findings = checkLanguage(text).findings.filter(({ kind }) => kind !== 'longSentence')
      for (const [index, { start }] of findings.entries()) {
        expect(start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0)
      }
    }),
  )
})

test.each(
  [
    christmas,
    'a.',
    'a@',
    'aa.bb',
    'a-',
    '1.',
    'www.',
    'kan ',
    'i henhold ',
    'det bes om at ',
    'bl.a. ',
    ': ',
  ].map((unit) => [unit.slice(0, 15), unit]),
)('a hundred thousand characters of %j are read before anyone notices', (_, unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000)
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now()
    checkLanguage(text)
    return performance.now() - start
  })
  // Some tens of milliseconds; the rest is room for a busy machine. Quadratic time would be minutes.
  expect(Math.min(...times)).toBeLessThan(400)
})
