// @vitest-environment node
import { expect, test } from 'vitest'
import { isLongWord, isWord, readTokens } from './words.ts'

const wordsOf = (text: string) =>
  readTokens(text)
    .filter(isWord)
    .map((token) => token.text)

test.each([
  ['og/eller', ['og', 'eller']],
  ['e-post og HMS-kurs', ['e-post', 'og', 'HMS-kurs']],
  ['f.eks. og bl.a.', ['f.eks', 'og', 'bl.a']],
  ['20.12.2026 kl. 08.30: 8,5 t', ['20.12.2026', 'kl', '08.30', '8,5', 't']],
  ['§ 4-1 – nei', ['4-1', 'nei']],
  ['Skriv til kari@elvestrand.example!', ['Skriv', 'til', 'kari@elvestrand.example']],
  ['(se https://elvestrand.example/a?b=1)', ['se', 'https://elvestrand.example/a?b=1']],
  ['kafe\u0301 og 2b', ['kafe\u0301', 'og', '2b']],
])('%j has these words', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test.each([
  ['skriver', true],
  ['skrive', false],
  ['e-posten', true],
  ['e-post2', false],
  ['1234567', false],
  ['kari.nilsen@elvestrand.example', false],
])('whether «%s» is a long word: %s', (word, isLong) => {
  expect(readTokens(word).map(isLongWord)).toEqual([isLong])
})
