// @vitest-environment node
import { getSchema } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Mention } from '@tiptap/extension-mention'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { expect, test } from 'vitest'
import { richTextSchema, shortTextSchema } from './schema.ts'

const editor = getSchema([StarterKit, TableKit, Image, Mention])

test('every node has the content and groups the editor gives it', () => {
  for (const [name, type] of Object.entries(richTextSchema.nodes)) {
    const { content, group, marks, tableRole } = editor.nodes[name]?.spec ?? {}
    expect({ name, spec: type.spec }).toMatchObject({
      name,
      spec: JSON.parse(JSON.stringify({ content, group, marks, tableRole })),
    })
  }
})

test('the nodes are the editor’s, and the marks too but for underlining, which reads as a link', () => {
  expect(Object.keys(richTextSchema.nodes).toSorted()).toEqual(Object.keys(editor.nodes).toSorted())
  const marks = Object.keys(editor.marks).filter((name) => name !== 'underline')
  // The order decides how marks nest.
  expect(Object.keys(richTextSchema.marks)).toEqual(marks)
})

test('every attribute is checked', () => {
  const types = [...Object.values(richTextSchema.nodes), ...Object.values(richTextSchema.marks)]
  for (const { spec } of types) {
    for (const attribute of Object.values(spec.attrs ?? {})) expect(attribute.validate).toBeTypeOf('function')
  }
})

test('what fits a short text fits a whole document', () => {
  for (const kind of ['nodes', 'marks'] as const) {
    for (const [name, type] of Object.entries(shortTextSchema[kind])) {
      expect({ name, spec: type.spec }).toEqual({ name, spec: richTextSchema[kind][name]?.spec })
    }
  }
  expect(Object.keys(shortTextSchema.marks)).toEqual(['link', 'bold', 'italic'])
})
