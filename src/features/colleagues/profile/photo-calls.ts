import type { PhotoSize } from '#api/users/contract.ts'
import { drawArea, type CropArea } from '../../../components/cover-image/cover-picture.ts'
import { requestBlob, requestNothing } from '../../../lib/request.ts'

/** The photo as it is on a profile, and smaller for lists; sides in pixels, the largest first. */
const sizes = [648, 240, 96] as const satisfies readonly PhotoSize[]

/** One picture in every size it is stored in, the largest first. */
export type Photos = { size: PhotoSize; picture: Blob }[]

/** Draws the square of a picture in each size. @throws {PictureError} */
export const drawPhotos = (picture: Blob, area: CropArea): Promise<Photos> =>
  Promise.all(
    sizes.map(async (size) => ({
      size,
      picture: await drawArea(picture, area, 'photo', () => ({ width: size, height: size })),
    })),
  )

/** What is stored now. @throws {ApiError} */
export const fetchPhotos = (userId: string): Promise<Photos> =>
  Promise.all(sizes.map(async (size) => ({ size, picture: await requestBlob(pathOf(userId, size)) })))

/** Stores a picture: the whole first, since it takes the smaller ones of the old one away. @throws {ApiError} */
export async function putPhotos(userId: string, photos: Photos): Promise<void> {
  const [whole, ...smaller] = photos
  if (whole === undefined) return
  await put(`/v1.0/users/${userId}/photo/$value`, whole.picture)
  for (const { size, picture } of smaller) await put(pathOf(userId, size), picture)
}

/** Takes the photo away, in every size. @throws {ApiError} */
export const removePhoto = (userId: string): Promise<void> =>
  requestNothing(`/v1.0/users/${userId}/photo/$value`, { method: 'DELETE' })

const pathOf = (userId: string, size: PhotoSize) => `/v1.0/users/${userId}/photos/${size}x${size}/$value`

const put = (path: string, picture: Blob) =>
  requestNothing(path, {
    method: 'PUT',
    body: picture,
    headers: { 'Content-Type': picture.type },
  })
