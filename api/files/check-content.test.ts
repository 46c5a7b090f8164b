// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalOf } from '#tests/refusal.ts'
import {
  sampleExif,
  sampleJpeg,
  sampleOffice,
  samplePdf,
  samplePng,
  sampleWebp,
} from '#tests/sample-files.ts'
import { latin1Bytes } from './bytes.ts'
import { checkContent } from './check-content.ts'
import { officeTypes } from './office.ts'

const samples = {
  'a.pdf': [samplePdf(), 'application/pdf'],
  'a.docx': [sampleOffice('docx'), officeTypes.docx],
  'a.xlsx': [sampleOffice('xlsx'), officeTypes.xlsx],
  'a.pptx': [sampleOffice('pptx'), officeTypes.pptx],
  'a.png': [samplePng(), 'image/png'],
  'a.jpg': [sampleJpeg(), 'image/jpeg'],
  'a.jpeg': [sampleJpeg({ extra: [sampleExif(6)] }), 'image/jpeg'],
  'a.webp': [sampleWebp(), 'image/webp'],
  'a.txt': [latin1Bytes('hei'), 'text/plain'],
  'a.csv': [latin1Bytes('a;b'), 'text/csv'],
} as const
const names = Object.keys(samples)
const kindOf = (name: string) => name.replace('jpeg', 'jpg').replace('csv', 'txt')

test.for(Object.entries(samples))('%s is known by name and content', async ([name, [bytes, mediaType]]) => {
  expect(await checkContent(name, bytes)).toMatchObject({ mediaType })
  expect(await checkContent(name.toUpperCase(), bytes)).toMatchObject({ mediaType })
})

test('no content passes under another kind of name', async () => {
  for (const [name, [bytes]] of Object.entries(samples)) {
    for (const other of names.filter((each) => kindOf(each) !== kindOf(name))) {
      expect(await refusalOf(() => checkContent(other, bytes)), `${name} as ${other}`).toBe(
        'fileContentMismatch',
      )
    }
  }
})

test.for([
  'a.svg',
  'a.html',
  'a.xml',
  'a.gif',
  'a.exe',
  'a.pdf.exe',
  'a.docm',
  'a.doc',
  'a.js',
  'a.zip',
  'a',
  'pdf',
  'a.pdf ',
])('%j is not taken, whatever it holds', async (name) => {
  for (const [bytes] of Object.values(samples)) {
    expect(await refusalOf(() => checkContent(name, bytes))).toBe('fileTypeNotAllowed')
  }
})

test('an empty file is refused', async () => {
  for (const name of names) {
    expect(await refusalOf(() => checkContent(name, new Uint8Array()))).toBe('fileEmpty')
  }
})

test('the charset of old CSV is part of its media type', async () => {
  expect(await checkContent('a.csv', latin1Bytes('bel\xf8p'))).toMatchObject({
    mediaType: 'text/csv; charset=windows-1252',
  })
})

test('a file with any bytes changed is accepted or refused, and nothing else happens', async () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.entries(samples)),
      damage,
      async ([name, [bytes]], changes) => {
        const changed = bytes.slice()
        for (const [at, byte] of changes) changed[at % changed.length] = byte
        expect(await refusalOf(() => checkContent(name, changed))).toMatch(/^(accepted|file|image)/)
      },
    ),
    { numRuns: 3000 },
  )
})
