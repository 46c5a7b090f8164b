import { getSchema } from '@tiptap/core'
import type { AttributeSpec, Schema } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { richTextSchema } from '#api/rich-text/schema.ts'
import { editorExtensions } from './editor-extensions.ts'

const editorSchema = getSchema(editorExtensions)

test('the editor writes the nodes the API accepts, with the same content and attributes', () => {
  expect(describeNodes(editorSchema)).toEqual(describeNodes(richTextSchema))
})

test('the editor writes the marks the API accepts, with the same attributes', () => {
  expect(describeMarks(editorSchema)).toEqual(describeMarks(richTextSchema))
})

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
