import { latin1 } from './bytes.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import { refused } from './refusal.ts'
import { readWebp } from './webp.ts'

/** An image that may be stored and shown. */
export interface Image {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp'
  /** Pixels, as shown: after the turning the camera asked for. */
  width: number
  height: number
  /** The same picture without metadata. Where and with what it was taken is never kept. */
  bytes: Uint8Array
}

/** Most pixels of an image; refused from its header, before anything decodes it. */
const maxPixels = 50_000_000

/** Which image it is, by its first bytes; undefined for anything else. */
export function imageTypeOf(bytes: Uint8Array): Image['mediaType'] | undefined {
  if (latin1(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (latin1(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg'
  if (latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 4) === 'WEBP') return 'image/webp'
  return undefined
}

const readers = { 'image/png': readPng, 'image/jpeg': readJpeg, 'image/webp': readWebp }

/**
 * Reads a PNG, JPEG or WebP by its content and rebuilds it from the parts that make up the picture:
 * metadata, comments, thumbnails and anything put after its end are left out, pixels are not touched.
 * @throws 422 `fileTypeNotAllowed`, `fileDamaged`, `imageTooLarge`, `imageAnimated`.
 */
export function readImage(bytes: Uint8Array): Image {
  const mediaType = imageTypeOf(bytes)
  if (!mediaType) throw refused('fileTypeNotAllowed', 'The image is not PNG, JPEG or WebP.')
  const image = readers[mediaType](bytes)
  if (image.width * image.height > maxPixels) {
    throw refused(
      'imageTooLarge',
      `The image is ${image.width}×${image.height}; at most ${maxPixels} pixels.`,
    )
  }
  return { mediaType, ...image }
}
