// @vitest-environment node
import { expect, test } from 'vitest'
import { refusalOf } from '#tests/refusal.ts'
import { latin1Bytes } from './bytes.ts'
import { checkText } from './text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('UTF-8 is told from windows-1252', () => {
  expect(checkText(utf8('Blåbærsyltetøy – 20 €\r\n\tÆrlig talt'))).toBe('utf-8')
  expect(checkText(utf8('\ufeffNavn;Beløp'))).toBe('utf-8')
  expect(checkText(latin1Bytes('Navn;Bel\xf8p\r\nK\xe5re;20 \x80'))).toBe('windows-1252')
})

test.for([
  ['a NUL', '\0'],
  ['an escape sequence', '\x1b[31m'],
  ['a byte windows-1252 does not have', '\x81'],
  ['UTF-16', '\xff\xfeh\0e\0i\0'],
  ['a PDF', '%PDF-1.7'],
  ['a GIF', 'GIF89a=1;'],
  ['a web page', '  <!DOCTYPE html>'],
  ['a drawing', '<svg onload="alert(1)">'],
  ['XML', '<?xml version="1.0"?>'],
  ['rich text', '{\\rtf1'],
  ['a program', 'MZ\x90\0\x03'],
] as const)('%s is refused', async ([, text]) => {
  expect(await refusalOf(() => checkText(latin1Bytes(text)))).toBe('fileContentMismatch')
})

test('formulas and tags inside text are text', () => {
  expect(checkText(utf8('=1+1;<b>ikke HTML</b>'))).toBe('utf-8')
})
