// @vitest-environment node
import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import type { RichTextDocument, RichTextNode } from '../rich-text/contract.ts'
import { richTextSchema } from '../rich-text/schema.ts'
import { documentRange, plainText, plainTextSegments } from './plain-text.ts'

const text = (value: string, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const node = (type: string, ...content: RichTextNode[]): RichTextNode => ({ type, content })
const doc = (...content: RichTextNode[]): RichTextDocument => ({ type: 'doc', content })

const mention = {
  type: 'mention',
  attrs: { id: '0198a0a0-0000-7000-8000-000000000002', label: 'Kari Nilsen' },
}

const rich = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text('Vann'), text('stans', 'bold')] },
  paragraph(),
  paragraph(text('Linje én'), { type: 'hardBreak' }, text('linje to')),
  { type: 'horizontalRule' },
  node('bulletList', node('listItem', paragraph(text('a'))), node('listItem', paragraph(text('b')))),
  {
    type: 'image',
    attrs: { fileId: '0198a0a0-0000-7000-8000-000000000001', alt: 'Kart over gata' },
  },
  node(
    'table',
    node(
      'tableRow',
      node('tableHeader', paragraph(text('Dag'))),
      node('tableHeader', paragraph(text('Tid'))),
    ),
    node(
      'tableRow',
      node('tableCell', paragraph(text('1.')), paragraph()),
      node('tableCell', paragraph(), paragraph(text('kl. 10')), paragraph(text('kl. 12'))),
    ),
  ),
  node('blockquote', paragraph(text('Sitat'))),
  paragraph(text('Spør '), mention, text(' først')),
)

test('blocks are lines, cells are separated by tabs, images are their text', () => {
  expect(plainText(rich)).toBe(
    'Vannstans\nLinje én\nlinje to\na\nb\nKart over gata\nDag\tTid\n1.\tkl. 10\nkl. 12\nSitat\nSpør @Kari Nilsen først',
  )
})

test('an empty document has no text', () => {
  expect(plainText({ type: 'doc' })).toBe('')
  expect(plainText(doc(paragraph(), paragraph()))).toBe('')
})

test('a number with formatting inside it stands unbroken', () => {
  expect(plainText(doc(paragraph(text('158890', 'bold'), text('10069'))))).toBe('15889010069')
})

test('each segment stands where ProseMirror says it does', () => {
  const tree = Node.fromJSON(richTextSchema, rich)
  tree.check()
  const whole = plainText(rich)
  const segments = plainTextSegments(rich)
  expect(segments).toHaveLength(16)
  for (const { start, end, position, source } of segments) {
    const written = whole.slice(start, end)
    const attrs = tree.nodeAt(position)?.attrs
    const shown = {
      image: () => attrs?.alt,
      mention: () => `@${attrs?.label}`,
      text: () => tree.textBetween(position, position + end - start),
    }
    expect(shown[source]()).toBe(written)
  }
})

test('a range of the text becomes a range of the document, also across formatting', () => {
  const range = documentRange(rich, 2, 7)
  expect(range).toEqual({ from: 3, to: 8 })
  const tree = Node.fromJSON(richTextSchema, rich)
  expect(tree.textBetween(range?.from ?? 0, range?.to ?? 0)).toBe('nnsta')
})

test('a range inside an alternative text is the image', () => {
  const start = plainText(rich).indexOf('over')
  const range = documentRange(rich, start, start + 4)
  expect(range && range.to - range.from).toBe(1)
})

test('a range inside the name of a mention is the mention', () => {
  const start = plainText(rich).indexOf('Nilsen')
  const range = documentRange(rich, start, start + 3)
  expect(range && range.to - range.from).toBe(1)
})

test('a range where nothing stands is no range', () => {
  expect(documentRange(rich, 9, 10)).toBeUndefined()
  expect(documentRange(rich, 1000, 1010)).toBeUndefined()
})
