import { concat, latin1, viewOf } from './bytes.ts'
import { damaged } from './refusal.ts'

/**
 * What a PNG is shown with: the critical chunks, transparency, colour space and pixel density.
 * Text, time, Exif and the frames of animated PNG are not among them.
 */
const keptChunks = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs'.split(' '))

/** Reads size and picture of a PNG (W3C PNG third edition §5). Animated ones keep their first frame. */
export function readPng(bytes: Uint8Array): { width: number; height: number; bytes: Uint8Array } {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, 8)]
  let width = 0
  let height = 0
  let hasPixels = false
  for (let offset = 8; ;) {
    if (offset + 12 > bytes.length) throw damaged('the PNG has no end')
    const length = view.getUint32(offset)
    const type = latin1(bytes, offset + 4, 4)
    const end = offset + 12 + length
    if (end > bytes.length) throw damaged('a PNG chunk is longer than the file')
    if ((parts.length === 1) !== (type === 'IHDR')) throw damaged('the PNG header is not first')
    if (type === 'IHDR') {
      if (length !== 13) throw damaged('the PNG header has the wrong length')
      width = view.getUint32(offset + 8)
      height = view.getUint32(offset + 12)
      if (width === 0 || height === 0) throw damaged('the PNG has no size')
    }
    if (type === 'IDAT') hasPixels = true
    if (keptChunks.has(type)) parts.push(bytes.subarray(offset, end))
    if (type === 'IEND') break
    offset = end
  }
  if (!hasPixels) throw damaged('the PNG has no pixels')
  return { width, height, bytes: concat(parts) }
}
