// @vitest-environment node
import { expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import { imageFileIds, maxNodeCount, maxTextLength, parseDocument } from './document.ts'

const fileId = '0198a0a0-0000-7000-8000-000000000001'

const text = (value: string, ...marks: object[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const cell = (attrs: object, ...content: object[]) => ({ type: 'tableCell', attrs, content })
const table = (...cells: object[]) => ({ type: 'table', content: [{ type: 'tableRow', content: cells }] })
const link = (href: unknown) => paragraph(text('Les mer', { type: 'link', attrs: { href } }))

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

test('a document with everything comes back as it was', () => {
  const everything = doc(
    { type: 'heading', attrs: { level: 3 }, content: [text('Overskrift')] },
    paragraph(
      text('Lenke', { type: 'link', attrs: { href: 'https://example.no/' } }, { type: 'bold' }),
      { type: 'hardBreak' },
      text('kode', { type: 'code' }),
      text(' skrå', { type: 'italic' }, { type: 'strike' }),
    ),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Punkt'))] }] },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [paragraph(text('Tre'))] }],
    },
    { type: 'blockquote', content: [paragraph(text('Sitat'))] },
    { type: 'codeBlock', attrs: { language: 'c++' }, content: [text('a\nb')] },
    { type: 'horizontalRule' },
    table(cell({ colspan: 2, rowspan: 1, colwidth: [120, 0] }, paragraph(text('Celle')))),
    { type: 'image', attrs: { fileId, alt: 'Et kart', width: 640, height: null } },
  )
  const parsed = parseDocument(everything)
  expect(parsed).toEqual(everything)
  expect(parseDocument(parsed)).toEqual(parsed)
})

test('what the schema does not know is left out', () => {
  const parsed = parseDocument({
    type: 'doc',
    attrs: { onload: 'alert(1)' },
    content: [
      {
        type: 'paragraph',
        attrs: { onclick: 'alert(1)', class: '"><script>', style: 'position:fixed', textAlign: 'x' },
        content: [
          text('x', {
            type: 'link',
            attrs: { href: '/a', target: '_blank', rel: '', class: 'btn', onclick: 'alert(1)' },
          }),
        ],
      },
    ],
    onclick: 'alert(1)',
  })
  expect(parsed).toEqual(doc(paragraph(text('x', { type: 'link', attrs: { href: '/a' } }))))
})

test('an address of a link is stored in its normal form', () => {
  const parsed = parseDocument(doc(link(' HTTPS://Example.no ')))
  expect(JSON.stringify(parsed)).toContain('"href":"https://example.no/"')
})

test('text that looks like markup is only text', () => {
  for (const value of [
    '<img src=x onerror=alert(1)>',
    '&lt;script&gt;',
    '\u202egpj.exe',
    'a\u200bb',
    'اردو',
  ]) {
    expect(parseDocument(doc(paragraph(text(value))))).toEqual(doc(paragraph(text(value))))
  }
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'javascript://example.no/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '//evil.example',
  '/\\evil.example',
  'https://user:pass@evil.example',
  '',
  null,
  undefined,
  1,
  ['https://example.no'],
  { toString: 'https://example.no' },
])('a link to %j is refused', (href) => {
  expect(refusal(doc(link(href)))).toMatchObject(refused('unsafeLink'))
})

test('a link without attributes is refused', () => {
  expect(refusal(doc(paragraph(text('x', { type: 'link' }))))).toMatchObject(refused('unsafeLink'))
})

const image = (attrs: object) => ({ type: 'image', attrs: { fileId, ...attrs } })
const list = (start: unknown) => ({
  type: 'orderedList',
  attrs: { start },
  content: [{ type: 'listItem', content: [paragraph()] }],
})
const heading = (level: unknown) => ({ type: 'heading', attrs: { level } })
const code = (language: unknown) => ({ type: 'codeBlock', attrs: { language } })
const spanning = (attrs: object) => table(cell(attrs, paragraph()))

test.each<[string, unknown]>([
  ['no value', undefined],
  ['null', null],
  ['a string', '<p>x</p>'],
  ['a list', [doc(paragraph())]],
  ['another root', paragraph()],
  ['no content', { type: 'doc' }],
  ['empty content', doc()],
  ['content that is an object', { type: 'doc', content: { 0: paragraph() } }],
  ['a node that is null', doc(null)],
  ['a node without a type', doc({ content: [] })],
  ['a type that is no string', doc({ type: ['paragraph'] })],
  ['an unknown node', doc({ type: 'iframe', attrs: { src: 'javascript:alert(1)' } })],
  ['a node named constructor', doc({ type: 'constructor' })],
  ['a node named __proto__', doc({ type: '__proto__' })],
  ['an unknown mark', doc(paragraph(text('x', { type: 'onclick' })))],
  ['a mark named __proto__', doc(paragraph(text('x', { type: '__proto__' })))],
  [
    'a mark that is a string',
    doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: ['bold'] }] }),
  ],
  [
    'marks that are no list',
    doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: 'bold' }] }),
  ],
  ['the same mark twice', doc(paragraph(text('x', { type: 'bold' }, { type: 'bold' })))],
  ['code with another mark', doc(paragraph(text('x', { type: 'bold' }, { type: 'code' })))],
  ['a mark in a code block', doc({ type: 'codeBlock', content: [text('x', { type: 'bold' })] })],
  ['empty text', doc(paragraph(text('')))],
  ['text that is a number', doc(paragraph({ type: 'text', text: 1 }))],
  ['text without text', doc(paragraph({ type: 'text' }))],
  ['text outside a block', doc(text('x'))],
  ['a paragraph inside a paragraph', doc(paragraph(paragraph()))],
  ['a list item outside a list', doc({ type: 'listItem', content: [paragraph()] })],
  ['a list without items', doc({ type: 'bulletList', content: [] })],
  ['a document inside a document', doc(doc(paragraph()))],
  ['NUL', doc(paragraph(text('a\u0000b')))],
  ['half a surrogate pair', doc(paragraph(text('a\ud800b')))],
  ['half a surrogate pair as alternative text', doc(image({ alt: '\udc00' }))],
  ['attributes that are a string', doc({ type: 'paragraph', attrs: 'onclick' })],
  ['an image without a file', doc({ type: 'image', attrs: { src: 'https://evil.example/x.png' } })],
  ['an image from an address', doc(image({ fileId: 'https://evil.example/x.png' }))],
  ['an image that is a data address', doc(image({ fileId: 'data:image/svg+xml,<svg onload=alert(1)>' }))],
  ['an alternative text of 301', doc(image({ alt: 'a'.repeat(301) }))],
  ['an alternative text that is no text', doc(image({ alt: { toString: 'x' } }))],
  ['a width of 0', doc(image({ width: 0 }))],
  ['a height that is text', doc(image({ height: '100%' }))],
  ['colspan 1e9', doc(spanning({ colspan: 1e9 }))],
  ['colspan 1e5', doc(spanning({ colspan: 1e5 }))],
  ['colspan 21', doc(spanning({ colspan: 21 }))],
  ['colspan 0', doc(spanning({ colspan: 0 }))],
  ['colspan 1.5', doc(spanning({ colspan: 1.5 }))],
  ['colspan as text', doc(spanning({ colspan: '2' }))],
  ['rowspan 1e9', doc(spanning({ rowspan: 1e9 }))],
  ['rowspan null', doc(spanning({ rowspan: null }))],
  ['colwidth as text', doc(spanning({ colwidth: 'url(x)' }))],
  ['colwidth with text in it', doc(spanning({ colwidth: ['100'] }))],
  ['colwidth of a hundred columns', doc(spanning({ colwidth: Array(100).fill(1) }))],
  ['four cells of 20 columns', doc(table(...Array(4).fill(cell({ colspan: 20 }, paragraph()))))],
  [
    '501 rows',
    doc({ type: 'table', content: Array(501).fill({ type: 'tableRow', content: [cell({}, paragraph())] }) }),
  ],
  ['a heading of level 1', doc(heading(1))],
  ['a heading of level 9', doc(heading(9))],
  ['a heading of level "2"', doc(heading('2'))],
  ['a list from 0', doc(list(0))],
  ['a list from 10000', doc(list(10_000))],
  ['a list from text', doc(list('1 onclick=x'))],
  ['a language with a quote', doc(code('js" onclick="alert(1)'))],
  ['a language that is too long', doc(code('a'.repeat(31)))],
  ['the mark of an added piece', doc(paragraph(text('x', { type: 'inserted' })))],
  ['the mark of a removed piece', doc(paragraph(text('x', { type: 'deleted' })))],
])('%s is refused', (_, value) => {
  expect(refusal(value)).toMatchObject(refused('malformedValue'))
})

