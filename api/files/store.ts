import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database, FileTable } from '../database/schema.ts'
import { contentTooLarge, insufficientStorage } from '../http/errors.ts'
import { checkContent } from './check-content.ts'
import { insertChunks } from './chunks.ts'
import { maxFileSize, type File } from './contract.ts'
import { safeFileName } from './file-name.ts'

/** Most bytes one person may have stored. */
const userQuota = 500 * 1024 * 1024

/** A file's row. */
export type FileRow = Selectable<FileTable>

/** A file to be stored, as it came. */
export interface NewFile {
  /** Chosen by the seed and by tests; random otherwise. */
  id?: string
  name: string
  bytes: Uint8Array
  userId: string
  /** The API's clock. */
  now: Date
}

/**
 * Checks a file and stores it with its audit entry, all in the caller's transaction. Everything that can be
 * refused is refused before the first write, so the caller may go on in the same transaction.
 * @throws 413 over 25 MiB, 422 with a `RefusalCode`, 507 when the person's quota is used up.
 */
export async function storeFile(trx: Transaction<Database>, file: NewFile): Promise<FileRow> {
  if (file.bytes.length > maxFileSize) throw contentTooLarge(maxFileSize)
  const name = safeFileName(file.name)
  const content = await checkContent(name, file.bytes)
  await lockUser(trx, file.userId)
  if ((await usedBy(trx, file.userId)) + content.bytes.length > userQuota) throw insufficientStorage()
  const row = await trx
    .insertInto('file')
    .values({
      id: file.id,
      name,
      media_type: content.mediaType,
      size: content.bytes.length,
      sha256: await sha256(content.bytes),
      width: content.width,
      height: content.height,
      created_by_id: file.userId,
      created_at: file.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await insertChunks(trx, row.id, 0, content.bytes)
  await record(trx, {
    actorId: file.userId,
    action: 'file.created',
    targetType: 'file',
    targetId: row.id,
    data: { size: row.size, mediaType: row.media_type },
    at: file.now,
  })
  return row
}

/** Makes a person's uploads wait for each other, so that no two fill the same space. */
export async function lockUser(trx: Transaction<Database>, userId: string): Promise<void> {
  await trx.selectFrom('user').select('id').where('id', '=', userId).forNoKeyUpdate().execute()
}

/** Bytes a person has stored. */
async function usedBy(db: Kysely<Database>, userId: string): Promise<number> {
  const { used } = await db
    .selectFrom('file')
    .select(sql<number>`coalesce(sum(size), 0)::bigint`.as('used'))
    .where('created_by_id', '=', userId)
    .executeTakeFirstOrThrow()
  return used
}

/** SHA-256 of `bytes`. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}

/** The file as the API shows it. */
export const toFile = (row: FileRow): File => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  width: row.width,
  height: row.height,
  createdDateTime: row.created_at.toISOString(),
})
