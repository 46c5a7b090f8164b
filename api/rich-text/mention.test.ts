// @vitest-environment node
import { expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import { mentionedUserIds, parseDocument } from './document.ts'

const userId = '0198a0a0-0000-7000-8000-0000000000a1'
const mention = (attrs: object = {}) => ({
  type: 'mention',
  attrs: { id: userId, label: 'Kari Nilsen', ...attrs },
})

const text = (value: string) => ({ type: 'text', text: value })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })

function refusal(value: unknown) {
  try {
    parseDocument(value)
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, ...error.parts }
    throw error
  }
  throw new Error('The document was accepted')
}

const refused = (code: string) => ({
  status: 422,
  code: 'invalidContent',
  details: [{ code, target: 'body' }],
})

test('a person mentioned in the middle of a sentence comes back as sent', () => {
  const sent = doc(paragraph(text('Spør '), mention(), text('.')))
  expect(parseDocument(sent)).toEqual(sent)
})

test.each<[string, unknown]>([
  ['a mention without a person', doc(paragraph({ type: 'mention', attrs: { label: 'Kari' } }))],
  ['a mention of no id', doc(paragraph(mention({ id: 'kari' })))],
  ['a mention of a list of ids', doc(paragraph(mention({ id: [userId] })))],
  ['a mention without a name', doc(paragraph(mention({ label: undefined })))],
  ['a mention with a blank name', doc(paragraph(mention({ label: ' ' })))],
  ['a mention with a name of 201', doc(paragraph(mention({ label: 'a'.repeat(201) })))],
  ['a mention with a line feed in the name', doc(paragraph(mention({ label: 'Kari\nNilsen' })))],
  ['a mention with NUL in the name', doc(paragraph(mention({ label: 'a\u0000' })))],
  ['a mention with half a surrogate pair', doc(paragraph(mention({ label: '\udc00' })))],
  ['a mention whose name is no text', doc(paragraph(mention({ label: { toString: 'x' } })))],
  ['a mention outside a paragraph', doc(mention())],
  ['a mention with text in it', doc(paragraph({ ...mention(), content: [text('x')] }))],
  ['a mention in code', doc({ type: 'codeBlock', content: [mention()] })],
])('%s is refused', (_, value) => {
  expect(refusal(value)).toMatchObject(refused('malformedValue'))
})

test('what else a mention carries is left out, and its id is in small letters', () => {
  const parsed = parseDocument(
    doc(paragraph(mention({ id: userId.toUpperCase(), href: 'javascript:alert(1)', class: 'x' }))),
  )
  expect(parsed).toEqual(doc(paragraph(mention())))
})

test('the names of mentions count as text', () => {
  const mentions = Array(1100).fill(mention({ label: 'a'.repeat(200) }))
  expect(refusal(doc(paragraph(...mentions)))).toMatchObject(refused('tooLong'))
})

test('the people a document mentions are listed once each, in order', () => {
  const other = '0198a0a0-0000-7000-8000-0000000000a2'
  const parsed = parseDocument(
    doc(
      { type: 'blockquote', content: [paragraph(mention({ id: other }), mention())] },
      paragraph(mention({ id: other.toUpperCase() })),
    ),
  )
  expect(mentionedUserIds(parsed)).toEqual([other, userId])
  expect(mentionedUserIds({ type: 'doc' })).toEqual([])
})
