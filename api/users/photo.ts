import type { Kysely } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { readImage } from '../files/image.ts'
import { allow } from '../http/allow.ts'
import { readBytes } from '../http/body.ts'
import type { ApiContext } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { canEditPhoto } from './policy.ts'

/** Largest photo, in bytes. */
export const maxPhotoSize = 4 * 1024 * 1024

async function getPhoto(db: Kysely<Database>, userId: string) {
  const photo = await db.selectFrom('user_photo').selectAll().where('user_id', '=', userId).executeTakeFirst()
  if (!photo) throw notFound()
  return photo
}

/** Answers `GET …/photo/$value`: the image, or 404 when the person has none. */
export async function sendPhoto(c: ApiContext, userId: string): Promise<Response> {
  const photo = await getPhoto(c.var.deps.db, userId)
  const etag = `"${photo.changed_at.getTime().toString(36)}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, max-age=3600')
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  return c.body(new Uint8Array(photo.bytes), 200, { 'Content-Type': photo.media_type })
}

/** Answers `GET …/photo`: Graph's photo metadata. */
export async function sendPhotoMetadata(c: ApiContext, userId: string): Promise<Response> {
  const { width, height, media_type } = await getPhoto(c.var.deps.db, userId)
  return c.json({ id: `${width}x${height}`, width, height, '@odata.mediaContentType': media_type })
}

/** Answers `PUT …/photo/$value`: replaces one's own photo; its metadata is removed first. */
export async function putPhoto(c: ApiContext, userId: string): Promise<Response> {
  allow(canEditPhoto(c.var.viewer, userId))
  const image = readImage(await readBytes(c, maxPhotoSize))
  const { db, now } = c.var.deps
  const row = { media_type: image.mediaType, bytes: image.bytes, width: image.width, height: image.height }
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('user_photo')
      .values({ user_id: userId, ...row, changed_at: now() })
      .onConflict((on) => on.column('user_id').doUpdateSet({ ...row, changed_at: now() }))
      .execute()
    await record(trx, {
      actorId: c.var.viewer.id,
      action: 'user.photoChanged',
      targetType: 'user',
      targetId: userId,
      at: now(),
    })
  })
  return c.body(null, 204)
}
