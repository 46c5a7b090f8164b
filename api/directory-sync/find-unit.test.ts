// @vitest-environment node
import { expect, test } from 'vitest'
import { unitFinder, type NamedUnit, type PlaceWords } from './find-unit.ts'

const unit = (id: string, name: string, parentId: string | null = null, location: string | null = null) =>
  ({ id, name, parentId, location }) satisfies NamedUnit
const units = [
  unit('all', 'Kommunen'),
  unit('health', 'Helse', 'all'),
  unit('school', 'Skole', 'all'),
  unit('north', 'Sone nord', 'health', 'Nordveien 1'),
  unit('south', 'Sone sør', 'health'),
  unit('office north', 'Administrasjon', 'north', 'Nordveien 1'),
  unit('office south', 'Administrasjon', 'south', 'Sørveien 2'),
  unit('office school', 'Administrasjon', 'school'),
]
const words = (more: Partial<PlaceWords>): PlaceWords => ({
  department: null,
  division: null,
  company: null,
  office: null,
  ...more,
})

test.for<[why: string, words: Partial<PlaceWords>, found: string]>([
  ['the name', { department: 'Helse' }, 'health'],
  ['in other letters and spaces', { department: '  SONE   Nord ' }, 'north'],
  ['the division where no department is said', { division: 'Skole' }, 'school'],
  [
    'a department that is unknown, though the division is not',
    { department: 'X', division: 'Skole' },
    'unknown',
  ],
  ['one of several, by the division', { department: 'Administrasjon', division: 'Skole' }, 'office school'],
  ['one of several, by the company', { department: 'Administrasjon', company: 'Skole' }, 'office school'],
  [
    'by the division first, and then by the office',
    { department: 'Administrasjon', division: 'Helse', office: 'sørveien 2' },
    'office south',
  ],
  ['by an office that is a unit’s', { department: 'Administrasjon', office: 'Nordveien 1' }, 'office north'],
  ['several, and nothing tells them apart', { department: 'Administrasjon' }, 'ambiguous'],
  [
    'several still, below the division',
    { department: 'Administrasjon', division: 'Helse', company: 'Kommunen' },
    'ambiguous',
  ],
  ['a hint that fits none changes nothing', { department: 'Helse', division: 'Teknisk' }, 'health'],
  ['nothing said', { company: 'Kommunen' }, 'notSaid'],
  ['only spaces', { department: '   ' }, 'notSaid'],
])('the words lead to a unit: %s', ([, said, expected]) => {
  const found = unitFinder(units)(words(said))
  expect(found.unitId ?? ('why' in found && found.why)).toBe(expected)
})

test('units in a circle do not stop the search', () => {
  const find = unitFinder([unit('a', 'A', 'b'), unit('b', 'B', 'a'), unit('c', 'A', 'b')])
  expect(find(words({ department: 'A', division: 'Z' }))).toEqual({ unitId: null, why: 'ambiguous' })
})
