// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import { parseCount, parseQueryOptions, parseTop } from './query-options.ts'

const allowed = new Set(['$filter', '$top', '$skiptoken', 'startDateTime'])
const parse = (query: string) => parseQueryOptions(new URL(`https://tunet.test/v1.0/users?${query}`), allowed)
const refusal = (target: string) =>
  expect.objectContaining({ status: 400, parts: { code: 'invalidQueryOption', target } })

test('options are decoded once, and named as in the list of allowed options', () => {
  expect(parse('')).toEqual(new Map())
  expect(parse("%24filter=a+eq+'R%26D%20%2B%25'&$top=5&")).toEqual(
    new Map([
      ['$filter', "a eq 'R&D +%'"],
      ['$top', '5'],
    ]),
  )
  expect(parse('$skipToken=a=b').get('$skiptoken')).toBe('a=b')
  expect(parse('$SKIPTOKEN=a').get('$skiptoken')).toBe('a')
  expect(parse('startdatetime=x').get('startDateTime')).toBe('x')
  expect(parse('$filter').get('$filter')).toBe('')
})

test.each([
  ['filter=a', 'filter'],
  ['$orderby=a', '$orderby'],
  ['top=5', 'top'],
  ['__proto__=1', '__proto__'],
  ['=a', ''],
  ['$top=1&$top=2', '$top'],
  ['$skiptoken=a&$skipToken=b', '$skiptoken'],
  ['$filter=%', '$filter'],
  ['$filter=%E0%A4', '$filter'],
  ['%ff=1', '%ff'],
  ['$filter =a', '$filter '],
])('the query %s is refused', (query, target) => {
  expect(() => parse(query)).toThrow(refusal(target))
})

test('no query gives anything but options or a 400', () => {
  const query = fc
    .array(fc.oneof(fc.constantFrom('&', '=', '%', '+', '%2', '$filter=', '%24top=', '%00'), fc.string()))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(query, (text) => {
      const outcome = attempt(() => parse(text))
      expect(outcome instanceof Map || (outcome instanceof ApiError && outcome.status === 400)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

function attempt(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}

test('$top is a whole number from 1 to 999', () => {
  expect([parseTop('1'), parseTop('999'), parseTop('020')]).toEqual([1, 999, 20])
  for (const text of ['0', '1000', '-1', '1.5', '1e2', '', ' 5', '٣', 'x']) {
    expect(() => parseTop(text)).toThrow(refusal('$top'))
  }
})

test('$count is true or false', () => {
  expect([parseCount('true'), parseCount('false')]).toEqual([true, false])
  for (const text of ['', 'TRUE', '1']) expect(() => parseCount(text)).toThrow(refusal('$count'))
})
