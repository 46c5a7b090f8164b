import { getSchema } from '@tiptap/core'
import type { AttributeSpec, Schema } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { richTextSchema, shortTextSchema } from '#api/rich-text/schema.ts'
import { editorExtensions, shortTextExtensions } from './editor-extensions.ts'
import { createMentionLink } from './extensions/mention.ts'

test.each([
  ['texts', editorExtensions, richTextSchema],
  ['comments', shortTextExtensions, shortTextSchema],
])(
  'the editor of %s writes what the API accepts, with the same content and attributes',
  (_, extensions, schema) => {
    const editorSchema = getSchema(extensions(createMentionLink()))
    expect(describeNodes(editorSchema)).toEqual(describeNodes(schema))
    expect(describeMarks(editorSchema)).toEqual(describeMarks(schema))
  },
)

function describeNodes(schema: Schema) {
  return Object.fromEntries(
    Object.entries(schema.nodes).map(([name, { spec, isBlock }]) => [
      name,
      { content: spec.content ?? '', isBlock, attributes: describeAttributes(spec.attrs) },
    ]),
  )
}

function describeMarks(schema: Schema) {
  return Object.fromEntries(
    Object.entries(schema.marks).map(([name, { spec }]) => [name, Object.keys(spec.attrs ?? {})]),
  )
}

function describeAttributes(attributes: Record<string, AttributeSpec> = {}) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, attribute.default ?? null]),
  )
}
