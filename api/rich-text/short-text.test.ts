// @vitest-environment node
import { expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import { maxShortTextNodeCount, parseDocument, shortText } from './document.ts'

const id = '0198a0a0-0000-7000-8000-0000000000a1'
const text = (value: string, ...marks: object[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const link = (href: unknown) => paragraph(text('Les mer', { type: 'link', attrs: { href } }))
const item = (...content: object[]) => ({ type: 'listItem', content })
const parse = (value: unknown, maxLength = 1000) => parseDocument(value, shortText(maxLength))

function refusal(value: unknown, maxLength?: number) {
  try {
    parse(value, maxLength)
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, ...error.parts }
    throw error
  }
  throw new Error('The text was accepted')
}

const refused = (code: string) => ({
  status: 422,
  code: 'invalidContent',
  details: [{ code, target: 'body' }],
})

test('a short text with everything comes back as it was', () => {
  const everything = doc(
    paragraph(
      text('Takk, ', { type: 'bold' }, { type: 'italic' }),
      { type: 'mention', attrs: { id, label: 'Kari Nilsen' } },
      { type: 'hardBreak' },
      text('her', { type: 'link', attrs: { href: 'https://example.no/' } }),
    ),
    { type: 'bulletList', content: [item(paragraph(text('Punkt')))] },
    { type: 'orderedList', attrs: { start: 2 }, content: [item(paragraph(text('To')))] },
  )
  const parsed = parse(everything)
  expect(parsed).toEqual(everything)
  expect(parseDocument(parsed)).toEqual(everything)
})

test.each<[string, unknown]>([
  ['a heading', doc({ type: 'heading', attrs: { level: 2 }, content: [text('x')] })],
  ['a picture', doc({ type: 'image', attrs: { fileId: id, alt: '' } })],
  [
    'a table',
    doc({
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph()] }] }],
    }),
  ],
  ['a quote', doc({ type: 'blockquote', content: [paragraph()] })],
  ['code', doc({ type: 'codeBlock', content: [text('x')] })],
  ['a line across', doc({ type: 'horizontalRule' })],
  ['text in a fixed width', doc(paragraph(text('x', { type: 'code' })))],
  ['struck text', doc(paragraph(text('x', { type: 'strike' })))],
  ['a picture in a list', doc({ type: 'bulletList', content: [item(paragraph(), { type: 'image' })] })],
  ['an unknown node', doc({ type: 'iframe', attrs: { src: 'javascript:alert(1)' } })],
  ['a node named __proto__', doc({ type: '__proto__' })],
  ['an unknown mark', doc(paragraph(text('x', { type: 'onclick' })))],
  ['the mark of an added piece', doc(paragraph(text('x', { type: 'inserted' })))],
  ['a mention of no id', doc(paragraph({ type: 'mention', attrs: { id: 'kari', label: 'Kari' } }))],
  ['a list from 0', doc({ type: 'orderedList', attrs: { start: 0 }, content: [item(paragraph())] })],
  ['NUL', doc(paragraph(text('a\u0000b')))],
  ['half a surrogate pair', doc(paragraph(text('a\ud800b')))],
  ['no content', { type: 'doc' }],
  ['no value', undefined],
  ['a string', '<p>x</p>'],
])('%s is refused', (_, value) => {
  expect(refusal(value)).toMatchObject(refused('malformedValue'))
})

test.each(['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', '//evil.example', null])(
  'a link to %j is refused',
  (href) => {
    expect(refusal(doc(link(href)))).toMatchObject(refused('unsafeLink'))
  },
)

test('the length is that of the plain text: names and line breaks count, addresses and formatting do not', () => {
  const mention = { type: 'mention', attrs: { id, label: 'Kari' } }
  const value = doc(
    paragraph(mention, text('ab', { type: 'bold' })),
    link(`https://example.no/${'a'.repeat(90)}`),
  )
  const length = '@Kariab\nLes mer'.length
  expect(parse(value, length)).toEqual(value)
  expect(refusal(value, length - 1)).toMatchObject(refused('tooLong'))
})

test('many empty paragraphs, many marks and deep lists are refused', () => {
  expect(refusal(doc(...Array(maxShortTextNodeCount).fill(paragraph())))).toMatchObject(refused('tooLong'))
  const marks = Array(maxShortTextNodeCount).fill({ type: 'bold' })
  expect(refusal(doc(paragraph(text('x', ...marks))))).toMatchObject(refused('tooLong'))
  let list: object = paragraph()
  for (let level = 0; level < 2000; level++) list = { type: 'bulletList', content: [item(paragraph(), list)] }
  expect(refusal(doc(list))).toMatchObject(refused('tooLong'))
})

test('a refusal does not repeat what was sent', () => {
  expect(JSON.stringify(refusal(doc(paragraph(text('hemmelig'))), 3))).not.toContain('hemmelig')
  expect(JSON.stringify(refusal(doc(link('javascript:hemmelig'))))).not.toContain('hemmelig')
})
