// @vitest-environment node
import { expect, test } from 'vitest'
import { dateTime, text } from '../graph/property.ts'
import { parseOrderBy } from './parse-orderby.ts'

const sortable = ['a', 'b', 'c', 'd', 'e', 'f'].map((path) => [path, text(path, { sort: true })] as const)
const properties = new Map([
  ...sortable,
  ['author/displayName', text('person.display_name', { sort: true })],
  ['publishedDateTime', dateTime('post.published_at', { sort: true })],
  ['secret', text('post.secret', { filter: true })],
])

const read = (orderBy: string) =>
  parseOrderBy(orderBy, properties).map(({ path, descending }) => [path, descending ? 'desc' : 'asc'])

test('properties are read in order, ascending unless desc', () => {
  expect(read('publishedDateTime desc,author/displayName')).toEqual([
    ['publishedDateTime', 'desc'],
    ['author/displayName', 'asc'],
  ])
  expect(read(' a  DESC , b ASC ')).toEqual([
    ['a', 'desc'],
    ['b', 'asc'],
  ])
})

test('each comes with its property', () => {
  expect(parseOrderBy('a', properties)[0]?.property).toBe(properties.get('a'))
})

test.each([
  '',
  ',',
  'a,',
  'a b',
  'a desc desc',
  'a,a desc',
  'secret',
  'author',
  'A',
  '__proto__',
  'constructor',
  'a;b',
  'a nulls first',
  'a,b,c,d,e,f',
  'a,'.repeat(5000),
])('$orderby=%.20s is refused', (orderBy) => {
  expect(() => parseOrderBy(orderBy, properties)).toThrow(
    expect.objectContaining({ status: 400, parts: { code: 'invalidQueryOption', target: '$orderby' } }),
  )
})
