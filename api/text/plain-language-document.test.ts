// @vitest-environment node
import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import type { RichTextDocument, RichTextNode } from '../rich-text/contract.ts'
import { richTextSchema } from '../rich-text/schema.ts'
import { findingsInDocument } from './plain-language-document.ts'
import { checkLanguage } from './plain-language.ts'
import { plainText } from './plain-text.ts'

const text = (value: string, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const node = (type: string, ...content: RichTextNode[]): RichTextNode => ({ type, content })
const image = (alt: string): RichTextNode => ({
  type: 'image',
  attrs: { fileId: '0198a0a0-0000-7000-8000-000000000001', alt },
})

const findIn = (...content: RichTextNode[]) => {
  const doc: RichTextDocument = { type: 'doc', content }
  const read = Node.fromJSON(richTextSchema, doc)
  return findingsInDocument(doc, checkLanguage(plainText(doc)).findings).map((finding) => ({
    found: finding.text,
    inDocument: read.textBetween(finding.from, finding.to),
  }))
}

test('each finding is where the editor has its text, also over bold words, in lists and in tables', () => {
  const found = findIn(
    node('heading', text('Vedrørende ferie')),
    paragraph(
      text('Lever i '),
      text('henhold', 'bold'),
      text(' til planen'),
      node('hardBreak'),
      text('samt listen'),
    ),
    node('bulletList', node('listItem', paragraph(text('Skjema skal leveres')))),
    node(
      'table',
      node('tableRow', node('tableCell', paragraph(text('a'))), node('tableCell', paragraph(text('Kun b')))),
    ),
    paragraph(),
    paragraph(text('Det er umiddelbart')),
  )
  expect(found.map(({ found }) => found)).toEqual([
    'Vedrørende',
    'i henhold til',
    'samt',
    'skal leveres',
    'Kun',
    'umiddelbart',
  ])
  for (const { found: expected, inDocument } of found) expect(inDocument).toBe(expected)
})

test('a picture is described in its own field, which the editor does not rewrite', () => {
  expect(findIn(image('Kart vedrørende gata'), paragraph(text('Kun dette')))).toEqual([
    { found: 'Kun', inDocument: 'Kun' },
  ])
})

test('nothing goes from one block into the next', () => {
  expect(findIn(paragraph(text('i henhold')), paragraph(text('til')))).toEqual([])
})
