import { concat, latin1, latin1Bytes, viewOf } from './bytes.ts'
import { damaged, refused } from './refusal.ts'

const keptChunks = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L'])
/** Bits of the VP8X flags: animation, XMP, Exif. */
const animated = 0b10
const metadata = 0b1100

interface Size {
  width: number
  height: number
}

/** Reads size and picture of a still WebP (RFC 9649 §2). */
export function readWebp(bytes: Uint8Array): Size & { bytes: Uint8Array } {
  const view = viewOf(bytes)
  const fileEnd = bytes.length < 12 ? 0 : 8 + view.getUint32(4, true)
  if (fileEnd > bytes.length) throw damaged('the WebP is cut off')
  const parts: Uint8Array[] = []
  let canvas: Size | undefined
  let picture: Size | undefined
  for (let offset = 12; offset < fileEnd;) {
    if (offset + 8 > fileEnd) throw damaged('a WebP chunk is cut off')
    const type = latin1(bytes, offset, 4)
    const length = view.getUint32(offset + 4, true)
    const end = offset + 8 + length + (length % 2)
    if (end > fileEnd) throw damaged('a WebP chunk is longer than the file')
    const chunk = bytes.slice(offset, end)
    if (type === 'VP8X') {
      if (parts.length > 0 || length < 10) throw damaged('the WebP header is out of place')
      canvas = canvasSize(chunk)
    } else if (type === 'VP8 ' || type === 'VP8L') {
      if (picture) throw damaged('the WebP has two pictures')
      picture = type === 'VP8 ' ? lossySize(chunk) : losslessSize(chunk)
    }
    if (keptChunks.has(type)) parts.push(chunk)
    offset = end
  }
  if (!picture) throw damaged('the WebP has no picture')
  if (canvas && (canvas.width !== picture.width || canvas.height !== picture.height)) {
    throw damaged('the WebP picture does not fill its canvas')
  }
  const body = concat(parts)
  const head = latin1Bytes('RIFF\0\0\0\0WEBP')
  viewOf(head).setUint32(4, 4 + body.length, true)
  return { ...picture, bytes: concat([head, body]) }
}

/** Size of the canvas. Takes the metadata bits out of `chunk`, since those chunks are left out. */
function canvasSize(chunk: Uint8Array): Size {
  const view = viewOf(chunk)
  const flags = view.getUint8(8)
  if (flags & animated) throw refused('imageAnimated', 'Moving images are not taken.')
  view.setUint8(8, flags & ~metadata)
  return {
    width: 1 + (view.getUint32(12, true) & 0xffffff),
    height: 1 + (view.getUint32(14, true) >>> 8),
  }
}

/** Size in a VP8 key frame header (RFC 6386 §9.1). */
function lossySize(chunk: Uint8Array): Size {
  if (chunk.length < 18 || latin1(chunk, 11, 3) !== '\x9d\x01\x2a')
    throw damaged('the WebP picture has no header')
  const view = viewOf(chunk)
  const size = { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff }
  if (size.width === 0 || size.height === 0) throw damaged('the WebP has no size')
  return size
}

/** Size in a lossless header: a signature byte, then two numbers of 14 bits (RFC 9649 §3.4). */
function losslessSize(chunk: Uint8Array): Size {
  if (chunk.length < 13 || chunk[8] !== 0x2f) throw damaged('the WebP picture has no header')
  const bits = viewOf(chunk).getUint32(9, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
