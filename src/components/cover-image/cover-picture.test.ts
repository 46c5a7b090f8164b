import { expect, test, vi } from 'vitest'
import { areaOf, coverSize, middleOf, placeOf, readPicture } from './cover-picture.ts'
import { pictureErrorText } from './picture-error.ts'

test.for([
  ['a tall picture', { width: 900, height: 1600 }],
  ['a wide picture', { width: 4000, height: 1000 }],
  ['a square picture', { width: 1200, height: 1200 }],
] as const)(
  'the first area of %s is the largest one with the shape of a cover, in the middle',
  ([, size]) => {
    const area = middleOf(size)
    const shape = (area.width * size.width) / (area.height * size.height)
    expect(shape).toBeCloseTo(16 / 9)
    expect(Math.max(area.width, area.height)).toBeCloseTo(100)
    expect(area.x).toBeCloseTo((100 - area.width) / 2)
    expect(area.y).toBeCloseTo((100 - area.height) / 2)
  },
)

test('the sliders give an area that lies where they stand, always inside the picture', () => {
  const size = { width: 3000, height: 2600 }
  for (const place of [
    { size: 0.2, x: 0, y: 1 },
    { size: 0.6, x: 1, y: 0.25 },
  ]) {
    const area = areaOf(size, place)
    expect(area.x + area.width).toBeLessThanOrEqual(100.0001)
    expect(area.y + area.height).toBeLessThanOrEqual(100.0001)
    const back = placeOf(size, area)
    expect(back.size).toBeCloseTo(place.size)
    expect(back.x).toBeCloseTo(place.x)
    expect(back.y).toBeCloseTo(place.y)
  }
})

test('a cover is at most 1600 pixels wide, and never larger than what it is taken from', () => {
  expect(coverSize({ width: 6000 }, { x: 0, y: 0, width: 100, height: 100 })).toEqual({
    width: 1600,
    height: 900,
  })
  expect(coverSize({ width: 1000 }, { x: 0, y: 0, width: 48, height: 27 })).toEqual({
    width: 480,
    height: 270,
  })
})

test('a file that cannot be a cover is told why, in words', async () => {
  vi.stubGlobal('createImageBitmap', async () => {
    throw new DOMException('no', 'InvalidStateError')
  })
  const reasonOf = (file: File) => readPicture(file).then(() => '', pictureErrorText)
  expect(await reasonOf(new File(['x'], 'IMG_1.HEIC'))).toMatch(/HEIC/)
  expect(await reasonOf(new File(['x'], 'a.jpg', { type: 'image/jpeg' }))).toMatch(/skadet/)
  expect(await reasonOf(new File(['x'], 'a.pdf', { type: 'application/pdf' }))).toMatch(/ikke et bilde/)
  const large = Object.defineProperty(new File(['x'], 'a.png', { type: 'image/png' }), 'size', { value: 1e8 })
  expect(await reasonOf(large)).toMatch(/for stort/)
  vi.unstubAllGlobals()
})
