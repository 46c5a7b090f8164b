import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { shortTextSchema } from '#api/rich-text/schema.ts'
import { paragraphsOf, plainLines, positionOf } from './plain-paragraphs.ts'

test.each(['', 'Hei', 'Hei\n\nTakk', '\n', ' innrykk \n'])('%j comes back from its document', (text) => {
  expect(plainLines(paragraphsOf(text))).toBe(text)
})

test.each([
  { type: 'paragraph', content: [{ type: 'text', text: 'fet', marks: [{ type: 'bold' }] }] },
  { type: 'paragraph', content: [{ type: 'mention', attrs: { id: 'x', label: 'Kari' } }] },
  { type: 'paragraph', content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }] },
  { type: 'bulletList', content: [] },
])('a document with more than plain paragraphs is no plain text', (node) => {
  expect(plainLines({ type: 'doc', content: [node] })).toBeUndefined()
})

test('a place in the text is the same place in the document', () => {
  const text = 'Hei\n\nTakk for det'
  const doc = Node.fromJSON(shortTextSchema, paragraphsOf(text))
  for (let offset = 0; offset <= text.length; offset++) {
    const before = doc.textBetween(0, positionOf(text, offset), '\n')
    expect(text.slice(0, offset).startsWith(before)).toBe(true)
    expect(doc.resolve(positionOf(text, offset)).parent.isTextblock).toBe(true)
  }
  expect(doc.textBetween(positionOf(text, 5), positionOf(text, 9))).toBe('Takk')
})
