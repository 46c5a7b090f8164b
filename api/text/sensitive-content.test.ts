// @vitest-environment node
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingDigits, findSensitiveContent } from './sensitive-content.ts'

// Synthetic numbers (month + 80): they belong to nobody. The second only holds by the rule of 2032.
const oldRule = '15889010069'
const newRule = '15889010085'
const dNumber = '55889010052'

/** Adds both control digits to nine digits; here always of someone born in 2039, who does not exist. */
function withControlDigits(nineDigits: string): string {
  const control = (digits: string, weights: number[]) =>
    (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11
  const ten = nineDigits + control(nineDigits, [3, 7, 6, 1, 8, 9, 4, 5, 2])
  return ten + control(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
}

test.each([
  ['old rule', oldRule],
  ['new rule', newRule],
  ['synthetic D-number', dNumber],
])('the test number of the %s is found', (_, number) => {
  expect(findSensitiveContent(`Gjelder ${number}.`)).toEqual([{ start: 8, end: 19, kind: 'testNumber' }])
})

test.each([
  ['fnr', '311239501'],
  ['dnr', '711239502'],
  ['hnr', '315239501'],
  ['dnr', '715239501'],
] as const)('a number of the kind %s is named as such', (kind, nineDigits) => {
  const number = withControlDigits(nineDigits)
  expect(number).toHaveLength(11)
  expect(findSensitiveContent(number)).toEqual([{ start: 0, end: 11, kind }])
})

test.each([
  '158890 10069',
  '158890\u00a010069',
  '158890\u202f10069',
  '158890-10069',
  '158890\u201310069',
  '158890.10069',
  '15889\u200b010069',
  '1588901\u00ad0069',
  '１５８８９０１００６９',
  '𝟏𝟓𝟖𝟖𝟗𝟎 𝟏𝟎𝟎𝟔𝟗',
])('%s is found, with its place in the original text', (written) => {
  const text = `½ 😀 ${written} ferdig`
  const [finding, ...others] = findSensitiveContent(text)
  expect(others).toEqual([])
  expect(text.slice(finding?.start, finding?.end)).toBe(written)
  expect(finding && findingDigits(text, finding)).toBe(oldRule)
})

test('each number of a list is found', () => {
  for (const separator of [' ', ', ', '\n', '\t', ';']) {
    expect(findSensitiveContent([oldRule, newRule, dNumber].join(separator))).toHaveLength(3)
  }
  expect(findSensitiveContent('158890 10069 158890 10085')).toHaveLength(2)
})

test.each([
  ['a phone number', 'Ring 22 00 00 00 eller +47 91234567'],
  ['an organisation number', 'Org.nr. 974 760 673 og 974760673'],
  ['a bank account', 'Konto 1588.90.10069'],
  ['a bank account with spaces', 'Konto 1588 90 10069'],
  ['a longer run of digits', '9158890100691 og 015889010069'],
  ['a decimal', '0.15889010069 og 3,15889010069'],
  ['a number grouped further', '12 158890 10069'],
  ['two separators', '158890  10069 og 158890 - 10069'],
  ['a date that does not exist', '15139010069'],
  ['wrong control digits', '15889010068'],
  ['two lines', '158890\n10069'],
])('%s is not a finding', (_, text) => {
  expect(findSensitiveContent(text)).toEqual([])
})

test('findings are in order, inside the text, and apart', () => {
  const piece = fc.oneof(fc.constantFrom(oldRule, '158890 10085', '１', ' ', '.', '\u200b'), fc.string())
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      let previousEnd = 0
      for (const finding of findSensitiveContent(text)) {
        expect(finding.start).toBeGreaterThanOrEqual(previousEnd)
        expect(findingDigits(text, finding)).toMatch(/^\d{11}$/)
        previousEnd = finding.end
      }
      expect(previousEnd).toBeLessThanOrEqual(text.length)
    }),
  )
})
