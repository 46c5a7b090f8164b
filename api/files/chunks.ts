import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'

/** Bytes per row: small enough to stream, large enough to need few rows. */
export const chunkSize = 512 * 1024

/** Stores `bytes`, the part of the owner's content that starts at `start`. */
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

/** A part of a file, in bytes; both ends are included, as in HTTP. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * Streams a part of a stored file, one chunk at a time as the reader asks for it, so that a large file never
 * lies in memory and a reader who leaves costs nothing more.
 */
export function fileContent(db: Kysely<Database>, id: string, range: ByteRange): ReadableStream<Uint8Array> {
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
    // Nothing is read before someone asks: HEAD and 304 leave the content alone.
    { highWaterMark: 0 },
  )
}
