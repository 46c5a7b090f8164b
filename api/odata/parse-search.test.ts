// @vitest-environment node
import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import { parseSearch, searchTerms, searchToTsQuery } from './parse-search.ts'

const names = new Set(['displayName', 'jobTitle'])

let db: PGlite

beforeAll(async () => {
  db = await PGlite.create()
}, 60_000)

afterAll(() => db.close())

/** Whether a text is found, asked of the database as the news do. */
async function finds(search: string, text: string): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(
    "select to_tsvector('norwegian', $1) @@ to_tsquery('norwegian', $2) as found",
    [text, searchToTsQuery(parseSearch(search))],
  )
  return rows[0]?.found ?? false
}

const term = (text: string, property?: string) =>
  property ? { kind: 'term', property, text } : { kind: 'term', text }

test.each([
  ['"ny brannstasjon"', term('ny brannstasjon')],
  ['budsjett', term('budsjett')],
  ['budsjett 2026', { kind: 'and', operands: [term('budsjett'), term('2026')] }],
  ['"sa \\"nei\\" \\\\ ja"', term('sa "nei" \\ ja')],
  ['"displayName:kari"', term('kari', 'displayName')],
  ['"Obs: viktig"', term('Obs: viktig')],
  ['"mail:kari"', term('mail:kari')],
  [
    '"displayName:kari" AND ("jobTitle:lege" OR NOT "jobTitle:vikar")',
    {
      kind: 'and',
      operands: [
        term('kari', 'displayName'),
        {
          kind: 'or',
          operands: [term('lege', 'jobTitle'), { kind: 'not', operand: term('vikar', 'jobTitle') }],
        },
      ],
    },
  ],
  ['a OR b AND c', { kind: 'or', operands: [term('a'), { kind: 'and', operands: [term('b'), term('c')] }] }],
  ['a or b', { kind: 'and', operands: [term('a'), term('or'), term('b')] }],
])('%s is read', (text, node) => {
  expect(parseSearch(text, names)).toEqual(node)
})

test.each([
  '',
  ' ',
  '"open',
  'AND',
  '"a" AND',
  'OR b',
  'NOT',
  '(a',
  'a)',
  '()',
  'a\nb',
  '('.repeat(13) + 'a' + ')'.repeat(13),
])('the search %j is refused', (text) => {
  expect(() => parseSearch(text)).toThrow(
    expect.objectContaining({ status: 400, parts: { code: 'invalidQueryOption', target: '$search' } }),
  )
})

test.each([
  ['bud', 'Budsjettet er vedtatt', true],
  ['BUDSJETT', 'Budsjettet er vedtatt', true],
  ['biler', 'en bil', true],
  ['"vedtatt budsjett"', 'Budsjettet er vedtatt', true],
  ['"vedtatt" AND NOT "budsjett"', 'Budsjettet er vedtatt', false],
  ['"skole" OR "budsjett"', 'Budsjettet er vedtatt', true],
  ['skole', 'Budsjettet er vedtatt', false],
  ['blåbær', 'Blåbærtur på søndag', true],
  ['Covid-19', 'Råd om covid-19', true],
  ['kari.nilsen', 'Skriv til kari.nilsen@elvestrand.no', true],
  ['26/123', 'Saken 26/123 er klar', true],
  ['hms-avvik', 'Nytt HMS avvik', true],
  ['hms-skjema', 'Nytt HMS-avvik', false],
  ['NOT hms-avvik', 'Nytt HMS-avvik', false],
  ["o'brien", "O'Brien slutter", true],
])('the search %s of «%s»: %s', async (search, text, found) => {
  expect(await finds(search, text)).toBe(found)
})

test('words keep only letters and digits', () => {
  expect(searchToTsQuery(parseSearch('"a:* | !b <-> (c\' & d\\\\)"'))).toBe("('a':* & 'b':* & 'c':* & 'd':*)")
  expect(searchTerms(parseSearch('"Kari  Nilsen-Dahl" 50%'))).toEqual(['kari', 'nilsen', 'dahl', '50'])
})

test('a search has at most 30 words', () => {
  const words = (count: number) => parseSearch(`"${Array(count).fill('a').join(' ')}"`)
  expect(searchTerms(words(30))).toHaveLength(30)
  expect(() => searchTerms(words(31))).toThrow(ApiError)
  expect(() => searchToTsQuery(words(31))).toThrow(ApiError)
})

test.each(['"!!!"', '"" a', '-', `"${'x'.repeat(101)}"`])('%s says nothing to look for', (text) => {
  const node = parseSearch(text)
  const refusal = expect.objectContaining({
    status: 400,
    parts: { code: 'invalidQueryOption', target: '$search' },
  })
  expect(() => searchToTsQuery(node)).toThrow(refusal)
  expect(() => searchTerms(node)).toThrow(refusal)
})

test('what a search cannot do here is refused, not ignored', () => {
  expect(() => searchToTsQuery(parseSearch('"displayName:kari"', names))).toThrow(ApiError)
  expect(() => searchTerms(parseSearch('"displayName:kari"', names))).toThrow(ApiError)
  expect(() => searchTerms(parseSearch('kari OR ola'))).toThrow(ApiError)
  expect(() => searchTerms(parseSearch('NOT kari'))).toThrow(ApiError)
})

test('no text gives anything but a search the database can run, or a 400', async () => {
  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...`AND OR NOT ( ) " "" \\ \\" : * & | ! <-> ' - . @ _ / 1 a "b" og ÆØÅ ß İ ﬁ ² 中文 🙂 a\u0301`.split(
            ' ',
          ),
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 15 },
    )
    .chain((parts) =>
      fc.constantFrom(parts.join(' '), parts.join(''), `"${parts.join('').replace(/["\\]/g, '\\$&')}"`),
    )
  await fc.assert(
    fc.asyncProperty(soup, async (text) => {
      const outcome = await finds(text, 'en bil').catch((error: unknown) => error)
      expect(typeof outcome === 'boolean' || (outcome instanceof ApiError && outcome.status === 400)).toBe(
        true,
      )
    }),
    { numRuns: 1000 },
  )
}, 60_000)
