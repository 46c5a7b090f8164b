import { expect, test } from 'vitest'
import { markedSummary, markMatches } from './marked-text.ts'

const terms = (...words: string[]) => ({ words, stems: words })

test.for([
  ['legemid', 'Ny rutine for legemiddelskap', 'Ny rutine for <c0>legemid</c0>delskap'],
  ['sondre', 'Søndre Åsgård', '<c0>Søndre</c0> Åsgård'],
  ['asg', 'Søndre Åsgård', 'Søndre <c0>Åsg</c0>ård'],
  ['laerer', 'Lærer på Nordmo', '<c0>Lærer</c0> på Nordmo'],
  ['skap', 'legemiddelskap', 'legemiddelskap'],
  ['andre', 'André Andersen', '<c0>André</c0> Andersen'],
] as const)('«%s» marks the beginnings of words in «%s»', ([word, text, marked]) => {
  expect(markMatches(text, terms(word))).toBe(marked)
})

test('a word and its stem both mark', () => {
  expect(markMatches('En rutine er en rutine', { words: ['rutinene'], stems: ['rutin'] })).toBe(
    'En <c0>rutin</c0>e er en <c0>rutin</c0>e',
  )
})

test('a long text is cut to what stands around the match', () => {
  const text = `${'Først kommer mye annet. '.repeat(20)}Så kommer nøkkelen til skapet. ${'Og mer. '.repeat(40)}`
  const summary = markedSummary(['Ingenting her', text], terms('nøkkel'))
  expect(summary).toMatch(/^… .*Så kommer <c0>nøkkel<\/c0>en til skapet\. .* …$/)
  expect(summary.length).toBeLessThan(190)
})

test('one word longer than what is shown is cut as well', () => {
  const summary = markedSummary([`${'a'.repeat(500)}`], terms('aaa'))
  expect(summary).toBe(`<c0>aaa</c0>${'a'.repeat(157)} …`)
})

test('without a match the beginning of the first text stands there', () => {
  expect(markedSummary(['Vannet stenges', 'Mer'], terms('heis'))).toBe('Vannet stenges')
  expect(markedSummary([], terms('heis'))).toBe('')
})
