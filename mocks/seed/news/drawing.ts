import { concat, latin1Bytes } from '#api/files/bytes.ts'

/** A figure of one colour inside a rectangle, in pixels. */
export interface Shape {
  /** Index into the palette. */
  color: number
  x: number
  y: number
  width: number
  height: number
  /** What of the rectangle is drawn; all of it when left out. A gable has its point at the middle of the top. */
  form?: 'ellipse' | 'gable'
}

/**
 * Draws figures, later ones on top, as a PNG with at most sixteen colours (W3C PNG third edition). Nothing is
 * compressed, so that the bytes are the same wherever it is drawn.
 * @param palette colours as `rrggbb`; the first is the ground. `width` is even.
 */
export function drawPng(
  { width, height }: { width: number; height: number },
  palette: readonly string[],
  shapes: readonly Shape[],
): Uint8Array {
  const row = width / 2 + 1
  const pixels = new Uint8Array(row * height)
  for (const shape of shapes) {
    for (let y = Math.max(0, shape.y); y < Math.min(shape.y + shape.height, height); y++) {
      for (let x = Math.max(0, shape.x); x < Math.min(shape.x + shape.width, width); x++) {
        if (!isInside(shape, x, y)) continue
        // Each row begins with its filter, which is none; a byte holds two pixels, the left one in the upper half.
        const index = y * row + 1 + (x >> 1)
        const byte = pixels[index] ?? 0
        pixels[index] = x % 2 === 0 ? (byte & 0x0f) | (shape.color << 4) : (byte & 0xf0) | shape.color
      }
    }
  }
  const colors = Uint8Array.from(
    palette.flatMap((color) => color.match(/../g) ?? []).map((part) => Number.parseInt(part, 16)),
  )
  return concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    // Four bits to a pixel, colours from the palette.
    chunk('IHDR', concat([uint32(width), uint32(height), Uint8Array.of(4, 3, 0, 0, 0)])),
    chunk('PLTE', colors),
    chunk('IDAT', stored(pixels)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Whether the middle of a pixel of the rectangle belongs to the figure. */
function isInside({ form, x, y, width, height }: Shape, pixelX: number, pixelY: number): boolean {
  const across = (2 * (pixelX - x) + 1 - width) / width
  const down = (2 * (pixelY - y) + 1 - height) / height
  if (form === 'ellipse') return across * across + down * down <= 1
  return form === undefined || 2 * Math.abs(across) <= 1 + down
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = concat([latin1Bytes(type), data])
  return concat([uint32(data.length), named, uint32(crc32(named))])
}

/** A zlib stream of blocks that are not compressed (RFC 1950, RFC 1951 §3.2.4). */
function stored(data: Uint8Array): Uint8Array {
  const longest = 65_535
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)]
  for (let start = 0; start < data.length; start += longest) {
    const block = data.subarray(start, start + longest)
    const { length } = block
    const isLast = start + longest >= data.length ? 1 : 0
    parts.push(Uint8Array.of(isLast, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255), block)
  }
  return concat([...parts, uint32(adler32(data))])
}

const uint32 = (value: number) =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return ((b << 16) | a) >>> 0
}
