/** The shape of a cover: width by height. */
export const coverAspect = 16 / 9
/** Widest stored picture, in pixels. */
const maxWidth = 1600
/** Largest file that is opened, in bytes, and most pixels: a phone has to hold them in its memory. */
const maxSize = 60 * 1024 * 1024
const maxPixels = 100_000_000
/** Below this many pixels across, a cover looks blurred on a screen. */
export const smallWidth = 800

/** A part of a picture, in percent of its width and height. */
export interface CropArea {
  x: number
  y: number
  width: number
  height: number
}

/** Pixels. */
export interface PictureSize {
  width: number
  height: number
}

/** Why a file cannot be used as a cover. */
export type PictureProblem = 'heic' | 'tooLarge' | 'notPicture' | 'unreadable'

/** A file that cannot be used; says why. */
export class PictureError extends Error {
  readonly problem: PictureProblem

  constructor(problem: PictureProblem) {
    super(problem)
    this.name = 'PictureError'
    this.problem = problem
  }
}

/**
 * Looks at a file before it is shown: what this browser can draw can be cropped, whatever its format.
 * @returns its pixels, turned as the camera asked for.
 * @throws {PictureError}
 */
export async function readPicture(file: Blob & { name?: string }): Promise<PictureSize> {
  if (file.size > maxSize) throw new PictureError('tooLarge')
  const isHeic = /^image\/hei[cf]/.test(file.type) || /\.(heic|heif)$/i.test(file.name ?? '')
  if (!isHeic && !file.type.startsWith('image/')) throw new PictureError('notPicture')
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    throw new PictureError(isHeic ? 'heic' : 'unreadable')
  }
  const { width, height } = bitmap
  bitmap.close()
  if (width * height > maxPixels) throw new PictureError('tooLarge')
  return { width, height }
}

/** The largest part with a shape, in the middle of a picture of this size. */
export function middleOf(size: PictureSize, aspect = coverAspect): CropArea {
  return areaOf(size, { size: 1, x: 0.5, y: 0.5 }, aspect)
}

/** How an area lies: its size as a share of the largest there is, and its place from 0 (left, top) to 1. */
export interface AreaPlace {
  size: number
  x: number
  y: number
}

/** The area that lies so. */
export function areaOf({ width, height }: PictureSize, place: AreaPlace, aspect = coverAspect): CropArea {
  const largest = Math.min(width, height * aspect)
  const areaWidth = ((largest * place.size) / width) * 100
  const areaHeight = ((largest * place.size) / aspect / height) * 100
  return {
    x: (100 - areaWidth) * place.x,
    y: (100 - areaHeight) * place.y,
    width: areaWidth,
    height: areaHeight,
  }
}

/** How an area lies. Where there is no room to move, it is in the middle. */
export function placeOf({ width, height }: PictureSize, area: CropArea, aspect = coverAspect): AreaPlace {
  const largest = Math.min(width, height * aspect)
  const share = (start: number, length: number) => (length > 99.9 ? 0.5 : start / (100 - length))
  return {
    size: (area.width * width) / 100 / largest,
    x: share(area.x, area.width),
    y: share(area.y, area.height),
  }
}

/** Pixels of the stored cover for an area of a picture. A small one is not made larger. */
export function coverSize({ width }: { width: number }, area: CropArea): PictureSize {
  const coverWidth = Math.max(1, Math.min(maxWidth, Math.round((area.width / 100) * width)))
  return { width: coverWidth, height: Math.max(1, Math.round(coverWidth / coverAspect)) }
}

/** Draws an area of a picture as a cover. @throws {PictureError} when the browser cannot. */
export const drawCover = (file: Blob, area: CropArea, name: string): Promise<File> =>
  drawArea(file, area, name, (picture) => coverSize(picture, area))

/**
 * Draws an area of a picture anew, so that nothing but its pixels is left: no place, no camera, no time.
 * @param sizeFor how large, in pixels, for a picture of that size.
 * @returns a JPEG, or a WebP where that is smaller.
 * @throws {PictureError} when the browser cannot.
 */
export async function drawArea(
  file: Blob,
  area: CropArea,
  name: string,
  sizeFor: (picture: PictureSize) => PictureSize,
): Promise<File> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new PictureError('unreadable')
  })
  const { width, height } = sizeFor(bitmap)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new PictureError('unreadable')
  // JPEG has no transparency, and would show it as black.
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  const across = bitmap.width / 100
  const down = bitmap.height / 100
  context.drawImage(
    bitmap,
    area.x * across,
    area.y * down,
    area.width * across,
    area.height * down,
    0,
    0,
    width,
    height,
  )
  bitmap.close()
  const drawn = await Promise.all([encode(canvas, 'image/jpeg'), encode(canvas, 'image/webp')])
  const [smallest] = drawn.filter((blob) => blob !== undefined).sort((a, b) => a.size - b.size)
  if (smallest === undefined) throw new PictureError('unreadable')
  const ending = smallest.type === 'image/webp' ? 'webp' : 'jpg'
  return new File([smallest], `${name}.${ending}`, { type: smallest.type })
}

/** How much of the detail is kept, 0 to 1. */
const quality = 0.85

/** Undefined where the browser does not write that format; it then answers with a PNG. */
function encode(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob?.type === type ? blob : undefined), type, quality)
  })
}
