// @vitest-environment node
import { expect, test } from 'vitest'
import { newBudget } from './block-writer.ts'
import { blocksToDocument } from './blocks-to-document.ts'
import { textOfBlocks } from './mail-block.ts'
import { textToBlocks } from './text-to-blocks.ts'

const plain = { isFlowed: false, isSpaceDeleted: false }
const flowed = { isFlowed: true, isSpaceDeleted: false }

const read = (text: string, format = plain) => textToBlocks(text, format, newBudget())

test('blank lines part paragraphs, other line ends break lines', () => {
  expect(read('En\r\nto\r\n\r\n \r\ntre')).toEqual([
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'En' }, { type: 'hardBreak' }, { type: 'text', text: 'to' }],
    },
    { type: 'paragraph', content: [{ type: 'text', text: 'tre' }] },
  ])
})

test('lines that a program broke are joined, those a person broke are not', () => {
  const wrapped = [
    'Fra og med mandag morgen er vannet i hele Storgata stengt mens vi skifter',
    'ut de gamle rørene. Arbeidet varer etter planen til og med onsdag kveld, og',
    'beboerne får eget varsel i postkassen dersom planen må endres underveis.',
    '',
    'Spørsmål?',
    'Ring servicekontoret',
  ].join('\n')
  const [first, second] = read(wrapped)
  expect(first?.content).toHaveLength(1)
  expect(textOfBlocks(second ? [second] : [])).toBe('Spørsmål?\nRing servicekontoret')
})

test('flowed lines are joined', () => {
  expect(textOfBlocks(read('Vannet er \nstengt i \ndag.\nI morgen kommer \ndet.\n-- \nKari', flowed))).toBe(
    'Vannet er stengt i dag.\nI morgen kommer det.\n--\nKari',
  )
  expect(textOfBlocks(read('Sam \nmen', { isFlowed: true, isSpaceDeleted: true }))).toBe('Sammen')
})

test('two lines or more that begin like a list are a list', () => {
  expect(read('Ta med:\n- vann\n- mat\n  til dagen').map(({ type }) => type)).toEqual([
    'paragraph',
    'bulletList',
  ])
  expect(read('3) tre\n4) fire')).toMatchObject([{ type: 'orderedList', attrs: { start: 3 } }])
  expect(read('1. mai er en fridag.')).toMatchObject([{ type: 'paragraph' }])
  expect(read('- Hvem der?')).toMatchObject([{ type: 'paragraph' }])
})

test('addresses become links, without what stands around them', () => {
  const [block] = read('Se <https://example.no/a>, (www.example.no) eller skriv til post@elvestrand.example.')
  const links = block?.content?.flatMap(({ text, marks }) => (marks ? [[text, marks[0]?.attrs?.href]] : []))
  expect(links).toEqual([
    ['https://example.no/a', 'https://example.no/a'],
    ['www.example.no', 'https://www.example.no/'],
    ['post@elvestrand.example', 'mailto:post@elvestrand.example'],
  ])
  expect(textOfBlocks(block ? [block] : [])).toBe(
    'Se https://example.no/a, (www.example.no) eller skriv til post@elvestrand.example.',
  )
})

test('quoted lines are kept apart', () => {
  expect(read('Svar:\n> Spørsmål\n>> Eldre\nMer')).toMatchObject([
    { type: 'paragraph' },
    { type: 'quotedThread' },
    { type: 'paragraph' },
  ])
})

test.each([
  ['a hundred thousand quote marks', '>'.repeat(100_000)],
  ['a line of a million letters', 'a'.repeat(1_000_000)],
  ['a line of a million spaces', `a${' '.repeat(1_000_000)}b`],
  ['a hundred thousand at signs', 'a@'.repeat(100_000)],
  ['a hundred thousand list items', '- a\n'.repeat(100_000)],
  ['a hundred thousand addresses', 'http://a.no '.repeat(100_000)],
  ['a hundred thousand paragraphs', 'a\n\n'.repeat(100_000)],
  ['an address with signs without end', `https://a.no/${')'.repeat(400_000)}x`],
  ['control characters and halves of letters', '\u0000\u0007\ud800a\udfff\u2028'],
])('%s become a document that is accepted', (_, text) => {
  expect(blocksToDocument(read(text)).content?.length).toBeGreaterThan(0)
})
