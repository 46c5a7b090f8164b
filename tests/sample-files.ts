import { strToU8, zipSync, zlibSync, type Zippable } from 'fflate'
import { concat, latin1Bytes, viewOf } from '#api/files/bytes.ts'

/** Big-endian numbers of 16 and 32 bits, as text to build binary formats from. */
const u16 = (value: number) => String.fromCharCode((value >> 8) & 255, value & 255)
const u32 = (value: number) => u16(value >>> 16) + u16(value)
const bytesOf = (part: string | Uint8Array) => (typeof part === 'string' ? latin1Bytes(part) : part)

/** Bytes that do not pack, the same each time. */
export function noise(length: number): Uint8Array {
  let state = 1
  return new Uint8Array(length).map(() => {
    state = Math.imul(state, 1_103_515_245) + 12_345
    return state >>> 16
  })
}

/** A chunk of a PNG, with its checksum. */
export function pngChunk(type: string, data: string | Uint8Array = ''): Uint8Array {
  const body = concat([latin1Bytes(type), bytesOf(data)])
  return concat([latin1Bytes(u32(body.length - 4)), body, latin1Bytes(u32(crc32(body)))])
}

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

const pngSignature = latin1Bytes('\x89PNG\r\n\x1a\n')
const pngHeader = (width: number, height: number) =>
  pngChunk('IHDR', `${u32(width)}${u32(height)}\x08\0\0\0\0`)

/** A grey PNG. `extra` comes before the pixels, `after` behind the end. */
export function samplePng({
  width = 3,
  height = 2,
  extra = [] as Uint8Array[],
  pixels = zlibSync(new Uint8Array((width + 1) * height)),
  after = '',
} = {}): Uint8Array {
  return concat([
    pngSignature,
    pngHeader(width, height),
    ...extra,
    pngChunk('IDAT', pixels),
    pngChunk('IEND'),
    latin1Bytes(after),
  ])
}

/** A segment of a JPEG. */
export const jpegSegment = (marker: number, data: string) =>
  latin1Bytes(`\xff${String.fromCharCode(marker)}${u16(data.length + 2)}${data}`)

/** An Exif segment as cameras write it: orientation, position and, behind them, a name. */
export const sampleExif = (orientation: number, secret = 'GPS 59.9139N') =>
  jpegSegment(
    0xe1,
    `Exif\0\0II\x2a\0\x08\0\0\0\x02\0` +
      `\x12\x01\x03\0\x01\0\0\0${String.fromCharCode(orientation)}\0\0\0` +
      `\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0${secret}`,
  )

/** A grey JPEG that decodes. `extra` comes before the header, `after` behind the end. */
export function sampleJpeg({
  width = 16,
  height = 8,
  extra = [] as Uint8Array[],
  frame = 0xc0,
  scan = greyScan(width, height),
  after = '',
} = {}): Uint8Array {
  const table = (id: string) => jpegSegment(0xc4, `${id}\x01${'\0'.repeat(15)}\0`)
  return concat([
    latin1Bytes('\xff\xd8'),
    jpegSegment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0'),
    ...extra,
    jpegSegment(0xdb, `\0${'\x01'.repeat(64)}`),
    jpegSegment(frame, `\x08${u16(height)}${u16(width)}\x01\x01\x11\0`),
    table('\0'),
    table('\x10'),
    jpegSegment(0xda, '\x01\x01\0\0\x3f\0'),
    latin1Bytes(`${scan}\xff\xd9${after}`),
  ])
}

/** Two zero bits a block: one code of one bit for «no difference», one for «end of block». */
const greyScan = (width: number, height: number) =>
  '\0'.repeat(Math.ceil((Math.ceil(width / 8) * Math.ceil(height / 8)) / 4))

/** A chunk of a WebP. */
export function webpChunk(type: string, data: string): Uint8Array {
  const chunk = latin1Bytes(`${type}\0\0\0\0${data}${data.length % 2 ? '\0' : ''}`)
  viewOf(chunk).setUint32(4, data.length, true)
  return chunk
}

/** The extended header of a WebP. */
export const webpHeader = (flags: number, width: number, height: number) => {
  const u24 = (value: number) => String.fromCharCode(value & 255, (value >> 8) & 255, (value >> 16) & 255)
  return webpChunk('VP8X', `${String.fromCharCode(flags)}\0\0\0${u24(width - 1)}${u24(height - 1)}`)
}

/** The lossless picture of a WebP: a true header, before pixels that are not looked at. */
export function webpPicture(width: number, height: number): Uint8Array {
  const chunk = webpChunk('VP8L', '\x2f\0\0\0\0\x88\x88\x08')
  viewOf(chunk).setUint32(9, (width - 1) | ((height - 1) << 14), true)
  return chunk
}

/** A WebP of these chunks. */
export function sampleWebp(chunks: Uint8Array[] = [webpPicture(5, 4)]): Uint8Array {
  const body = concat(chunks)
  const head = latin1Bytes('RIFF\0\0\0\0WEBP')
  viewOf(head).setUint32(4, 4 + body.length, true)
  return concat([head, body])
}

/** A PDF with one empty page. */
export const samplePdf = (content = '') =>
  latin1Bytes(
    `%PDF-1.7\n${content}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n` +
      `2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n` +
      `trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`,
  )

const officeMain = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A `.rels` part with one relationship. */
export const relationshipsTo = (type: string, target: string, mode = 'Internal') =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${relationshipTypes}/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
  )

/** The `[Content_Types].xml` of an Office file; `more` is added to it. */
export const contentTypesOf = (kind: keyof typeof officeMain, more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${more}` +
  `<Override PartName="/${officeMain[kind][0]}" ContentType="application/vnd.openxmlformats-officedocument.${officeMain[kind][1]}.main+xml"/></Types>`

/** A small Office file; `parts` are added, or put in the place of its own. */
export function sampleOffice(kind: keyof typeof officeMain, parts: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(contentTypesOf(kind)),
    '_rels/.rels': relationshipsTo('officeDocument', officeMain[kind][0]),
    [officeMain[kind][0]]: strToU8('<?xml version="1.0" encoding="UTF-8"?><document/>'),
    ...parts,
  })
}

/** The start of a compound file with one stream of that name, as far as anyone looks. */
export const compoundFileWith = (stream: string) =>
  latin1Bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(64)}${stream.replaceAll(/[^]/g, '$&\0')}`)
