import type { Kysely } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { type Image, readImage } from '../files/image.ts'
import { ApiError } from '../http/errors.ts'
import { maxPhotoSize } from '../users/photo.ts'
import type { DirectorySource } from './source.ts'

interface Photographed {
  id: string
  /** When the directory's photo was put here; one of another time is the person's own. */
  photo_written_at: Date | null
}

/** Fetches a photo that has changed in the directory, and keeps it unless the person has set one. */
export async function fetchPhoto(
  { db, source }: { db: Kysely<Database>; source: DirectorySource },
  person: Photographed,
  etag: string,
  now: Date,
): Promise<'changed' | 'refused' | 'same'> {
  const bytes = await source.bytes(`/users/${person.id}/photos/240x240/$value`)
  const image = bytes && readPhoto(bytes)
  return db.transaction().execute(async (trx) => {
    const current = await trx
      .selectFrom('user_photo')
      .select('changed_at')
      .where('user_id', '=', person.id)
      .orderBy('size', 'desc')
      .limit(1)
      .forUpdate()
      .executeTakeFirst()
    const isOwn = current && current.changed_at.getTime() !== person.photo_written_at?.getTime()
    const isKept = image !== undefined && !isOwn
    await trx
      .updateTable('directory_person')
      .set({ photo_etag: etag, ...(isKept && { photo_written_at: now }) })
      .where('user_id', '=', person.id)
      .execute()
    if (!isKept) return image ? 'same' : 'refused'
    const row = {
      media_type: image.mediaType,
      bytes: image.bytes,
      width: image.width,
      height: image.height,
      changed_at: now,
    }
    await trx
      .insertInto('user_photo')
      .values({ user_id: person.id, ...row })
      .onConflict((on) => on.columns(['user_id', 'size']).doUpdateSet(row))
      .execute()
    await record(trx, changeOf(person.id, now))
    return 'changed'
  })
}

/** Takes away a photo the directory no longer has, unless the person has set one. */
export async function forgetPhoto(
  db: Kysely<Database>,
  person: Photographed & { photo_etag: string | null },
  now: Date,
): Promise<'changed' | 'same'> {
  if (person.photo_etag === null) return 'same'
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('directory_person')
      .set({ photo_etag: null, photo_written_at: null })
      .where('user_id', '=', person.id)
      .execute()
    if (!person.photo_written_at) return 'same'
    const { numDeletedRows } = await trx
      .deleteFrom('user_photo')
      .where('user_id', '=', person.id)
      .where('changed_at', '=', person.photo_written_at)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return 'same'
    await record(trx, changeOf(person.id, now))
    return 'changed'
  })
}

const changeOf = (targetId: string, at: Date) => ({
  actorId: null,
  action: 'user.synchronised',
  targetType: 'user',
  targetId,
  data: { fields: ['photo'] },
  at,
})

/** @returns the photo without metadata; undefined when it is none that may be shown. */
function readPhoto(bytes: Uint8Array): Image | undefined {
  if (bytes.length > maxPhotoSize) return undefined
  try {
    return readImage(bytes)
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}
