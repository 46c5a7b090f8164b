// @vitest-environment node
import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import {
  decodeSkipToken,
  encodeSkipToken,
  keysetCondition,
  type KeyValue,
  type OrderColumn,
} from './skip-token.ts'

const columns = {
  id: { expression: sql.ref('item.id'), type: 'Edm.Guid', nullable: false },
  title: { expression: sql.ref('item.title'), type: 'Edm.String', nullable: false },
  name: { expression: sql.ref('item.name'), type: 'Edm.String', nullable: true },
  size: { expression: sql.ref('item.size'), type: 'Edm.Int32', nullable: true },
  big: { expression: sql.ref('item.big'), type: 'Edm.Int64', nullable: false },
  isPinned: { expression: sql.ref('item.is_pinned'), type: 'Edm.Boolean', nullable: true },
  born: { expression: sql.ref('item.born'), type: 'Edm.Date', nullable: true },
  changed: { expression: sql.ref('item.changed'), type: 'Edm.DateTimeOffset', nullable: false },
} satisfies Record<string, Omit<OrderColumn, 'descending'>>

const step = (name: keyof typeof columns, descending = false): OrderColumn => ({
  ...columns[name],
  descending,
})

let db: Kysely<unknown>

beforeAll(async () => {
  db = new Kysely({ dialect: new PGliteDialect({ pglite: new PGlite() }) })
  await sql`create table item (id uuid primary key default gen_random_uuid(), title text not null, name text,
    size int, big bigint not null, is_pinned boolean, born date, changed timestamptz not null)`.execute(db)
  // Few values each, so that keys tie, and timestamps that differ in the sixth decimal alone.
  await sql`insert into item (title, name, size, big, is_pinned, born, changed)
    select (array['Åse', 'a', 'A', ''])[n % 4 + 1], (array['ø', null, '"\\'])[n % 3 + 1], nullif(n % 5, 0),
      9007199254740992 + n % 3, (array[true, null, false])[n / 2 % 3 + 1],
      nullif(date '2026-03-29' + n % 3, date '2026-03-30'),
      timestamptz '2026-03-29 01:00:00Z' + (n % 4) * interval '1 microsecond' + (n % 2) * interval '200 days'
    from generate_series(1, 50) n`.execute(db)
}, 60_000)

afterAll(() => db.destroy())

const orderBy = (order: OrderColumn[]) =>
  sql.join(
    order.map(({ expression, descending, nullable }) =>
      sql.join(
        [
          expression,
          descending ? sql`desc` : sql`asc`,
          nullable ? (descending ? sql`nulls last` : sql`nulls first`) : sql``,
        ],
        sql` `,
      ),
    ),
  )

async function readPage(order: OrderColumn[], size: number, token?: string) {
  const keys = sql.join(
    order.map(({ expression }) => sql`${expression}::text`),
    sql`, `,
  )
  const where = token === undefined ? sql`true` : keysetCondition(order, decodeSkipToken(token).k)
  const { rows } = await sql<{ id: string; keys: KeyValue[] }>`select id, array[${keys}] as keys from item
    where ${where} order by ${orderBy(order)} limit ${size}`.execute(db)
  const last = rows.at(-1)
  return {
    ids: rows.map(({ id }) => id),
    next: rows.length === size && last ? encodeSkipToken({ k: last.keys, f: '' }) : undefined,
  }
}

