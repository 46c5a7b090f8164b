import fc from 'fast-check'
import { sql } from 'kysely'
import { boolean, date, dateTime, guid, int, json, long, text } from '../graph/property.ts'
import type { FilterNode, LiteralNode, LiteralType, PathNode } from './ast.ts'
import type { EvaluatedRow } from './evaluate-filter.test-support.ts'

export const ids = ['0194a1b2-0000-7000-8000-00000000000a', '0194a1b2-0000-7000-8000-00000000000b']

/** The properties of the table `item`, in which the filters look. */
export const properties = new Map([
  ['id', int('item.id', { filter: true })],
  ['name', text('item.name', { filter: true, nullable: true })],
  ['status', text('item.status', { filter: true })],
  ['size', int('item.size', { filter: true, nullable: true })],
  ['big', long('item.big', { filter: true, nullable: true })],
  ['isPinned', boolean('item.is_pinned', { filter: true, nullable: true })],
  ['born', date('item.born', { filter: true, nullable: true })],
  ['changed', dateTime('item.changed', { filter: true, nullable: true })],
  ['author/id', guid('item.author_id', { filter: true, nullable: true })],
  ['units', guid('item.units', { filter: true, collection: true })],
  ['tags', text('item.tags', { filter: true, collection: true, nullable: true })],
  ['sortedName', text(sql`item.name collate "und-x-icu"`, { filter: true, nullable: true })],
  ['secret', text('item.status')],
  ['body', json(sql`'{}'::jsonb`, { filter: true })],
])

/** Values that rows have and filters ask for: nulls, LIKE's own characters, both cases of Norwegian letters. */
const values = {
  name: [
    null,
    '',
    'a',
    'A',
    'Åse',
    'åSE',
    'Æ',
    'ø',
    'a%b',
    'a_b',
    'axb',
    'a\\b',
    "o'k",
    '%',
    '\\',
    'İbrahim',
  ],
  status: ['draft', 'Draft', 'published', 'å'],
  size: [null, -2147483648, -1, 0, 1, 2147483647],
  big: [null, '-9223372036854775808', '0', '9007199254740993', '9223372036854775807'],
  isPinned: [null, true, false],
  born: [null, '0001-01-01', '2024-02-29', '2026-11-21', '9999-12-31'],
  changed: [
    null,
    '2026-11-21T08:00:00.000000Z',
    '2026-11-21T08:00:00.000001Z',
    '2026-03-29T01:00:00.500000Z',
  ],
  'author/id': [null, ...ids],
  units: [[], [ids[0]], [ids[1], ids[0]]],
  tags: [null, [], ['a'], ['A', 'å'], [null, 'b']],
}

/** The rows of the table. */
export const rows: EvaluatedRow[] = Array.from({ length: 120 }, (_, id) => ({
  id,
  // A different stride for each property, so that most pairs of values meet in some row.
  ...Object.fromEntries(
    Object.entries(values).map(([path, pool], i) => [
      path,
      pool[Math.floor((id * (i + 3)) / (1 + (i % 3))) % pool.length],
    ]),
  ),
}))

const literalTypes: Record<string, LiteralType> = {
  name: 'string',
  status: 'string',
  size: 'number',
  big: 'number',
  isPinned: 'boolean',
  born: 'date',
  changed: 'dateTime',
  'author/id': 'guid',
  units: 'guid',
  tags: 'string',
}
const at = fc.constant(0)
const pathNode = (path: string): PathNode => ({ kind: 'path', segments: path.split('/'), at: 0 })
const scalars = ['name', 'status', 'size', 'big', 'isPinned', 'born', 'changed', 'author/id'] as const
export const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const

function literalOf(path: keyof typeof values): fc.Arbitrary<LiteralNode> {
  const pool: unknown[] = values[path].flat()
  return fc.constantFrom(...pool).map((value) => ({
    kind: 'literal',
    type: value === null ? 'null' : (literalTypes[path] ?? 'string'),
    text: String(value),
    at: 0,
  }))
}

const isOrdered = (path: string) => path !== 'isPinned'

/** Conditions on `left`, whose values are those of the property `path`. */
const conditionOn = (path: keyof typeof values, left: PathNode): fc.Arbitrary<FilterNode> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('compare' as const),
      operator: isOrdered(path) ? fc.constantFrom(...operators) : fc.constantFrom('eq', 'ne'),
      left: fc.constant(left),
      right: literalOf(path),
      at,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      left: fc.constant(left),
      values: fc.array(literalOf(path), { minLength: 1, maxLength: 3 }),
      at,
    }),
  )

const matchOn = (path: 'name' | 'status' | 'tags', left: PathNode): fc.Arbitrary<FilterNode> =>
  fc.record({
    kind: fc.constant('match' as const),
    function: fc.constantFrom('contains', 'startswith', 'endswith'),
    left: fc.constant(left),
    text: literalOf(path).filter(({ type }) => type === 'string'),
    at,
  })

/** Filters over `properties`, asking for values that `rows` have. */
export const { node: filterArbitrary } = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...scalars).chain((path) => conditionOn(path, pathNode(path))),
    fc.constantFrom('name' as const, 'status' as const).chain((path) => matchOn(path, pathNode(path))),
    fc.record({ kind: fc.constant('flag' as const), left: fc.constant(pathNode('isPinned')), at }),
    fc.record({
      kind: fc.constant('compare' as const),
      operator: fc.constantFrom(...operators),
      left: fc
        .constantFrom('units', 'tags')
        .map((path) => ({ kind: 'count' as const, collection: pathNode(path), at: 0 })),
      right: fc
        .constantFrom('0', '1', '2')
        .map((digits) => ({ kind: 'literal' as const, type: 'number' as const, text: digits, at: 0 })),
      at,
    }),
    fc.constantFrom('units' as const, 'tags' as const).chain((path) =>
      fc.record({
        kind: fc.constant('any' as const),
        collection: fc.constant(pathNode(path)),
        variable: fc.constant('x'),
        condition: fc.oneof(
          conditionOn(path, pathNode('x')),
          fc.record({ kind: fc.constant('not' as const), operand: conditionOn(path, pathNode('x')), at }),
          // Inside a lambda the row's own properties are still there.
          fc.record({
            kind: fc.constantFrom('and', 'or'),
            operands: fc.tuple(conditionOn(path, pathNode('x')), conditionOn('size', pathNode('size'))),
            at,
          }),
        ),
        at,
      }),
    ),
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      operands: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
      at,
    }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('node'), at }),
  ),
}))
