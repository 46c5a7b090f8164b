// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeHref } from './safe-url.ts'

test.each([
  ['https://www.example.no/side?a=1#b', 'https://www.example.no/side?a=1#b'],
  ['  http://example.no ', 'http://example.no/'],
  ['HTTPS://Blåbær.example/æ', 'https://xn--blbr-roah.example/%C3%A6'],
  ['mailto:post@elvestrand.example?subject=Hei', 'mailto:post@elvestrand.example?subject=Hei'],
  ['tel:+47 22 00 00 00', 'tel:+4722000000'],
  ['/wiki/a b?c=d#e', '/wiki/a%20b?c=d#e'],
  ['/wiki/../news', '/news'],
])('%s is allowed', (url, expected) => {
  expect(safeHref(url)).toBe(expected)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java\r\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' \u00a0javascript:alert(1)',
  'javascript\u200b:alert(1)',
  'javascript:https://example.no',
  'vbscript:msgbox(1)',
  'data:text/html,<b>x</b>',
  'blob:https://example.no/1',
  'file:///etc/passwd',
  'ftp://example.no',
  'ms-word:ofe|u|https://example.no/a.docx',
  'https://bank.example@evil.example/',
  'https://',
  'mailto:',
  'tel:javascript',
  '//evil.example/x',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'www.example.no',
  'page.html',
  '#here',
  '',
  `https://example.no/${'a'.repeat(5000)}`,
  'https://example.no/\ud800',
])('%j is refused', (url) => {
  expect(safeHref(url)).toBeUndefined()
})

test('a result passes unchanged when it comes back', () => {
  const schemes = fc.constantFrom(
    '',
    '/',
    'https://',
    'http:',
    'mailto:a@',
    'tel:+',
    'javascript:',
    '/\\',
    '//',
  )
  const samples = fc.sample(fc.tuple(schemes, fc.string({ unit: 'binary' })), 2000)
  const hrefs = samples.map(([scheme, rest]) => safeHref(scheme + rest)).filter((href) => href !== undefined)
  expect(hrefs.length).toBeGreaterThan(200)
  expect(hrefs.map(safeHref)).toEqual(hrefs)
})

const lists = ['Open-Redirect-payloads.txt', 'openredirects.txt', 'open_redirect_wordlist.txt']
const folder = '../shared/corpus/4-fiendtlig/sti-og-url'

test.skipIf(!existsSync(folder))('no line of the redirect lists leaves the site as a path', () => {
  const lines = lists.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'))
  expect(lines.length).toBeGreaterThan(100)
  const hrefs = lines.map(safeHref).filter((href) => href !== undefined)
  const origins = hrefs
    .filter((href) => href.startsWith('/'))
    .map((path) => new URL(path, 'https://tunet.example').origin)
  expect([...new Set(origins)]).toEqual(['https://tunet.example'])
  const protocols = hrefs.map((href) => new URL(href, 'https://tunet.example').protocol)
  expect(protocols.filter((protocol) => !/^(https?|mailto|tel):$/.test(protocol))).toEqual([])
})
