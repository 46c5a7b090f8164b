// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import type { FilterNode, LiteralNode, PathNode } from './ast.ts'
import { limits } from './limits.ts'
import { parseFilter } from './parse-filter.ts'
import { printFilter } from './print-filter.ts'

const guid = '0194a1b2-0000-7000-8000-00000000000a'

/** The message of the 400 a text gives; any other outcome fails the test. */
function refusal(text: string): string {
  try {
    parseFilter(text)
  } catch (error) {
    if (error instanceof ApiError && error.status === 400 && error.parts.target === '$filter') {
      return error.message
    }
    throw error
  }
  throw new Error(`${text.slice(0, 80)} was accepted`)
}

/** True when the text is a filter, false when it is refused as it should be. */
function isAccepted(text: string): boolean {
  try {
    parseFilter(text)
    return true
  } catch (error) {
    if (error instanceof ApiError && error.status === 400) return false
    throw error
  }
}

/** The tree without positions. */
const shapeOf = (node: FilterNode): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value)))

test.each([
  ["title eq 'Møte'", `title eq 'Møte'`],
  [`title eq 'it''s'`, `title eq 'it''s'`],
  ['a eq 1 or b eq 2 and c eq 3', 'a eq 1 or b eq 2 and c eq 3'],
  ['a eq 1 OR (b eq 2 And c eq 3)', 'a eq 1 or b eq 2 and c eq 3'],
  ['(a eq 1 or b eq 2) and c eq 3', '(a eq 1 or b eq 2) and c eq 3'],
  ['((a eq 1))', 'a eq 1'],
  ['a eq 1 and (b eq 2 and c eq 3)', 'a eq 1 and (b eq 2 and c eq 3)'],
  ['NOT(a EQ 1)', 'not (a eq 1)'],
  ['not a eq 1', 'not (a eq 1)'],
  ['not not isPinned', 'not not isPinned'],
  ["NOT(startsWith( displayName , 'a' ))", "not startswith(displayName,'a')"],
  ["endsWith(mail,'.no') and contains(author/displayName,'li')", undefined],
  ['5 lt size', 'size gt 5'],
  ['null ne size', 'size ne null'],
  ["status in ( 'a' ,'b',NULL)", "status in ('a','b',null)"],
  ['audience/orgUnitIds/$count eq 0', 'audience/orgUnitIds/$count eq 0'],
  [`audience/orgUnitIds/any( u : u eq ${guid} )`, `audience/orgUnitIds/any(u:u eq ${guid})`],
  ["members/Any(m:m/name eq 'x' and not m/isLeader)", "members/any(m:m/name eq 'x' and not m/isLeader)"],
  ['tags/any()', 'tags/any()'],
  ['big eq 9223372036854775807 or size eq -1', undefined],
  ['born ge 2026-02-28 and at lt 2026-11-21T23:15:53.1234567+01:00', undefined],
  ['isRead eq TRUE', 'isRead eq true'],
])('%s is read', (text, printed) => {
  expect(printFilter(parseFilter(text))).toBe(
    printed ?? text.replace('endsWith', 'endswith').replaceAll(', ', ','),
  )
})

test.each([
  ['', 'Expected a condition at position 0.'],
  ['title eq', 'Expected a literal value at position 8.'],
  ["title eq 'open", 'The string has no end at position 9.'],
  ["title eq'x'", 'A space is missing at position 8.'],
  ["title eq 'x'or a eq 1", 'A space is missing at position 12.'],
  ['a eq 1 foo', 'Expected and, or or the end at position 7.'],
  ['(a eq 1', 'Expected ) at position 7.'],
  ['a eq 1)', 'Expected and, or or the end at position 6.'],
  ['1 eq 1', 'Expected a property at position 5.'],
  ['1 eq not', 'Expected a property at position 5.'],
  ['tags/any(null:a eq 1)', 'Expected a variable at position 9.'],
  ['a eq b', 'Expected a literal value at position 5.'],
  ['a has 1', 'Expected and, or or the end at position 2.'],
  ['pg_sleep(10)', 'Unknown function pg_sleep at position 0.'],
  ['tags/all(t:t eq 1)', 'Unknown function all at position 5.'],
  ['contains(a,b)', 'Expected a literal value at position 11.'],
  ['contains(a,1)', 'Expected a string at position 11.'],
  ["contains(a/$count,'x')", 'Expected a property at position 9.'],
  ['a/$count', 'Expected a comparison at position 8.'],
  ['5 lt tags/any(t:t eq 1)', 'any cannot be compared at position 5.'],
  ['a in ()', 'Expected a literal value at position 6.'],
  ['a eq 1; drop table b', 'Unexpected character at position 6.'],
  ['a eq 1\n', 'Unexpected character at position 6.'],
  ['tags/any(t t eq 1)', 'Expected : at position 11.'],
])('%s is refused: %s', (text, message) => {
  expect(refusal(text)).toBe(message)
})

