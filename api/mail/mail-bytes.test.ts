// @vitest-environment node
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { latin1Bytes, mailPart, multipart, utf8Bytes } from '#tests/compose-message.ts'
import { attachmentName } from './attachment-name.ts'
import { decodeText } from './charset.ts'
import { decodeWords } from './encoded-words.ts'
import { parseHeaderFields, parseStructuredValue } from './header-fields.ts'
import { linkAddress } from './link-address.ts'
import { readMessagePart } from './message-part.ts'
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts'

const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('base64 is read in spite of line ends, rubbish, and padding in the middle', () => {
  expect(decoded(decodeBase64(utf8Bytes('SGVp\r\nIGFs!bGU=')))).toBe('Hei alle')
  expect(decoded(decodeBase64(utf8Bytes('SGVp IA==YWxsZQ==')))).toBe('Hei alle')
  const samples = fc.sample(fc.uint8Array({ maxLength: 500 }), 100)
  for (const bytes of samples) {
    expect(decodeBase64(utf8Bytes(btoa(String.fromCharCode(...bytes))))).toEqual(bytes)
  }
})

test('quoted-printable is read in spite of damage', () => {
  expect(decoded(decodeQuotedPrintable(utf8Bytes('bl=C3=A5b=c3=a6r =\r\nog=  \nb=rød=')))).toBe(
    'blåbær ogb=rød',
  )
})

test.each([
  [latin1Bytes('\u0093sitat\u0094 \u0096 \u0080'), 'iso-8859-1', '“sitat” – €'],
  [latin1Bytes('\u00a4'), 'iso-8859-15', '€'],
  [latin1Bytes('\u00ff\u00feH\u0000e\u0000i\u0000'), '', 'Hei'],
  [latin1Bytes('\u0000H\u0000e\u0000i'), 'utf-16', 'Hei'],
  [latin1Bytes('H\u0000e\u0000i\u0000'), 'utf-16', 'Hei'],
  [latin1Bytes('\u00ef\u00bb\u00bfHei'), 'iso-8859-1', 'Hei'],
  [utf8Bytes('årets blåbær').subarray(0, 10), 'utf-8', 'årets bl'],
  [latin1Bytes('vi går på'), '', 'vi går på'],
  [latin1Bytes('æ'), 'utf-8', 'æ'],
  [latin1Bytes('\u001b$B$"\u001b(B'), 'iso-2022-jp', 'あ'],
  [utf8Bytes('a\u0000b'), 'utf-8', 'ab'],
])('bytes become text by their label, or by what they evidently are (%#)', (bytes, label, text) => {
  expect(decodeText(bytes, label)).toBe(text)
})

test.each([
  ['=?utf-8?q?Bl=C3=A5b=C3=A6r_og?= =?utf-8?q?_br=C3=B8d?=', 'Blåbær og brød'],
  ['Re: =?ISO-8859-1?Q?=E6?= og =?windows-1252?B?+A==?=', 'Re: æ og ø'],
  ['=?iso-8859-1?Q?=C3=A5?=', 'å'],
  ['=?utf-8*nb?Q?hei?=', 'hei'],
  ['=?utf-8?X?hei?= =?', '=?utf-8?X?hei?= =?'],
])('the encoded words %j read %j', (header, text) => {
  expect(decodeWords(header)).toBe(text)
})

test('header fields are unfolded, and lines that are none are skipped', () => {
  expect(parseHeaderFields(utf8Bytes('Subject: En\r\n to\r\nikke et felt\r\nTO : a@b.no\r\n'))).toEqual([
    { name: 'subject', value: 'En to' },
    { name: 'to', value: 'a@b.no' },
  ])
})

test.each([
  ['text/plain; charset="utf-8"; format=flowed', 'text/plain', { charset: 'utf-8', format: 'flowed' }],
  ['TEXT/HTML (kommentar); Charset = UTF-8 ; x', 'text/html', { charset: 'UTF-8' }],
  ['a/b; name="a;b\\"c.pdf"; name=andre', 'a/b', { name: 'a;b"c.pdf' }],
  ["a/b; name*=utf-8'nb'M%C3%B8te.pdf", 'a/b', { name: 'Møte.pdf' }],
  ['a/b; name*1="te.pdf"; name*0*=iso-8859-1\'\'M%F8', 'a/b', { name: 'Møte.pdf' }],
  ['', '', {}],
])('the value %j has its parameters', (header, value, parameters) => {
  const parsed = parseStructuredValue(header)
  expect(parsed.value).toBe(value)
  expect(Object.fromEntries(parsed.parameters)).toEqual(parameters)
})

test('parts are found in spite of a wrong boundary, and with nothing after the last', () => {
  const part = mailPart({ 'Content-Type': 'text/plain' }, 'Hei')
  const whole = multipart('mixed', [part])
  expect(readMessagePart(utf8Bytes(whole)).children).toHaveLength(1)
  expect(
    readMessagePart(utf8Bytes(whole.replace(/boundary="[^"]+"/, 'boundary="feil"'))).children,
  ).toHaveLength(1)
  expect(readMessagePart(utf8Bytes(whole.slice(0, -8))).children).toHaveLength(1)
})

test('a multipart without parts is a text', () => {
  const message = readMessagePart(utf8Bytes('Content-Type: multipart/mixed; boundary=x\r\n\r\nHei'))
  expect(message).toMatchObject({ type: { value: 'text/plain' }, children: [] })
  expect(decoded(message.bytes)).toBe('Hei')
})

test('only so many parts are read', () => {
  const part = mailPart({ 'Content-Type': 'text/plain' }, 'Hei')
  expect(readMessagePart(utf8Bytes(multipart('mixed', Array<string>(5000).fill(part)))).children.length).toBe(
    499,
  )
})

test('bytes of any kind are read without failing', () => {
  const piece = fc.oneof(
    fc.constantFrom('\r\n', '\n', '\r\n\r\n', '--b', '--b--', 'Content-Type: multipart/mixed; boundary=b'),
    fc.constantFrom('Content-Transfer-Encoding: base64', 'Content-Type: message/rfc822', ';', '"', '=', ' '),
    fc.string({ unit: 'binary' }),
  )
  const samples = fc.sample(fc.array(piece), 200)
  for (const pieces of samples) {
    expect(readMessagePart(utf8Bytes(pieces.join(''))).type.value).toMatch(/^[\w.+-]+\/[\w.+-]+$/)
  }
})

test.each([
  ['Møte.pdf', 'Møte.pdf'],
  ['C:\\Users\\kari\\møte.pdf', 'møte.pdf'],
  ['../../../etc/passwd', 'passwd'],
  ['a\u0000b\r\n.pdf', 'ab.pdf'],
  ['<b>"x"|?*.pdf', '_b__x____.pdf'],
  ['...', 'file-1.pdf'],
  ['', 'file-1.pdf'],
  [`${'a'.repeat(400)}.pdf`, `${'a'.repeat(146)}.pdf`],
])('the name %j is saved as %j', (name, expected) => {
  expect(attachmentName(name, 'application/pdf', 1)).toBe(expected)
})

test.each([
  ['https://example.no', 'https://example.no/'],
  [
    'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.no%2F&data=1',
    'https://example.no/',
  ],
  ['https://nam02.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)', undefined],
  [
    'https://nam02.safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fa.no',
    'https://nam02.safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fa.no',
  ],
  ['/intern', undefined],
  ['file:///s:/felles', undefined],
  [`https://example.no/${'a'.repeat(2500)}`, undefined],
])('a link to %j leads to %j', (href, address) => {
  expect(linkAddress(href)).toBe(address)
})
