// @vitest-environment node
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseDocument } from '#api/rich-text/document.ts'
import { findSensitiveContent } from '#api/text/sensitive-content.ts'
import { demoPeople } from './demo-people.ts'
import { recipientFinder } from './news/audience.ts'
import { bulkPosts } from './news/bulk-posts.ts'
import { unitsOf } from './org-units.ts'
import { peopleIn } from './people.ts'
import { positionsOf } from './positions.ts'
import { organisationFor, seedSizes } from './scale.ts'
import { headCount } from './unit-plan.ts'

const now = new Date('2025-03-12T09:00:00Z')

test.for(seedSizes)(
  '%i employees are exactly as many, in units with a place of their own in the tree',
  (size) => {
    const plan = organisationFor(size)
    const units = unitsOf(plan)

    expect(headCount(plan)).toBe(size)
    expect(new Set(units.map((unit) => unit.path.join(' / '))).size).toBe(units.length)
    expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length)
  },
)

test('any other number of employees is refused', () => {
  expect(() => organisationFor(1301)).toThrow(RangeError)
})

test('areas come at 12 000 employees and sections at 50 000', () => {
  const kinds = (size: number) => new Set(unitsOf(organisationFor(size)).map((unit) => unit.kind))

  expect(kinds(1300)).toEqual(new Set(['municipality', 'staff', 'sector', 'unit', 'department']))
  expect(kinds(12_000)).toEqual(new Set([...kinds(1300), 'area']))
  expect(kinds(50_000)).toEqual(new Set([...kinds(12_000), 'section']))
})

test('the demo people keep their ids and units when the organisation grows', () => {
  const units = unitsOf(organisationFor(12_000))
  const people = peopleIn(units)
  for (const demo of demoPeople) {
    const person = people.find(({ id }) => id === demo.id)
    expect(person).toMatchObject({ displayName: demo.displayName, isEnabled: true })
    expect(person?.job.unit.path.filter((name) => demo.orgUnit.includes(name))).toEqual(demo.orgUnit)
  }
  expect(new Set(people.map((person) => person.id)).size).toBe(people.length)
  expect(new Set(people.map((person) => person.userPrincipalName)).size).toBe(people.length)
})

test('generated posts are valid and harmless, and what had to be confirmed is settled', () => {
  const units = unitsOf(organisationFor(1300))
  const people = peopleIn(units)
  const positions = positionsOf(people, units)
  const source = { units, people, positions, now, onProgress: () => {} }
  const rows = bulkPosts(source, recipientFinder(units, people, positions), 300)

  expect(rows).toHaveLength(300)
  for (const row of rows) {
    expect(z.uuid().safeParse(row.id).success).toBe(true)
    expect(parseDocument(JSON.parse(row.body))).toEqual(JSON.parse(row.body))
    expect(row.title.length).toBeLessThanOrEqual(200)
    expect(row.lead.length).toBeLessThanOrEqual(600)
    expect(findSensitiveContent(`${row.title}\n${row.lead}\n${row.body_text}`)).toEqual([])
  }
  const old = rows.filter((row) => row.importance === 'mustRead' && row.state !== 'draft')
  expect(old.filter((row) => row.state === 'published').length).toBeLessThan(old.length / 2)
})