test('a filter over a limit is refused, and one at the limit is not', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}a eq 1${')'.repeat(depth)}`
  const joined = (count: number) => Array(count).fill('a').join(' or ')
  const list = (count: number) => `a in (${Array(count).fill('1').join()})`
  const path = (count: number) => `${Array(count).fill('a').join('/')} eq 1`
  const long = (length: number) => `a eq '${'x'.repeat(length - 7)}'`
  expect(isAccepted(nested(limits.depth))).toBe(true)
  expect(refusal(nested(limits.depth + 1))).toContain('nested too deeply')
  expect(isAccepted(joined(limits.nodes - 1))).toBe(true)
  expect(refusal(joined(limits.nodes))).toContain('too many conditions')
  expect(isAccepted(list(limits.inItems))).toBe(true)
  expect(refusal(list(limits.inItems + 1))).toContain('More than 100 values')
  expect(isAccepted(path(limits.pathSegments))).toBe(true)
  expect(refusal(path(limits.pathSegments + 1))).toContain('path is too long')
  expect(isAccepted(long(limits.characters))).toBe(true)
  expect(refusal(long(limits.characters + 1))).toContain('longer than 2048')
})

test.each(
  Object.entries({
    'open parentheses': '('.repeat(5000),
    'balanced parentheses': `${'('.repeat(5000)}a eq 1${')'.repeat(5000)}`,
    '2000 parentheses, within the length': '('.repeat(2000),
    'ten parentheses': `${'('.repeat(10)}a eq 1${')'.repeat(10)} and`,
    'a long path': `${'a/'.repeat(2000)}a eq 1`,
    'many nots': 'not '.repeat(510),
    'many not parentheses': 'not('.repeat(510),
    'many ors': Array(10_000).fill('a eq 1').join(' or '),
    'many quotes': "'".repeat(2047),
    'an open string of doubled quotes': `a eq '${"''".repeat(1000)}`,
    'many digits': `a eq ${'9'.repeat(2000)}x`,
    'almost a guid, again and again': '0194a1b2-0000-7000-8000-'.repeat(80),
    spaces: ' '.repeat(2047),
    'nested lambdas': 'a/any(x:'.repeat(250),
    'a long list': `a in (${'1,'.repeat(1000)}`,
    'a megabyte': 'a'.repeat(1_000_000),
  }),
)('%s costs no time', (_, text) => {
  const start = performance.now()
  isAccepted(text)
  expect(performance.now() - start).toBeLessThan(1000)
})

const name = fc
  .stringMatching(/^[a-z][A-Za-z0-9_]{0,5}$/)
  .filter((word) => !/^(not|true|false|null)$/i.test(word))
const literal: fc.Arbitrary<LiteralNode> = fc
  .oneof(
    fc.record({ type: fc.constant('string' as const), text: fc.string({ unit: 'grapheme', maxLength: 8 }) }),
    fc.record({
      type: fc.constant('number' as const),
      text: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map(String),
    }),
    fc.constantFrom({ type: 'boolean' as const, text: 'true' }, { type: 'null' as const, text: 'null' }),
    fc.record({ type: fc.constant('guid' as const), text: fc.uuid() }),
    fc.constantFrom(
      { type: 'date' as const, text: '2026-11-21' },
      { type: 'dateTime' as const, text: '2026-11-21T08:00:00.5Z' },
    ),
  )
  .map((value) => ({ kind: 'literal', at: 0, ...value }))
const path: fc.Arbitrary<PathNode> = fc
  .array(name, { minLength: 1, maxLength: 3 })
  .map((segments) => ({ kind: 'path', segments, at: 0 }))
const operand = fc.oneof(
  path,
  path.map((collection) => ({ kind: 'count' as const, collection, at: 0 })),
)
const at = fc.constant(0)
const { node: filter } = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constant('compare' as const),
      operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
      left: operand,
      right: literal,
      at,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      left: operand,
      values: fc.array(literal, { minLength: 1, maxLength: 3 }),
      at,
    }),
    fc.record({
      kind: fc.constant('match' as const),
      function: fc.constantFrom('contains', 'startswith', 'endswith'),
      left: path,
      text: literal.filter(({ type }) => type === 'string'),
      at,
    }),
    fc.record({ kind: fc.constant('flag' as const), left: path, at }),
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      operands: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
      at,
    }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('node'), at }),
    fc.record({
      kind: fc.constant('any' as const),
      collection: path,
      variable: name,
      condition: tie('node'),
      at,
    }),
  ),
}))

test('a printed filter reads as the same filter', () => {
  fc.assert(
    fc.property(filter, (node) => {
      const text = printFilter(node)
      fc.pre(text.length <= limits.characters)
      expect(shapeOf(parseFilter(text))).toEqual(shapeOf(node))
    }),
    { numRuns: 500 },
  )
})

test('no text gives anything but a filter or a 400, and what is accepted can be printed and read again', () => {
  const word = fc.constantFrom(
    ...`a b/c eq ne in and or not ( ) ' '' 'x' , : / $count any any( contains( startswith( true null 1 -1.5e3`.split(
      ' ',
    ),
    ...`2026-11-21 u:u ${guid} __proto__ constructor`.split(' '),
  )
  const soup = fc
    .array(fc.oneof({ weight: 9, arbitrary: word }, fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 25,
    })
    .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')))
  fc.assert(
    fc.property(soup, (text) => {
      const printed = isAccepted(text) ? printFilter(parseFilter(text)) : 'a'
      expect(isAccepted(printed)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
