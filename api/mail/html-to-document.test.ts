// @vitest-environment node
import { expect, test } from 'vitest'
import type { RichTextNode } from '../rich-text/contract.ts'
import { parseDocument } from '../rich-text/document.ts'
import { htmlToDocument } from './html-to-document.ts'

/** A short way to write a document: `heading2(Tittel)`, `paragraph(*fet*|{https://a.no/}lenke)`. */
function outline(html: string): string {
  return (htmlToDocument(html).content ?? []).map(shape).join(' ')
}

const signs: Record<string, string> = { bold: '*', italic: '/', strike: '-', code: '`' }

function shape(node: RichTextNode): string {
  if (node.type === 'hardBreak') return '¶'
  if (node.type === 'text') {
    const link = node.marks?.find(({ type }) => type === 'link')?.attrs?.href
    const sign = node.marks?.map(({ type }) => signs[type] ?? '').join('') ?? ''
    return `${typeof link === 'string' ? `{${link}}` : ''}${sign}${node.text}${sign}`
  }
  const numbers = Object.entries(node.attrs ?? {})
    .filter(([name, value]) => name !== 'colwidth' && (name === 'level' || value !== 1))
    .map(([, value]) => JSON.stringify(value))
  const isInline = node.content?.every(({ type }) => type === 'text' || type === 'hardBreak')
  const inside = (node.content ?? []).map(shape).join(isInline ? '|' : ' ')
  return `${node.type}${numbers.join('×')}(${inside})`
}

test.each([
  [
    'paragraphs and blanks',
    '<p>Hei\n  alle</p>\n<p>&nbsp;</p><div>Vann&nbsp; stengt</div>',
    'paragraph(Hei alle) paragraph(Vann stengt)',
  ],
  ['line breaks', 'En<br>to<br><br>tre<br>', 'paragraph(En|¶|to) paragraph(tre)'],
  [
    'formatting',
    '<b>fet</b> <i>skrå</i> <s>vekk</s> <code>kode</code> <u>under</u>',
    'paragraph(*fet*| |/skrå/| |-vekk-| |`kode`| under)',
  ],
  [
    'formatting by style',
    '<span style="font-weight:700">fet</span><span style="FONT-STYLE: italic">skrå</span>',
    'paragraph(*fet*|/skrå/)',
  ],
  ['headings', '<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>', 'heading2(A) heading3(B) heading4(C) heading4(D)'],
  [
    'links',
    '<a href="https://www.example.no">ut</a> <a href="/intern">inn</a>',
    'paragraph({https://www.example.no/}ut| inn)',
  ],
  [
    'Safe Links',
    '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.no%2Fa&data=x">ut</a>',
    'paragraph({https://example.no/a}ut)',
  ],
  [
    'lists',
    '<ul><li>a<li>b<ol start=3><li>c</ol></ul>',
    'bulletList(listItem(paragraph(a)) listItem(paragraph(b) orderedList3(listItem(paragraph(c)))))',
  ],
  [
    'a list directly in a list',
    '<ul><li>a</li><ul><li>b</li></ul></ul>',
    'bulletList(listItem(paragraph(a) bulletList(listItem(paragraph(b)))))',
  ],
  [
    'quotes',
    '<blockquote>a<blockquote>b</blockquote></blockquote>',
    'blockquote(paragraph(a) blockquote(paragraph(b)))',
  ],
  ['exact text', '<pre>a  b\nc</pre>', 'paragraph(a  b|¶|c)'],
  ['rules', '<hr>a<hr><hr>b<hr>', 'paragraph(a) horizontalRule() paragraph(b)'],
  [
    'hidden text',
    '<div style="display:none;max-height:0">Forhåndsvisning</div><p>Synlig</p><span style="mso-hide:all">x</span>',
    'paragraph(Synlig)',
  ],
  [
    'what is no text',
    '<head><title>T</title><style>p{}</style></head><body><script>x()</script><!-- k --><p>Hei</p><svg><text>s</text></svg>',
    'paragraph(Hei)',
  ],
  ['an unclosed head', '<html><head><meta charset=utf-8><body><p>Hei', 'paragraph(Hei)'],
  ['nothing', '<div><br>&nbsp;</div>', 'paragraph()'],
])('%s', (_, html, expected) => {
  expect(outline(html)).toBe(expected)
})

