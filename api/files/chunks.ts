import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { ByteRange } from './byte-range.ts'
import { concat } from './bytes.ts'

/** Bytes per row: small enough to stream, large enough to need few rows. */
export const chunkSize = 512 * 1024

/** Stores `bytes`, the part of the owner's content that begins at `start`. */
export async function insertChunks(
  trx: Transaction<Database>,
  ownerId: string,
  start: number,
  bytes: Uint8Array,
): Promise<void> {
  for (let offset = 0; offset < bytes.length; offset += chunkSize) {
    await trx
      .insertInto('file_chunk')
      .values({
        owner_id: ownerId,
        position: start + offset,
        bytes: bytes.subarray(offset, offset + chunkSize),
      })
      .execute()
  }
}

/** All of an owner's content at once; for content that is about to be checked. */
export async function readChunks(db: Kysely<Database>, ownerId: string): Promise<Uint8Array> {
  const chunks = await db
    .selectFrom('file_chunk')
    .select('bytes')
    .where('owner_id', '=', ownerId)
    .orderBy('position')
    .execute()
  return concat(chunks.map((chunk) => chunk.bytes))
}

/** Removes an owner's content. */
export async function deleteChunks(trx: Transaction<Database>, ownerId: string): Promise<void> {
  await trx.deleteFrom('file_chunk').where('owner_id', '=', ownerId).execute()
}

/**
 * Streams a part of a stored file, one chunk at a time as the reader asks for it, so that a large file never
 * lies in memory and a reader who leaves costs nothing more.
 */
export function fileContent(
  db: Kysely<Database>,
  id: string,
  range: ByteRange,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = range.first
  return new ReadableStream(
    {
      async pull(controller) {
        const position = next - (next % chunkSize)
        const chunk = await db
          .selectFrom('file_chunk')
          .select('bytes')
          .where('owner_id', '=', id)
          .where('position', '=', position)
          .executeTakeFirstOrThrow()
        controller.enqueue(new Uint8Array(chunk.bytes.subarray(next - position, range.last + 1 - position)))
        next = position + chunkSize
        if (next > range.last) controller.close()
      },
    },
    // Nothing is read before someone asks: HEAD leaves the content alone.
    { highWaterMark: 0 },
  )
}
