// @vitest-environment node
import { expect, test } from 'vitest'
import {
  base64,
  htmlMessage,
  latin1Bytes,
  mailHeader,
  mailPart,
  multipart,
  textMessage,
  utf8Bytes,
} from '#tests/compose-message.ts'
import { ApiError } from '../http/errors.ts'
import { maxMessageSize } from '../mail/message-part.ts'
import { parseDocument } from '../rich-text/document.ts'
import { plainText } from '../text/plain-text.ts'
import { parseMessage } from './import-message.ts'

async function bodyOf(message: Uint8Array): Promise<string> {
  return plainText((await parseMessage(message)).body)
}

async function refusal(message: Uint8Array) {
  const error: unknown = await parseMessage(message).catch((caught: unknown) => caught)
  return error instanceof ApiError ? { status: error.status, code: error.parts.code } : error
}

const codesOf = (notes: { code: string }[]) => notes.map(({ code }) => code)

test.each([
  ['nothing', ''],
  ['only blank lines', '\r\n\r\n\r\n'],
  ['a text without a header', 'Hei alle sammen\n\nVannet er stengt.'],
  ['a list with colons', 'Melk: 2\nBrød: 1\n\nHandleliste'],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'],
  ['an old Word document', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\u0000\u0000'],
  ['HTML', '<!doctype html><title>From: a</title>'],
])('%s is not a message', async (_, content) => {
  expect(await refusal(latin1Bytes(content))).toEqual({ status: 422, code: 'notAMessage' })
})

test('a message without a body and attachments is empty', async () => {
  expect(await refusal(textMessage(' \r\n'))).toEqual({ status: 422, code: 'messageEmpty' })
  expect(await refusal(htmlMessage('<style>p{}</style><title>Hei</title>'))).toEqual({
    status: 422,
    code: 'messageEmpty',
  })
})

test.each([
  [
    'PGP/MIME',
    multipart(
      'encrypted',
      [mailPart({ 'Content-Type': 'application/pgp-encrypted' }, 'Version: 1')],
      mailHeader(),
    ),
  ],
  ['S/MIME', mailPart(mailHeader({ 'Content-Type': 'application/pkcs7-mime; name=smime.p7m' }), 'MIIB')],
  [
    'PGP in the text',
    mailPart(mailHeader(), '-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----'),
  ],
])('%s is encrypted', async (_, message) => {
  expect(await refusal(utf8Bytes(message))).toEqual({ status: 422, code: 'messageEncrypted' })
})

test('a text that is signed with PGP is read', async () => {
  const signed =
    '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nMøtet er flyttet.\n- -----\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n'
  expect(await bodyOf(textMessage(signed))).toContain('Møtet er flyttet.')
  expect(await bodyOf(textMessage(signed))).not.toContain('PGP')
})

test('a message over 25 MiB is too large', async () => {
  expect(await refusal(new Uint8Array(maxMessageSize + 1))).toEqual({ status: 413, code: 'contentTooLarge' })
})

test('a body that is too long is shortened, and that is noted', async () => {
  const { body, notes } = await parseMessage(textMessage('Ord og atter ord.\r\n'.repeat(30_000)))
  expect(codesOf(notes)).toEqual(['textShortened'])
  expect(parseDocument(body)).toEqual(body)
  expect(plainText(body).length).toBeGreaterThan(50_000)
})

test('multiparts nested a thousand times are read without failing', async () => {
  let part = mailPart({ 'Content-Type': 'text/plain' }, 'Innerst')
  for (let i = 0; i < 1000; i++) {
    part = mailPart(
      { 'Content-Type': `multipart/mixed; boundary="b${i}"` },
      `--b${i}\r\n${part}\r\n--b${i}--`,
    )
  }
  const message = utf8Bytes(mailPart(mailHeader(), '').trimEnd() + '\r\n' + part)
  expect((await parseMessage(message)).subject).toBe('Vannet er stengt')
})

test('a message inside a message, a hundred times, is read without failing', async () => {
  let part = mailPart({ Subject: 'Innerst' }, 'Innerst')
  for (let i = 0; i < 100; i++) part = mailPart(mailHeader({ 'Content-Type': 'message/rfc822' }), part)
  const { attachments } = await parseMessage(utf8Bytes(part))
  expect(attachments).toHaveLength(1)
})

test('a message cut off in the middle is read as far as it goes', async () => {
  const whole = multipart(
    'mixed',
    [
      mailPart({ 'Content-Type': 'text/plain; charset=utf-8' }, 'Første del på norsk.'),
      mailPart(
        { 'Content-Type': 'application/pdf; name="sak.pdf"', 'Content-Transfer-Encoding': 'base64' },
        base64('%PDF-1.7 ' + 'x'.repeat(200)),
      ),
    ],
    mailHeader(),
  )
  const bytes = utf8Bytes(whole)
  for (let length = whole.indexOf('norsk'); length < bytes.length; length += 7) {
    expect(await bodyOf(bytes.subarray(0, length))).toContain('Første del p')
  }
})

test.each([
  ['a date of brackets', mailPart(mailHeader({ Date: '('.repeat(300_000) }), 'Hei')],
  ['a subject of encoded words', mailPart(mailHeader({ Subject: '=?a?q?'.repeat(80_000) }), 'Hei')],
  ['a list of receivers', mailPart(mailHeader({ To: '<a@b.no>,('.repeat(40_000) }), 'Hei')],
  ['a name of dots', mailPart(mailHeader({ 'Content-Type': `a/b; name="${'.'.repeat(400_000)}x"` }), 'Hei')],
  [
    'a thousand dividers',
    mailPart(mailHeader(), `Hei\r\n${'--\r\n'.repeat(20_000)}${'---\r\n'.repeat(20_000)}x`),
  ],
  ['addresses in brackets', mailPart(mailHeader(), '(http://'.repeat(50_000))],
  ['ten megabytes of line ends', mailPart(mailHeader(), '\n'.repeat(10_000_000))],
])('%s takes no time to speak of', { timeout: 10_000 }, async (_, message) => {
  const result = await parseMessage(utf8Bytes(message)).catch((error: unknown) => error)
  expect(
    result instanceof ApiError || (typeof result === 'object' && result !== null && 'body' in result),
  ).toBe(true)
})
