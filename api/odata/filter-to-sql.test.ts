// @vitest-environment node
import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import { evaluateFilter, type EvaluatedRow } from './evaluate-filter.test-support.ts'
import { filterArbitrary, ids, operators, properties, rows } from './filter-arbitrary.test-support.ts'
import { filterToSql } from './filter-to-sql.ts'
import { parseFilter } from './parse-filter.ts'
import { printFilter } from './print-filter.ts'

let db: Kysely<unknown>

beforeAll(async () => {
  db = new Kysely({ dialect: new PGliteDialect({ pglite: new PGlite() }) })
  // Ordered by code point on every server, as JavaScript does.
  await sql`create table item (id int primary key, name text collate "C", status text collate "C" not null, size int, big bigint,
    is_pinned boolean, born date, changed timestamptz, author_id uuid, units uuid[] not null, tags text[] collate "C")`.execute(
    db,
  )
  const records = rows.map(({ isPinned, 'author/id': authorId, ...row }) => ({
    ...row,
    is_pinned: isPinned,
    author_id: authorId,
  }))
  await sql`insert into item select * from jsonb_populate_recordset(null::item, ${JSON.stringify(records)}::jsonb)`.execute(
    db,
  )
}, 60_000)

afterAll(() => db.destroy())

/** Ids of the rows a filter finds in the database. */
async function idsBySql(filter: string): Promise<number[]> {
  const condition = filterToSql(parseFilter(filter), properties)
  const result = await sql<{ id: number }>`select id from item where ${condition} order by id`.execute(db)
  return result.rows.map(({ id }) => id)
}

const idsWhere = (matches: (row: EvaluatedRow) => boolean) => rows.filter(matches).map(({ id }) => id)