test('Word’s list paragraphs become lists, nested by their levels', () => {
  const line = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
  const html = `<p class=MsoNormal>Husk:</p>${line(1, '·', 'a')}${line(2, 'o', 'b')}${line(1, '·', 'c')}${line(1, '3.', 'd')}`
  expect(outline(html)).toBe(
    'paragraph(Husk:) bulletList(listItem(paragraph(a) bulletList(listItem(paragraph(b)))) listItem(paragraph(c))) orderedList3(listItem(paragraph(d)))',
  )
})

test('Word’s list paragraphs are recognised by their bullets when the marks are gone', () => {
  const html =
    '<p class="x_MsoListParagraph MsoListParagraph">·&nbsp;&nbsp;&nbsp; a</p><p class="MsoListParagraph">·&nbsp;&nbsp;&nbsp; b</p>'
  expect(outline(html)).toBe('bulletList(listItem(paragraph(a)) listItem(paragraph(b)))')
})

test('a table of data stays a table', () => {
  expect(outline('<table><tr><th>Dag<th>Tid<tr><td>Mandag<td>10–12</table>')).toBe(
    'table(tableRow(tableHeader(paragraph(Dag)) tableHeader(paragraph(Tid))) tableRow(tableCell(paragraph(Mandag)) tableCell(paragraph(10–12))))',
  )
  expect(outline('<table border=1><tr><td colspan=2>a<tr><td rowspan="99">b<td></table>')).toBe(
    'table(tableRow(tableCell2(paragraph(a))) tableRow(tableCell(paragraph(b)) tableCell(paragraph())))',
  )
})

test('a table for layout gives what it holds', () => {
  const nested = '<table><tr><td><table border=1><tr><td>a<td>b<tr><td>c<td>d</table></table>'
  expect(outline(nested)).toMatch(/^table\(/)
  expect(outline('<table><tr><td><h1>Nytt</h1><td><p>Tekst</p></table>')).toBe(
    'heading2(Nytt) paragraph(Tekst)',
  )
  expect(outline('<table role="presentation" border="1"><tr><td>a<td>b<tr><td>c<td>d</table>')).toBe(
    'paragraph(a) paragraph(b) paragraph(c) paragraph(d)',
  )
})

test('what is nested too deep for a document is laid flat, and nothing is lost', () => {
  for (const tag of ['ul><li', 'blockquote', 'div', 'table border=1><tr><td']) {
    const html = Array.from({ length: 60 }, (_, i) => `<${tag}>ord${i} `).join('')
    const text = JSON.stringify(htmlToDocument(html))
    for (let i = 0; i < 60; i++) expect(text).toContain(`ord${i}`)
  }
})

const repeat = (text: string, times: number) => text.repeat(times)

test.each([
  ['elements nested 200 000 deep', repeat('<div><b>', 100_000)],
  ['tables nested 60 000 deep', repeat('<table><tr><td>', 60_000)],
  ['lists nested 60 000 deep', repeat('<ul><li>', 60_000)],
  ['headings with lists', repeat('<h1><ul><li>', 5000)],
  ['half a million ends', repeat('</div>', 500_000)],
  ['three million brackets', repeat('<', 3_000_000)],
  ['half a million comments', repeat('<!--', 500_000)],
  ['an enormous style', `<p style="${repeat(';', 500_000)}">`],
  ['a style of blanks', `<p style="${repeat(' ', 500_000)}x">`],
  ['a table of 38 000 cells', `<table border=1>${repeat(`<tr>${repeat('<td>x', 19)}`, 2000)}</table>`],
  ['five thousand long links', repeat(`<a href="https://example.no/${repeat('a', 1500)}">x</a>`, 5000)],
  ['a million words', repeat('ord ', 1_000_000)],
  [
    'ten thousand list lines of Word',
    repeat('<p style="mso-list:l0 level9 lfo1"><span style="mso-list:Ignore">1.</span>x', 10_000),
  ],
])('%s become a document that is accepted', (_, html) => {
  const doc = htmlToDocument(`Hei ${html}`)
  expect(parseDocument(doc)).toEqual(doc)
  expect(JSON.stringify(doc)).toContain('Hei')
  expect(JSON.stringify(doc).length).toBeLessThan(1024 * 1024)
})