test('paging visits every row once, in order, whatever the order is', async () => {
  const order = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...Object.keys(columns)), fc.boolean()), {
      selector: ([name]) => name,
      maxLength: 4,
    })
    .chain((steps) => fc.boolean().map((descending) => [...steps, ['id', descending] as const]))
    // The names are the keys of `columns`.
    .map((steps) => steps.map(([name, descending]) => step(name as keyof typeof columns, descending)))
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 20 }), async (steps, size) => {
      const seen: string[] = []
      let token: string | undefined
      do {
        const page = await readPage(steps, size, token)
        seen.push(...page.ids)
        token = page.next
      } while (token !== undefined && seen.length <= 50)
      const { rows } = await sql<{ id: string }>`select id from item order by ${orderBy(steps)}`.execute(db)
      expect(seen).toEqual(rows.map(({ id }) => id))
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('an order in one direction without nulls starts in the middle of an index', async () => {
  await sql`create index item_changed on item (changed, id)`.execute(db)
  const order = [step('changed', true), step('id', true)]
  const { next = '' } = await readPage(order, 10)
  const plan = await db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    await sql`set local enable_bitmapscan = off`.execute(trx)
    const explained = await sql`explain select id from item
      where ${keysetCondition(order, decodeSkipToken(next).k)} order by ${orderBy(order)} limit 10`.execute(
      trx,
    )
    return JSON.stringify(explained.rows)
  })
  expect(plan).toContain('Index Cond: (ROW(changed, id) <')
})

test.each<[string, OrderColumn[], KeyValue[]]>([
  ['too few values', [step('title'), step('id')], ['a']],
  ['too many values', [step('title')], ['a', 'b']],
  ['no guid', [step('id')], ["'; drop table item --"]],
  ['no number', [step('size')], ['1.5']],
  ['a number out of range', [step('size')], [2147483648]],
  ['no finite number', [step('size')], [1e300]],
  ['no boolean', [step('isPinned')], ['t']],
  ['no day', [step('born')], ['2026-02-30']],
  ['no time', [step('changed')], ['infinity']],
  ['a time out of range', [step('changed')], ['2026-01-01 25:00:00+00']],
  ['null where there is always a value', [step('title')], [null]],
  ['text that cannot be stored', [step('name')], ['\u0000']],
])('a token with %s is refused', (_, order, values) => {
  expect(() => keysetCondition(order, values)).toThrow(
    expect.objectContaining({ status: 400, parts: { code: 'invalidQueryOption', target: '$skiptoken' } }),
  )
})

test('a token comes back as it was', () => {
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 10 }), fc.string(), (k, f) => {
      const text = encodeSkipToken({ k, f })
      expect(text).toMatch(/^[\w-]+$/)
      expect(decodeSkipToken(text)).toEqual({ k, f })
    }),
  )
})

const base64url = (binary: string) =>
  btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

test.each(
  Object.entries({
    'no text': '',
    'padding alone': '====',
    'a space': 'a b',
    'no JSON': base64url('not json'),
    null: base64url('null'),
    'an array': base64url('[]'),
    'no fingerprint': base64url('{"k":[]}'),
    'keys that are text': base64url('{"k":"ab","f":""}'),
    'a key that is an object': base64url('{"k":[{}],"f":""}'),
    'a key that is an array': base64url('{"k":[[1]],"f":""}'),
    'a fingerprint that is a number': base64url('{"k":[],"f":1}'),
    'too many keys': base64url(`{"k":[${Array(11).fill(1).join()}],"f":""}`),
    'bytes that are not UTF-8': base64url('{"k":[],"f":"\xff"}'),
    'deep nesting': base64url('['.repeat(3000)),
    'a megabyte': 'A'.repeat(1_000_000),
  }),
)('a token of %s is refused', (_, token) => {
  expect(() => decodeSkipToken(token)).toThrow(
    expect.objectContaining({ status: 400, parts: { code: 'invalidQueryOption', target: '$skiptoken' } }),
  )
})

test('no token gives anything but a condition the database can run, or a 400', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d( [0-2]\d:[0-5]\d:[0-5]\d(\.\d{6})?[+-][01]\d)?$/),
  )
  const name = fc.constantFrom(...(Object.keys(columns) as (keyof typeof columns)[])) // the keys of the type
  await fc.assert(
    fc.asyncProperty(name, value, fc.boolean(), async (column, k, descending) => {
      const token = encodeSkipToken({ k: [k], f: '' })
      const outcome = await readPage([step(column, descending)], 1, token).catch((error: unknown) => error)
      expect(outcome instanceof Error ? outcome instanceof ApiError && outcome.status : 400).toBe(400)
    }),
    { numRuns: 500 },
  )
}, 60_000)
