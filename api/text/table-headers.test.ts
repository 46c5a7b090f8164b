// @vitest-environment node
import { expect, test } from 'vitest'
import type { RichTextNode } from '../rich-text/contract.ts'
import { emptyHeaderCells } from './table-headers.ts'

const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const cell = (type: string, value: string): RichTextNode => ({
  type,
  content: [value === '' ? paragraph() : paragraph({ type: 'text', text: value })],
})
const th = (value: string) => cell('tableHeader', value)
const td = (value: string) => cell('tableCell', value)
const table = (...rows: RichTextNode[][]): RichTextNode => ({
  type: 'table',
  content: rows.map((content) => ({ type: 'tableRow', content })),
})
const count = (...content: RichTextNode[]) => emptyHeaderCells({ type: 'doc', content })

test('header cells without a word are counted, other empty cells are not', () => {
  expect(count(table([th('Dag'), th(''), th('  ')], [td(''), td('9'), td('')]))).toBe(2)
  expect(count(table([th('Dag'), th('Tid')], [td(''), td('')]))).toBe(0)
  expect(count(paragraph())).toBe(0)
  expect(emptyHeaderCells({ type: 'doc' })).toBe(0)
})

test('the corner between a header row and a header column may be empty', () => {
  expect(count(table([th(''), th('Tid')], [th('Mandag'), td('9')]))).toBe(0)
  expect(count(table([th(''), th('')], [th(''), td('9')]))).toBe(2)
})

test('the first cell is no corner when there is only a header row or only a header column', () => {
  expect(count(table([th(''), th('Tid')], [td('Mandag'), td('9')]))).toBe(1)
  expect(count(table([th(''), td('9')], [th('Tirsdag'), td('10')]))).toBe(1)
  expect(count(table([th(''), th('Tid')]))).toBe(1)
})

test('a name and the text of a picture are words, and tables inside other things are found', () => {
  const named: RichTextNode = {
    type: 'tableHeader',
    content: [paragraph({ type: 'mention', attrs: { id: 'x', label: 'Kari Nilsen' } })],
  }
  const pictured = (alt: string): RichTextNode => ({
    type: 'tableHeader',
    content: [{ type: 'image', attrs: { fileId: 'x', alt } }],
  })
  const quote: RichTextNode = { type: 'blockquote', content: [table([named, pictured('Sol'), pictured('')])] }
  expect(count(quote)).toBe(1)
})
