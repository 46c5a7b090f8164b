import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { plainText } from '#api/text/plain-text.ts'
import { type ChangeKind, changeKind } from './change-marks.ts'
import { diffDocuments } from './diff-documents.ts'

const text = (value: string, ...marks: string[]): RichTextNode =>
  marks.length === 0
    ? { type: 'text', text: value }
    : { type: 'text', text: value, marks: marks.map((type) => ({ type })) }
const paragraph = (...content: (string | RichTextNode)[]): RichTextNode => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
})
const heading = (value: string, level = 2): RichTextNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
})
const list = (...items: string[]): RichTextNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
const table = (...rows: string[][]): RichTextNode => ({
  type: 'table',
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1 },
      content: [paragraph(cell)],
    })),
  })),
})
const image = (fileId: string, alt: string): RichTextNode => ({ type: 'image', attrs: { fileId, alt } })
const doc = (...content: RichTextNode[]): RichTextDocument => ({ type: 'doc', content })

/** The changes as people write them: `[-removed-]` and `{+added+}`; blocks on lines of their own. */
function show({ content = [] }: RichTextDocument | RichTextNode): string {
  return content
    .map((node): string => {
      if (node.content !== undefined) return `${show(node).trimEnd()}\n`
      const words = node.text ?? `<${node.type}>`
      const kind = changeKind(node)
      if (kind === undefined) return words
      return kind === 'inserted' ? `{+${words}+}` : `[-${words}-]`
    })
    .join('')
}

const shown = (before: RichTextNode[], after: RichTextNode[]) =>
  show(diffDocuments(doc(...before), doc(...after)))
    .trim()
    .split('\n')
    .filter(Boolean)

test('a changed word is removed and added in its place, and the comma after it stays', () => {
  expect(shown([paragraph('Møt opp kl. 07:15, mandag.')], [paragraph('Møt opp kl. 07:30, mandag.')])).toEqual(
    ['Møt opp kl. [-07:15-]{+07:30+}, mandag.'],
  )
})

test('a sentence written anew is one change, although both have an «på» in them', () => {
  const before = 'Virker ikke kortet? Bruk reservenøkkelen på vaktrommet.'
  const after = 'Virker ikke kortet? Ring vaktleder på 400 00 180. Vaktleder låser opp for deg.'
  expect(shown([paragraph(before)], [paragraph(after)])).toEqual([
    'Virker ikke kortet? [-Bruk reservenøkkelen på vaktrommet-]{+Ring vaktleder på 400 00 180. Vaktleder låser opp for deg+}.',
  ])
})

test('a new paragraph is added whole and leaves its neighbours alone', () => {
  const kept = [heading('Slik gjør du'), paragraph('Hold kortet mot leseren.')]
  expect(shown(kept, [...kept, paragraph('Signer i medisinlista.')])).toEqual([
    'Slik gjør du',
    'Hold kortet mot leseren.',
    '{+Signer i medisinlista.+}',
  ])
})

test('a paragraph that moved is removed from one place and added in the other', () => {
  const [a, b, c] = [paragraph('Vask hendene.'), paragraph('Ta på hansker.'), paragraph('Lukk skapet.')]
  expect(shown([a, b, c], [b, c, a])).toEqual([
    '[-Vask hendene.-]',
    'Ta på hansker.',
    'Lukk skapet.',
    '{+Vask hendene.+}',
  ])
})

test('points of a list come and go one by one', () => {
  expect(
    shown([list('Vask hendene', 'Ta på hansker')], [list('Vask hendene godt', 'Sprit', 'Ta på hansker')]),
  ).toEqual(['Vask hendene{+ godt+}', '{+Sprit+}', 'Ta på hansker'])
})

test('tables of one shape are compared cell by cell, also when no word is left of a cell', () => {
  const rows = shown(
    [table(['Vakt', 'Telefon'], ['Dag', '400 00 180'])],
    [table(['Vakt', 'Telefon'], ['Dag', '911 22 333'])],
  )
  expect(rows).toEqual(['Vakt', 'Telefon', 'Dag', '[-400 00 180-]{+911 22 333+}'])
})

test('a new row in a table is a new row, and a table with another column is another table', () => {
  const before = table(['Vakt', 'Telefon'], ['Dag', '400 00 180'])
  expect(
    shown([before], [table(['Vakt', 'Telefon'], ['Dag', '400 00 180'], ['Natt', '400 00 181'])]),
  ).toEqual(['Vakt', 'Telefon', 'Dag', '400 00 180', '{+Natt+}', '{+400 00 181+}'])
  expect(
    shown([before], [table(['Vakt', 'Telefon'], ['Dag', '911 22 333'], ['Natt', '400 00 181'])]),
  ).toEqual(['Vakt', 'Telefon', 'Dag', '[-400 00 180-]{+911 22 333+}', '{+Natt+}', '{+400 00 181+}'])
  const wider = diffDocuments(doc(before), doc(table(['Vakt', 'Telefon', 'Rom'], ['Dag', '400 00 180', '2'])))
  expect(wider.content?.map(({ type }) => type)).toEqual(['table', 'table'])
})

test('an image that was exchanged goes and comes, and one that stayed is untouched', () => {
  const result = diffDocuments(
    doc(image('a', 'Skapet'), image('b', 'Døra')),
    doc(image('c', 'Skapet'), image('b', 'Døra')),
  )
  expect(result.content?.map((node) => [node.attrs?.fileId, changeKind(node)])).toEqual([
    ['a', 'deleted'],
    ['c', 'inserted'],
    ['b', undefined],
  ])
})

