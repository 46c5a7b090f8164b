import { expect, test } from 'vitest'
import { lettersLeftOut, slipsAllowed, slipsBetween } from './near-words.ts'

test.for([
  ['skole', 'skloe', 1],
  ['skole', 'skole', 0],
  ['skole', 'skol', 1],
  ['skole', 'skoole', 1],
  ['barnehage', 'banrehge', 2],
  ['barnehage', 'sykehus', 3],
] as const)('between «%s» and «%s» there are %i slips', ([word, other, slips]) => {
  expect(slipsBetween(word, other, 2)).toBe(slips)
  expect(slipsBetween(other, word, 2)).toBe(slips)
})

test('two words with as many slips as are allowed share a form with letters left out', () => {
  const word = 'barnehage'
  const letters = 'abe'
  const slipped = Array.from(word, (_, index) => [
    word.slice(0, index) + word.slice(index + 1),
    ...Array.from(letters, (letter) => word.slice(0, index) + letter + word.slice(index)),
    ...Array.from(letters, (letter) => word.slice(0, index) + letter + word.slice(index + 1)),
  ]).flat()
  const forms = new Set(lettersLeftOut(word))
  for (const one of slipped) {
    expect(slipsBetween(word, one, slipsAllowed(word))).toBeLessThanOrEqual(2)
    expect(lettersLeftOut(one).some((form) => forms.has(form))).toBe(true)
  }
})

test('the work for one word is bounded', () => {
  expect(lettersLeftOut('a'.repeat(100)).length).toBeLessThan(40)
  expect(lettersLeftOut('abcdefghijklmnop').length).toBeLessThan(40)
})
