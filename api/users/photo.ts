import { sql, type Kysely, type Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { readImage, type Image } from '../files/image.ts'
import { allow } from '../http/allow.ts'
import { readBytes } from '../http/body.ts'
import type { ApiContext } from '../http/env.ts'
import { notFound, unprocessable } from '../http/errors.ts'
import type { Viewer } from '../viewer.ts'
import { photoSizes, type PhotoSize } from './contract.ts'
import { canEditPhoto } from './policy.ts'
import { hiddenFrom } from './protection.ts'

/** Largest photo, in bytes. */
export const maxPhotoSize = 4 * 1024 * 1024
/** Stands for the picture itself. */
const whole: PhotoSize = 648

/** The size in a path such as `photos/96x96/$value`. @throws 404 for what is none of Graph's sizes */
export function sizeParam(c: ApiContext): PhotoSize {
  const size = photoSizes.find((known) => `${known}x${known}` === c.req.param('size')?.toLowerCase())
  if (size === undefined) throw notFound()
  return size
}

/** The smallest picture that is at least as large as asked for, else the largest there is. */
async function findPhoto(db: Kysely<Database>, viewer: Viewer, userId: string, size: PhotoSize) {
  const photo = await db
    .selectFrom('user_photo')
    .selectAll()
    .where('user_id', '=', userId)
    .where(sql<boolean>`user_id not in ${hiddenFrom(viewer, 'photo')}`)
    .orderBy(sql`size < ${size}::int`)
    .orderBy(sql`abs(size - ${size}::int)`)
    .limit(1)
    .executeTakeFirst()
  if (!photo) throw notFound()
  return photo
}

/** Answers `GET …/photo/$value` and `…/photos/{size}/$value`: the image, or 404 when there is none to see. */
export async function sendPhoto(c: ApiContext, userId: string, size: PhotoSize = whole): Promise<Response> {
  const photo = await findPhoto(c.var.deps.db, c.var.viewer, userId, size)
  const etag = `"${photo.changed_at.getTime().toString(36)}-${photo.size}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, max-age=3600')
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  return c.body(new Uint8Array(photo.bytes), 200, { 'Content-Type': photo.media_type })
}

/** Answers `GET …/photo`: Graph's photo metadata. */
export async function sendPhotoMetadata(c: ApiContext, userId: string): Promise<Response> {
  const { width, height, media_type } = await findPhoto(c.var.deps.db, c.var.viewer, userId, whole)
  return c.json({ id: `${width}x${height}`, width, height, '@odata.mediaContentType': media_type })
}

/**
 * Answers `PUT …/photo/$value`: a new picture of oneself; its metadata is removed first. Smaller ones are of the old
 * picture, and go.
 */
export async function putPhoto(c: ApiContext, userId: string): Promise<Response> {
  const image = await readOwnImage(c, userId)
  return change(c, userId, 'user.photoChanged', async (trx, at) => {
    await trx.deleteFrom('user_photo').where('user_id', '=', userId).execute()
    await save(trx, { userId, size: whole, image, at })
  })
}

/**
 * Answers `PUT …/photos/{size}/$value`: the same picture, made smaller by the caller.
 * @throws 404 when there is no picture, 422 `photoSizeMismatch` when the image has another size
 */
export async function putPhotoSize(c: ApiContext, userId: string, size: PhotoSize): Promise<Response> {
  const image = await readOwnImage(c, userId)
  if (image.width !== size || image.height !== size) {
    const message = `The image is ${image.width}×${image.height}, not ${size}×${size}.`
    throw unprocessable('photoSizeMismatch', message, [
      { code: 'photoSizeMismatch', target: 'size', message },
    ])
  }
  return change(c, userId, 'user.photoChanged', async (trx, at) => {
    const main = await trx
      .selectFrom('user_photo')
      .select('size')
      .where('user_id', '=', userId)
      .where('size', '=', whole)
      .forUpdate()
      .executeTakeFirst()
    if (!main) throw notFound()
    await save(trx, { userId, size, image, at })
  })
}

/** Answers `DELETE …/photo/$value`: every size. @throws 404 when there is none */
export async function deletePhoto(c: ApiContext, userId: string): Promise<Response> {
  allow(canEditPhoto(c.var.viewer, userId))
  return change(c, userId, 'user.photoRemoved', async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('user_photo')
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw notFound()
  })
}

async function readOwnImage(c: ApiContext, userId: string): Promise<Image> {
  allow(canEditPhoto(c.var.viewer, userId))
  return readImage(await readBytes(c, maxPhotoSize))
}

async function change(
  c: ApiContext,
  userId: string,
  action: string,
  write: (trx: Transaction<Database>, at: Date) => Promise<void>,
): Promise<Response> {
  const { db, now } = c.var.deps
  const at = now()
  await db.transaction().execute(async (trx) => {
    await write(trx, at)
    await record(trx, { actorId: c.var.viewer.id, action, targetType: 'user', targetId: userId, at })
  })
  return c.body(null, 204)
}

async function save(
  trx: Transaction<Database>,
  { userId, size, image, at }: { userId: string; size: PhotoSize; image: Image; at: Date },
): Promise<void> {
  const row = {
    media_type: image.mediaType,
    bytes: image.bytes,
    width: image.width,
    height: image.height,
    changed_at: at,
  }
  await trx
    .insertInto('user_photo')
    .values({ user_id: userId, size, ...row })
    .onConflict((on) => on.columns(['user_id', 'size']).doUpdateSet(row))
    .execute()
}
