import { concat, latin1, latin1Bytes, viewOf } from './bytes.ts'
import { damaged } from './refusal.ts'

const startOfScan = 0xda
const endOfImage = 0xd9
/** Segments the pixels are decoded with, beside the frame header: DHT, DAC, SOS, DQT, DNL, DRI. */
const pictureMarkers = new Set([0xc4, 0xcc, startOfScan, 0xdb, 0xdc, 0xdd])

/**
 * Reads size and picture of a JPEG (ITU-T T.81 annex B). Of the application segments only JFIF, the colour
 * profile and Adobe's colour transform are kept, since the colours depend on them. Exif is replaced by one
 * that holds the orientation alone: turning the pixels instead would mean to compress them again.
 */
export function readJpeg(bytes: Uint8Array): { width: number; height: number; bytes: Uint8Array } {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | undefined
  let orientation = 1
  let hasScan = false
  for (let offset = 2; ;) {
    if (bytes[offset] !== 0xff) throw damaged('a JPEG marker is missing')
    while (bytes[offset + 1] === 0xff) offset++
    const marker = bytes[offset + 1]
    if (marker === endOfImage) break
    if (marker === undefined || offset + 4 > bytes.length) throw damaged('the JPEG has no end')
    const end = offset + 2 + view.getUint16(offset + 2)
    if (end < offset + 4 || end > bytes.length) throw damaged('a JPEG segment is longer than the file')
    const segment = bytes.subarray(offset, end)
    offset = end
    if (isFrame(marker)) {
      if (size) throw damaged('the JPEG has two frames')
      size = frameSize(marker, segment)
    } else if (marker === 0xe1 && orientation === 1) {
      orientation = orientationOf(segment)
      if (orientation !== 1) parts.push(exifWith(orientation))
    }
    const kept = keep(marker, segment)
    if (kept) parts.push(kept)
    if (marker === startOfScan) {
      if (!size) throw damaged('the JPEG has pixels before its header')
      hasScan = true
      offset = endOfScan(bytes, end)
      parts.push(bytes.subarray(end, offset))
    }
  }
  if (!size || !hasScan) throw damaged('the JPEG has no pixels')
  parts.push(Uint8Array.of(0xff, endOfImage))
  const isTurned = orientation >= 5
  return {
    width: isTurned ? size.height : size.width,
    height: isTurned ? size.width : size.height,
    bytes: concat(parts),
  }
}

/** Start of frame: 0xC0–0xCF but for the tables DHT, JPG and DAC, which lie in between. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function frameSize(marker: number, segment: Uint8Array) {
  if (marker > 0xc2) throw damaged('it is a kind of JPEG that browsers do not show')
  if (segment.length < 10) throw damaged('the JPEG header is cut off')
  const view = viewOf(segment)
  const size = { width: view.getUint16(7), height: view.getUint16(5) }
  if (size.width === 0 || size.height === 0) throw damaged('the JPEG has no size')
  return size
}

/** The segment as it is to be stored, or undefined when it is metadata. */
function keep(marker: number, segment: Uint8Array): Uint8Array | undefined {
  if (isFrame(marker) || pictureMarkers.has(marker)) return segment
  if (marker === 0xe0 && latin1(segment, 4, 5) === 'JFIF\0' && segment.length >= 18) {
    // Up to the thumbnail, which is said to be 0×0.
    return concat([Uint8Array.of(0xff, 0xe0, 0, 16), segment.subarray(4, 16), Uint8Array.of(0, 0)])
  }
  if (marker === 0xe2 && latin1(segment, 4, 12) === 'ICC_PROFILE\0') return segment
  if (marker === 0xee && latin1(segment, 4, 5) === 'Adobe' && segment.length >= 16) {
    return concat([Uint8Array.of(0xff, 0xee, 0, 14), segment.subarray(4, 16)])
  }
  return undefined
}

/** Offset of the first marker after compressed pixels: 0xFF not followed by 0 (stuffing) or RST. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let offset = start; ; offset += 2) {
    offset = bytes.indexOf(0xff, offset)
    const next = bytes[offset + 1]
    if (offset === -1 || next === undefined) throw damaged('the JPEG has no end')
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isData) return offset
  }
}

/** Orientation (1–8) in an Exif segment; 1 when there is none or it cannot be read (Exif 3.0 §4.6). */
function orientationOf(segment: Uint8Array): number {
  const start = 10
  if (latin1(segment, 4, 6) !== 'Exif\0\0' || segment.length < start + 8) return 1
  const view = viewOf(segment)
  const isLittle = latin1(segment, start, 2) === 'II'
  const directory = start + view.getUint32(start + 4, isLittle)
  if (directory + 2 > segment.length) return 1
  const count = view.getUint16(directory, isLittle)
  for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12) {
    if (entry + 12 > segment.length) return 1
    if (view.getUint16(entry, isLittle) !== 0x0112) continue
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An Exif segment with one entry: the orientation, a SHORT. */
function exifWith(orientation: number): Uint8Array {
  return latin1Bytes(
    '\xff\xe1\x00\x22Exif\0\0' +
      'MM\0\x2a\0\0\0\x08' +
      '\0\x01\x01\x12\0\x03\0\0\0\x01\0' +
      String.fromCharCode(orientation) +
      '\0\0\0\0\0\0',
  )
}
