// @vitest-environment node
import { expect, test } from 'vitest'
import {
  jpegSegment,
  pngChunk,
  sampleExif,
  sampleJpeg,
  samplePng,
  sampleWebp,
  webpChunk,
  webpHeader,
  webpPicture,
} from '#tests/sample-files.ts'
import { latin1 } from './bytes.ts'
import { readImage } from './image.ts'

const textOf = (bytes: Uint8Array) => latin1(bytes, 0, bytes.length)
const codeOf = (bytes: Uint8Array) => {
  try {
    readImage(bytes)
  } catch (error) {
    return (error as { parts?: { code?: string } }).parts?.code
  }
  return 'accepted'
}

test('a PNG keeps its picture and loses everything that tells about it', () => {
  const extra = [
    pngChunk('pHYs', '\0\0\x0b\x13\0\0\x0b\x13\x01'),
    pngChunk('tEXt', 'Author\0Kari'),
    pngChunk('eXIf', 'II GPS'),
  ]
  const image = readImage(samplePng({ extra, after: '<script>alert(1)</script>' }))
  expect(image).toMatchObject({ mediaType: 'image/png', width: 3, height: 2 })
  expect(image.bytes).toEqual(samplePng({ extra: extra.slice(0, 1) }))
})

test('an animated PNG becomes its first frame', () => {
  const image = readImage(samplePng({ extra: [pngChunk('acTL', '\0\0\0\x02\0\0\0\0')] }))
  expect(image.bytes).toEqual(samplePng())
})

test('a JPEG loses position, comments, thumbnails and what is put behind it', () => {
  const extra = [
    sampleExif(1),
    jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'),
    jpegSegment(0xfe, 'Kari'),
    jpegSegment(0xed, 'Photoshop 3.0\0'),
    jpegSegment(0xf0, 'reserved'),
  ]
  const image = readImage(sampleJpeg({ extra, after: 'ftypmp42 moving picture' }))
  expect(image).toMatchObject({ mediaType: 'image/jpeg', width: 16, height: 8 })
  expect(image.bytes).toEqual(sampleJpeg())
})

test('a JPEG keeps what its colours depend on', () => {
  const extra = [
    jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01profile'),
    jpegSegment(0xee, 'Adobe\0\x64\0\0\0\0\x01'),
  ]
  expect(readImage(sampleJpeg({ extra })).bytes).toEqual(sampleJpeg({ extra }))
})

test.for([2, 3, 4, 5, 6, 7, 8])('a JPEG keeps orientation %i, alone', (orientation) => {
  const image = readImage(sampleJpeg({ extra: [sampleExif(orientation)] }))
  const isTurned = orientation >= 5
  expect(image).toMatchObject(isTurned ? { width: 8, height: 16 } : { width: 16, height: 8 })
  expect(textOf(image.bytes)).not.toContain('GPS')
  expect(readImage(image.bytes)).toEqual(image)
})

test('a hidden thumbnail in the JFIF header is taken out', () => {
  const withThumbnail = jpegSegment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01abc')
  const image = readImage(sampleJpeg({ extra: [withThumbnail] }))
  expect(textOf(image.bytes)).not.toContain('abc')
})

test('a JPEG of several scans is read to its end', () => {
  const [first, second] = [sampleJpeg(), sampleJpeg().slice(2)]
  const twoScans = new Uint8Array([
    ...first.slice(0, -2),
    ...second.slice(textOf(second).indexOf('\xff\xda')),
  ])
  expect(readImage(twoScans).bytes).toEqual(twoScans)
})

test('a WebP loses Exif and XMP, and says so in its header', () => {
  const metadata = 0b1100
  const chunks = [
    webpHeader(metadata, 5, 4),
    webpPicture(5, 4),
    webpChunk('EXIF', 'GPS'),
    webpChunk('XMP ', '<x/>'),
  ]
  const image = readImage(sampleWebp(chunks))
  expect(image).toMatchObject({ mediaType: 'image/webp', width: 5, height: 4 })
  expect(image.bytes).toEqual(sampleWebp([webpHeader(0, 5, 4), webpPicture(5, 4)]))
})

test('a plain lossy WebP is read', () => {
  const lossy = webpChunk('VP8 ', '\0\0\0\x9d\x01\x2a\x05\0\x04\0')
  expect(readImage(sampleWebp([lossy]))).toMatchObject({ width: 5, height: 4, bytes: sampleWebp([lossy]) })
})

test('moving pictures are refused', () => {
  expect(
    codeOf(sampleWebp([webpHeader(0b10, 5, 4), webpChunk('ANIM', '\0\0\0\0\0\0'), webpPicture(5, 4)])),
  ).toBe('imageAnimated')
})

test.for([
  ['PNG', samplePng({ width: 100_000, height: 100_000, pixels: new Uint8Array(1) })],
  ['JPEG', sampleJpeg({ width: 60_000, height: 60_000, scan: '' })],
  ['WebP', sampleWebp([webpHeader(0, 16_384, 16_384), webpPicture(16_384, 16_384)])],
] as const)('a %s of too many pixels is refused', ([, bytes]) => {
  expect(codeOf(bytes)).toBe('imageTooLarge')
})

test('50 million pixels are taken, one row more is not', () => {
  const pixels = new Uint8Array(1)
  expect(codeOf(samplePng({ width: 10_000, height: 5000, pixels }))).toBe('accepted')
  expect(codeOf(samplePng({ width: 10_000, height: 5001, pixels }))).toBe('imageTooLarge')
})

test.for([
  ['PNG', samplePng()],
  ['JPEG', sampleJpeg({ extra: [sampleExif(6)] })],
  ['WebP', sampleWebp([webpHeader(0, 5, 4), webpPicture(5, 4)])],
] as const)('a %s cut off anywhere is refused', ([, bytes]) => {
  for (let length = 1; length < bytes.length; length++) {
    expect(codeOf(bytes.slice(0, length)), `${length} bytes`).toMatch(/^(fileDamaged|fileTypeNotAllowed)$/)
  }
})

test.for([
  ['a JPEG with pixels browsers cannot show', sampleJpeg({ frame: 0xc3 })],
  ['a JPEG with two frames', sampleJpeg({ extra: [jpegSegment(0xc0, '\x08\0\x08\0\x08\x01\x01\x11\0')] })],
  ['a JPEG without height', sampleJpeg({ height: 0 })],
  ['a PNG without pixels', new Uint8Array([...samplePng().slice(0, 33), ...pngChunk('IEND')])],
  ['a PNG without width', samplePng({ width: 0, pixels: new Uint8Array(1) })],
  ['a PNG with two headers', samplePng({ extra: [pngChunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0')] })],
  ['a WebP larger than its canvas', sampleWebp([webpHeader(0, 5, 4), webpPicture(6, 4)])],
  ['a WebP with two pictures', sampleWebp([webpPicture(5, 4), webpPicture(5, 4)])],
  ['a WebP without a picture', sampleWebp([webpHeader(0, 5, 4)])],
] as const)('%s is refused', ([, bytes]) => {
  expect(codeOf(bytes)).toBe('fileDamaged')
})

test('other images are refused', () => {
  expect(codeOf(new TextEncoder().encode('GIF89a/*'))).toBe('fileTypeNotAllowed')
  expect(codeOf(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
    'fileTypeNotAllowed',
  )
  expect(codeOf(new Uint8Array())).toBe('fileTypeNotAllowed')
})
