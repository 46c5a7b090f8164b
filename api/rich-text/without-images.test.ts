// @vitest-environment node
import { expect, test } from 'vitest'
import { parseDocument } from './document.ts'
import { withoutImages } from './without-images.ts'

const ids = ['0198a0a0-0000-7000-8000-000000000001', '0198a0a0-0000-7000-8000-000000000002'] as const
const image = (fileId: string) => ({
  type: 'image',
  attrs: { fileId, alt: '', width: null, height: null },
})
const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Hei' }] }

test('only the images of the named files are left out', () => {
  const doc = parseDocument({ type: 'doc', content: [image(ids[0]), paragraph, image(ids[1])] })
  expect(withoutImages(doc, new Set([ids[0]]))).toEqual({ type: 'doc', content: [paragraph, image(ids[1])] })
})

test('what held nothing but an image holds an empty paragraph', () => {
  const doc = parseDocument({ type: 'doc', content: [{ type: 'blockquote', content: [image(ids[0])] }] })
  const left = withoutImages(doc, new Set(ids))
  expect(left).toEqual({ type: 'doc', content: [{ type: 'blockquote', content: [{ type: 'paragraph' }] }] })
  expect(parseDocument(left)).toEqual(left)
})

test('a document of images alone becomes empty', () => {
  const doc = parseDocument({ type: 'doc', content: [image(ids[0]), image(ids[1])] })
  expect(withoutImages(doc, new Set(ids))).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
})