test('nesting of 2000 levels is refused', () => {
  let node: object = paragraph()
  for (let i = 0; i < 2000; i++) node = { type: 'blockquote', content: [node] }
  expect(refusal(doc(node))).toMatchObject(refused('tooLong'))
})

test('the deepest document allowed still fits in the body of a request', () => {
  const nested = (levels: number) => {
    let node: object = paragraph(text('x', { type: 'link', attrs: { href: '/a' } }))
    for (let i = 3; i < levels; i++) node = { type: 'blockquote', content: [node] }
    return doc(node)
  }
  const json = JSON.stringify({ body: parseDocument(nested(14)) })
  let depth = 0
  let deepest = 0
  for (const char of json) {
    if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    if (char === '}' || char === ']') depth--
  }
  expect(deepest).toBeLessThanOrEqual(32)
  expect(refusal(nested(15))).toMatchObject(refused('tooLong'))
})

test('a million empty paragraphs are refused before they are looked at', () => {
  let looked = 0
  const counted = {
    get type() {
      looked++
      return 'paragraph'
    },
  }
  expect(refusal({ type: 'doc', content: Array(1_000_000).fill(counted) })).toMatchObject(refused('tooLong'))
  expect(looked).toBeLessThan(maxNodeCount * 3)
})

test('marks count like nodes', () => {
  const marks = Array(maxNodeCount).fill({ type: 'bold' })
  expect(refusal(doc(paragraph(text('x', ...marks))))).toMatchObject(refused('tooLong'))
})