test('the database finds the rows the definition of the operators says', async () => {
  await fc.assert(
    fc.asyncProperty(filterArbitrary, async (node) => {
      expect(await idsBySql(printFilter(node))).toEqual(idsWhere((row) => evaluateFilter(node, row)))
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('a condition and its negation share the rows between them', async () => {
  await fc.assert(
    fc.asyncProperty(filterArbitrary, async (node) => {
      const found = await idsBySql(printFilter(node))
      const others = await idsBySql(printFilter({ kind: 'not', operand: node, at: 0 }))
      expect([...found, ...others].sort((a, b) => a - b)).toEqual(rows.map(({ id }) => id))
    }),
    { numRuns: 100 },
  )
}, 60_000)

test.each<[string, (row: EvaluatedRow) => boolean]>([
  ["name eq 'ÅSE'", ({ name }) => name === 'Åse' || name === 'åSE'],
  ["sortedName eq 'İbrahim'", ({ name }) => name === 'İbrahim'],
  ["name ne 'a'", ({ name }) => name !== 'a' && name !== 'A'],
  ["contains(name,'%')", ({ name }) => name === 'a%b' || name === '%'],
  ["contains(name,'_')", ({ name }) => name === 'a_b'],
  ["endswith(name,'\\')", ({ name }) => name === '\\'],
  ["startswith(name,'o''')", ({ name }) => name === "o'k"],
  ["not contains(name,'a')", ({ name }) => typeof name !== 'string' || !/a/i.test(name)],
  ['size gt null', () => false],
  ['not (size gt 0)', ({ size }) => size === null || Number(size) <= 0],
  ['not isPinned', ({ isPinned }) => isPinned !== true],
  [`author/id eq '${ids[0]}'`, (row) => row['author/id'] === ids[0]],
  [`author/id eq ${ids[0]?.toUpperCase()}`, (row) => row['author/id'] === ids[0]],
  [`units/any(u:u eq '${ids[1]}')`, ({ units }) => (units as unknown[]).length === 2], // the pool above
  ['tags/any()', ({ tags }) => ((tags ?? []) as unknown[]).length > 0], // the pool above
  ['tags/$count eq 0', ({ tags }) => ((tags ?? []) as unknown[]).length === 0], // the pool above
  ['changed gt 2026-11-21T09:00:00+01:00', ({ changed }) => changed === '2026-11-21T08:00:00.000001Z'],
  ['big eq 9007199254740993', ({ big }) => big === '9007199254740993'],
])('%s', async (text, matches) => {
  const expected = idsWhere(matches)
  expect(await idsBySql(text)).toEqual(expected)
})

test.each([
  ["secret eq 'a'", 'The property secret cannot be filtered on at position 0.'],
  ["title eq 'a'", 'The property title cannot be filtered on at position 0.'],
  ['__proto__/x eq 1', 'The property __proto__/x cannot be filtered on at position 0.'],
  ["author eq 'a'", 'The property author cannot be filtered on at position 0.'],
  ["size eq 'a'", 'Expected a value of Edm.Int32 at position 8.'],
  ['size eq 2147483648', 'Expected a value of Edm.Int32 at position 8.'],
  ['size eq 1.5', 'Expected a value of Edm.Int32 at position 8.'],
  ['size eq 1e3', 'Expected a value of Edm.Int32 at position 8.'],
  ['tags/$count eq -2147483649', 'Expected a value of Edm.Int32 at position 15.'],
  ['big eq 9223372036854775808', 'Expected a value of Edm.Int64 at position 7.'],
  [`big eq ${'9'.repeat(1000)}`, 'Expected a value of Edm.Int64 at position 7.'],
  ['name eq 1', 'Expected a value of Edm.String at position 8.'],
  ["name eq '\u0000'", 'Expected a value of Edm.String at position 8.'],
  ["contains(name,'\ud800')", 'Expected a value of Edm.String at position 14.'],
  ["author/id eq 'kari'", 'Expected a value of Edm.Guid at position 13.'],
  ["isPinned eq 'true'", 'Expected a value of Edm.Boolean at position 12.'],
  ['isPinned gt false', 'A boolean has no order at position 12.'],
  ['born eq 2026-02-29', 'Expected a value of Edm.Date at position 8.'],
  ['born eq 0000-01-01', 'Expected a value of Edm.Date at position 8.'],
  ['born eq 2026-13-01', 'Expected a value of Edm.Date at position 8.'],
  ['changed eq 2026-11-21', 'Expected a value of Edm.DateTimeOffset at position 11.'],
  ['changed eq 2026-11-21T24:00:00Z', 'Expected a value of Edm.DateTimeOffset at position 11.'],
  ['changed eq 2026-11-21T08:00:60Z', 'Expected a value of Edm.DateTimeOffset at position 11.'],
  ['changed eq 2026-11-21T08:00:00+19:00', 'Expected a value of Edm.DateTimeOffset at position 11.'],
  ['name', 'Expected a comparison or a boolean property at position 0.'],
  ['body eq 1', 'Expected a value of Edm.Untyped at position 8.'],
  ["contains(size,'1')", 'contains needs a string property at position 9.'],
  ["tags eq 'a'", 'A collection needs any or $count at position 0.'],
  ["name/any(n:n eq 'a')", 'any needs a collection at position 0.'],
  ['name/$count eq 1', '$count needs a collection at position 0.'],
  ["tags/any(t:t/name eq 'a')", 'Unknown property t/name at position 11.'],
  ["tags/any(t:tags/any(t:t eq 'a'))", 'The variable t is already in use at position 11.'],
  ["tags/any(t:secret eq 'a')", 'The property secret cannot be filtered on at position 11.'],
])('%s is refused: %s', (filterText, message) => {
  expect(() => filterToSql(parseFilter(filterText), properties)).toThrow(
    expect.objectContaining({
      status: 400,
      message,
      parts: { code: 'invalidQueryOption', target: '$filter' },
    }),
  )
})

test('no value from a filter becomes part of the SQL text', () => {
  const { sql: statement, parameters } = filterToSql(
    parseFilter("name eq 'x; drop table item' or tags/any(t:contains(t,'y--')) or size in (1,2)"),
    properties,
  ).compile(db)
  expect(statement).not.toMatch(/drop|--|\bt\b/)
  expect(parameters).toEqual(['x; drop table item', '%y--%', '1', '2'])
})

test('every filter the parser takes is run or refused, whatever its values', async () => {
  const property = fc.constantFrom(...properties.keys(), 'units/$count', 'none')
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }).map((raw) => `'${raw.replaceAll("'", "''")}'`),
    fc.integer().map(String),
    fc.bigInt().map(String),
    fc.double().map(String),
    fc.stringMatching(/^\d{4}-[0-3]\d-[0-3]\d(T[0-2]\d:[0-6]\d:[0-6]\d(\.\d{1,9})?(Z|[+-][01]\d:[0-6]\d))?$/),
    fc.constantFrom('true', 'false', 'null', ids[0] ?? ''),
  )
  const comparison = fc.tuple(property, fc.constantFrom(...operators), value).map((parts) => parts.join(' '))
  await fc.assert(
    fc.asyncProperty(comparison, async (filterText) => {
      const outcome = await idsBySql(filterText).catch((error: unknown) => error)
      expect(Array.isArray(outcome) || (outcome instanceof ApiError && outcome.status === 400)).toBe(true)
    }),
    { numRuns: 500 },
  )
}, 60_000)
