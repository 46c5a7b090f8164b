// @vitest-environment node
import { expect, test } from 'vitest'
import { guid, text } from '../graph/property.ts'
import { parseSelect } from './parse-select.ts'

const properties = new Map([
  ['id', guid('post.id')],
  ['title', text('post.title')],
  ['author/id', guid('person.id')],
  ['author/displayName', text('person.display_name')],
  ['authorNote', text('post.note')],
])

test.each([
  ['title', ['title']],
  ['title, id ,title', ['title', 'id']],
  ['author', ['author/id', 'author/displayName']],
  ['author/id,author', ['author/id', 'author/displayName']],
])('$select=%s', (select, paths) => {
  expect([...parseSelect(select, properties)]).toEqual(paths)
})

test.each(['', ',', 'title,', 'Title', 'author/', 'auth', 'author/x', '__proto__', 'a,'.repeat(5000)])(
  '$select=%.20s is refused',
  (select) => {
    expect(() => parseSelect(select, properties)).toThrow(
      expect.objectContaining({ status: 400, parts: { code: 'invalidQueryOption', target: '$select' } }),
    )
  },
)