test('10 MB of text are refused, and addresses of links count too', () => {
  expect(refusal(doc(paragraph(text('a'.repeat(10_000_000)))))).toMatchObject(refused('tooLong'))
  const longLink = link(`https://example.no/${'a'.repeat(4000)}`)
  expect(refusal(doc(...Array(60).fill(longLink)))).toMatchObject(refused('tooLong'))
  expect(parseDocument(doc(paragraph(text('a'.repeat(maxTextLength)))))).toBeDefined()
})

test('keys named __proto__ change nothing', () => {
  const value = JSON.parse(
    '{"type":"doc","__proto__":{"polluted":true},"content":[{"type":"paragraph","attrs":{"__proto__":{"polluted":true}}}]}',
  ) as unknown
  expect(parseDocument(value)).toEqual(doc({ type: 'paragraph' }))
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('a refusal does not repeat what was sent', () => {
  const secret = 'hemmelig'
  expect(JSON.stringify(refusal(doc(link(`javascript:${secret}`))))).not.toContain(secret)
  expect(JSON.stringify(refusal(doc(image({ fileId: secret }))))).not.toContain(secret)
  expect(JSON.stringify(refusal(doc(text(secret))))).not.toContain(secret)
})

test('the files a document shows are listed once each, in order', () => {
  const other = '0198a0a0-0000-7000-8000-000000000002'
  const parsed = parseDocument(
    doc(
      { type: 'blockquote', content: [image({ fileId: other })] },
      image({}),
      table(cell({}, image({ fileId: other }))),
    ),
  )
  expect(imageFileIds(parsed)).toEqual([other, fileId])
  expect(imageFileIds({ type: 'doc' })).toEqual([])
})
