// @vitest-environment node
import { expect, test } from 'vitest'
import { refusalOf } from '#tests/refusal.ts'
import { samplePdf, sampleOffice } from '#tests/sample-files.ts'
import { concat, latin1Bytes } from './bytes.ts'
import { checkPdf } from './pdf.ts'

const check = (bytes: Uint8Array) => refusalOf(() => checkPdf(bytes))

test('a PDF is taken, with line ends behind it', async () => {
  expect(await check(samplePdf())).toBe('accepted')
  expect(await check(concat([samplePdf(), latin1Bytes('\r\n\n \0')]))).toBe('accepted')
})

test('a PDF with XMP early in it is taken', async () => {
  expect(
    await check(samplePdf('0 0 obj<<>>stream\n<x:xmpmeta><rdf:RDF/></x:xmpmeta>\nendstream endobj\n')),
  ).toBe('accepted')
})

test.for([
  ['something before its header', concat([latin1Bytes('\n'), samplePdf()]), 'fileContentMismatch'],
  ['a version that does not exist', latin1Bytes('%PDF-9.9\n%%EOF'), 'fileContentMismatch'],
  ['a web page in its first lines', samplePdf('<ScRiPt>alert(1)</script>\n'), 'fileContentMismatch'],
  ['no end', samplePdf().slice(0, -7), 'fileDamaged'],
  ['a web page behind it', concat([samplePdf(' '.repeat(1024)), latin1Bytes('<html>')]), 'fileDamaged'],
  ['a zip behind it', concat([samplePdf(), sampleOffice('docx')]), 'fileDamaged'],
] as const)('a PDF with %s is refused', async ([, bytes, code]) => {
  expect(await check(bytes)).toBe(code)
})
