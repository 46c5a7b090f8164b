// @vitest-environment node
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { refusalOf } from '#tests/refusal.ts'
import { compoundFileWith, contentTypesOf, relationshipsTo, sampleOffice } from '#tests/sample-files.ts'
import { checkOffice, officeTypes } from './office.ts'

const check = (bytes: Uint8Array) => refusalOf(() => checkOffice(bytes, officeTypes.docx))
const withPart = (name: string, content: string | Uint8Array) =>
  sampleOffice('docx', { [name]: typeof content === 'string' ? strToU8(content) : content })

test.for(['docx', 'xlsx', 'pptx'] as const)(
  'a %s is taken for what it is, and for nothing else',
  async (kind) => {
    for (const name of ['docx', 'xlsx', 'pptx'] as const) {
      const code = await refusalOf(() => checkOffice(sampleOffice(kind), officeTypes[name]))
      expect({ name, code }).toEqual({ name, code: name === kind ? 'accepted' : 'fileContentMismatch' })
    }
  },
)

test('a document from a template on the author’s own disk is taken', async () => {
  for (const target of ['file:///C:\\Maler\\Brev.dotx', 'C:\\Maler\\Brev.dotx', 'Normal.dotm']) {
    const part = relationshipsTo('attachedTemplate', target, 'External')
    const code = await check(withPart('word/_rels/settings.xml.rels', part))
    expect({ target, code }).toEqual({ target, code: 'accepted' })
  }
})

test('a document with links and linked pictures is taken', async () => {
  const link = relationshipsTo('hyperlink', 'https://example.com/', 'External')
  expect(await check(withPart('word/_rels/document.xml.rels', link))).toBe('accepted')
})

test('a document with a chart’s workbook inside it is taken', async () => {
  expect(await check(withPart('word/embeddings/Microsoft_Excel_Sheet.xlsx', sampleOffice('xlsx')))).toBe(
    'accepted',
  )
})

test('a document that fetches a template or an object from elsewhere is refused', async () => {
  for (const target of [
    'https://example.com/t.dotm',
    '\\\\server\\maler\\t.dotm',
    'file://server/t.dotm',
    '//server/t',
    'file:///\\\\server\\t.dotm',
  ]) {
    for (const type of ['attachedTemplate', 'oleObject', 'frame']) {
      const part = relationshipsTo(type, target, 'External')
      const code = await check(withPart('word/_rels/settings.xml.rels', part))
      expect({ type, target, code }).toEqual({ type, target, code: 'fileHasExternalContent' })
    }
  }
})

test.for([
  ['a macro project', 'word/vbaProject.bin'],
  ['a control', 'word/activeX/activeX1.xml'],
  ['a macro document inside it', 'word/embeddings/budsjett.xlsm'],
] as const)('a document with %s is refused', async ([, name]) => {
  expect(await check(withPart(name, 'x'))).toBe('fileHasActiveContent')
})

test('a document with a program inside it is refused', async () => {
  expect(await check(withPart('word/embeddings/oleObject1.bin', compoundFileWith('\x01Ole10Native')))).toBe(
    'fileHasActiveContent',
  )
  expect(await check(withPart('word/media/image1.png', 'MZ\x90'))).toBe('fileHasActiveContent')
  expect(await check(withPart('word/embeddings/oleObject1.bin', compoundFileWith('Equation Native')))).toBe(
    'accepted',
  )
})

const macros = 'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"'
test.for([
  ['plainly', strToU8(contentTypesOf('docx', `<Default Extension="a" ${macros}/>`))],
  [
    'behind character references',
    strToU8(contentTypesOf('docx', `<Default Extension="a" ${macros.replace('mac', '&#x6d;&#97;c')}/>`)),
  ],
  [
    'in UTF-16',
    new Uint8Array(
      new Uint16Array([
        0xfeff,
        ...Array.from(
          contentTypesOf('docx', `<Default Extension="a" ${macros}/>`).replace('UTF-8', 'UTF-16'),
          (c) => c.charCodeAt(0),
        ),
      ]).buffer,
    ),
  ],
  ['behind a namespace prefix', strToU8(contentTypesOf('docx', `<p:Default Extension="a" ${macros}/>`))],
] as const)('macros named %s in the content types are found', async ([, part]) => {
  expect(await check(sampleOffice('docx', { '[Content_Types].xml': part }))).toBe('fileHasActiveContent')
})

test('XML that could hide a word is refused', async () => {
  const types = contentTypesOf('docx')
  for (const xml of [
    types.replace('UTF-8', 'UTF-7'),
    types.replace('?>', '?><!DOCTYPE a [<!ENTITY m "macroEnabled">]>'),
    types.replace('<Types', '\0<Types'),
  ]) {
    expect(await check(sampleOffice('docx', { '[Content_Types].xml': strToU8(xml) }))).toBe('fileDamaged')
  }
  expect(
    await check(sampleOffice('docx', { '[Content_Types].xml': new Uint8Array([0x3c, 0xff, 0xff]) })),
  ).toBe('fileDamaged')
})

test('a comment does not stand in for the real content type', async () => {
  const commented = contentTypesOf('docx').replace(/<Override[^>]*>/, (tag) => `<!--${tag}-->`)
  expect(await check(sampleOffice('docx', { '[Content_Types].xml': strToU8(commented) }))).toBe(
    'fileContentMismatch',
  )
})

test('a zip that is no Office file is refused', async () => {
  expect(await check(zipSync({ 'a.txt': strToU8('hei') }))).toBe('fileContentMismatch')
  expect(
    await check(
      sampleOffice('docx', { '_rels/.rels': relationshipsTo('officeDocument', 'word/missing.xml') }),
    ),
  ).toBe('fileContentMismatch')
  expect(await check(strToU8('<html>'))).toBe('fileContentMismatch')
})

test('old binary and protected documents are refused, each with its reason', async () => {
  expect(await check(compoundFileWith('WordDocument'))).toBe('fileContentMismatch')
  expect(await check(compoundFileWith('EncryptedPackage'))).toBe('fileEncrypted')
})

test('a document that unpacks to a hundredfold and more is refused without being unpacked', async () => {
  const started = performance.now()
  const zeros = new Uint8Array(20 * 1024 * 1024)
  expect(await check(withPart('word/media/zeros.bmp', zeros))).toBe('fileUnpacksTooLarge')
  expect(performance.now() - started).toBeLessThan(2000)
})

test('a document whose parts unpack to too much together is refused', async () => {
  const part = new Uint8Array(1000)
  const document = sampleOffice('docx', { 'word/media/1.bmp': part, 'word/media/2.bmp': part })
  const within = (left: number) => refusalOf(() => checkOffice(document, officeTypes.docx, { left }))
  expect(await within(10_000)).toBe('accepted')
  expect(await within(2000)).toBe('fileUnpacksTooLarge')
})

test('what is unpacked from inner documents counts with the rest', async () => {
  const inner = sampleOffice('docx', { 'word/media/1.bmp': new Uint8Array(10_000) })
  const document = withPart('word/embeddings/1.docx', inner)
  const within = (left: number) => refusalOf(() => checkOffice(document, officeTypes.docx, { left }))
  expect(await within(20_000)).toBe('accepted')
  expect(await within(10_000)).toBe('fileUnpacksTooLarge')
})

test('documents nested too deeply are refused', async () => {
  let nested = sampleOffice('docx')
  for (let depth = 0; depth < 2; depth++) nested = withPart('word/embeddings/a.docx', nested)
  expect(await check(nested)).toBe('accepted')
  expect(await check(withPart('word/embeddings/a.docx', nested))).toBe('fileUnpacksTooLarge')
})