test('a mention is one word', () => {
  const mention = (id: string): RichTextNode => ({ type: 'mention', attrs: { id, label: 'Kari Nilsen' } })
  const before = paragraph('Spør ', mention('1'), ' om nøkkelen.')
  const after = paragraph('Spør ', mention('2'), ' om nøkkelen.')
  expect(shown([before], [after])).toEqual(['Spør [-<mention>-]{+<mention>+} om nøkkelen.'])
})

test('a link that leads elsewhere is a change, bold is not, and both are kept', () => {
  const link = (href: string): RichTextNode => ({
    ...text('prosedyren'),
    marks: [{ type: 'link', attrs: { href } }],
  })
  const result = diffDocuments(
    doc(paragraph('Les ', link('/a'), ' i dag')),
    doc(paragraph('Les ', link('/b'), text(' i dag', 'bold'))),
  )
  expect(result.content?.[0]?.content?.map((node) => node.marks?.map(({ type }) => type) ?? [])).toEqual([
    [],
    ['deleted', 'link'],
    ['inserted', 'link'],
    ['bold'],
  ])
})

test('a paragraph made a heading has the look of the later version and no change', () => {
  const result = diffDocuments(doc(paragraph('Slik gjør du')), doc(heading('Slik gjør du', 3)))
  expect(result).toEqual(doc(heading('Slik gjør du', 3)))
})

test('5 000 words with a change in every paragraph take less than 300 ms', () => {
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, index) => `ord${(seed * 7919 + index * 104_729) % 900}`)
  const texts = Array.from({ length: 200 }, (_, index) => words(index, 25))
  const before = doc(...texts.map((each) => paragraph(each.join(' '))))
  const after = doc(...texts.map((each, index) => paragraph(each.with(index % 25, 'endret').join(' '))))
  expect(quickest(before, after)).toBeLessThan(300)
})

test('two texts of 5 000 words in one paragraph with nearly nothing in common do not stop the page', () => {
  const letters = (factor: number) =>
    Array.from({ length: 5000 }, (_, index) => `o${(index * index * factor) % 1009}`).join(' ')
  const [before, after] = [doc(paragraph(letters(3))), doc(paragraph(letters(5)))]
  expect(quickest(before, after)).toBeLessThan(600)
  expectBothVersionsIn(before, after)
})

/** The best of three in milliseconds of this process: a busy machine is not a slow comparison. */
function quickest(before: RichTextDocument, after: RichTextDocument): number {
  const times = [1, 2, 3].map(() => {
    const [old, fresh] = [structuredClone(before), structuredClone(after)]
    const start = process.cpuUsage()
    diffDocuments(old, fresh)
    return process.cpuUsage(start).user / 1000
  })
  return Math.min(...times)
}

const without = (node: RichTextNode, kind: ChangeKind): RichTextNode => ({
  ...node,
  ...(node.content && {
    content: node.content.filter((child) => changeKind(child) !== kind).map((child) => without(child, kind)),
  }),
})

function expectBothVersionsIn(before: RichTextDocument, after: RichTextDocument) {
  const marked = diffDocuments(before, after)
  const side = (kind: ChangeKind) => plainText({ type: 'doc', content: without(marked, kind).content ?? [] })
  expect(side('deleted')).toBe(plainText(after))
  expect(side('inserted')).toBe(plainText(before))
}

const word = fc.constantFrom('og', 'på', 'vakt', 'e-post', 'ærlig', 'kl.', '07:15', ',', '!', '👩‍⚕️', 'IT-')
const words = fc.array(word, { maxLength: 7 }).map((list) => list.join(' '))
const marks = fc.constantFrom<string[]>([], [], ['bold'], ['italic', 'bold'])
const inline = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(words, marks).map(([value, types]) => text(value || 'a', ...types)) },
  { weight: 1, arbitrary: fc.constant<RichTextNode>({ type: 'hardBreak' }) },
)
const paragraphs = fc.array(inline, { maxLength: 3 }).map((content) => paragraph(...content))
const lines = fc.array(words, { minLength: 1, maxLength: 3 })
const block = fc.oneof(
  { weight: 4, arbitrary: paragraphs },
  words.map((value) => heading(value || 'Tittel')),
  lines.map((items) => list(...items)),
  fc.constantFrom(image('a', 'Skapet'), image('b', 'Døra'), { type: 'horizontalRule' }),
  paragraphs.map((content): RichTextNode => ({ type: 'blockquote', content: [content] })),
  fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }))
    .map(([width, rows]) => table(...rows.map((cells) => cells.slice(0, width)))),
)
const blocks = fc.array(block, { maxLength: 6 })
const documents = blocks.map((content) => doc(...content))
/** Two versions that share blocks, as versions do. */
const versions = fc
  .tuple(blocks, blocks, blocks, fc.integer({ min: 0, max: 6 }))
  .map(([shared, one, other, cut]) => ({
    before: doc(...shared.slice(0, cut), ...one, ...shared.slice(cut)),
    after: doc(...shared.slice(0, cut), ...other, ...shared.slice(cut)),
  }))

test('without what was removed it reads as the later version, without what was added as the earlier', () => {
  fc.assert(
    fc.property(versions, ({ before, after }) => expectBothVersionsIn(before, after)),
    { numRuns: 400 },
  )
})

test('a document compared with itself is itself', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(diffDocuments(document, structuredClone(document))).toEqual(document)
    }),
  )
})
