import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { FileTable } from '../database/file-tables.ts'
import type { Database } from '../database/schema.ts'
import { allow } from '../http/allow.ts'
import { conflict, contentTooLarge, notFound } from '../http/errors.ts'
import type { Viewer } from '../viewer.ts'
import { sha256 } from './bytes.ts'
import { checkContent } from './check-content.ts'
import { deleteChunks, insertChunks } from './chunks.ts'
import { maxFileSize, type File } from './contract.ts'
import { safeFileName } from './file-name.ts'
import { canDeleteFile, fileVisibleTo, isAttached } from './policy.ts'
import { claimSpace } from './quota.ts'

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

/** A file whose name and content have been found good, ready to be stored. */
export interface CheckedFile {
  name: string
  content: Awaited<ReturnType<typeof checkContent>>
}

/**
 * Checks a file. Takes its time with a large one, so do it before the transaction where that is possible.
 * @throws 413 over 25 MiB, 422 with a `RefusalCode`.
 */
export async function checkFile({ name, bytes }: Pick<NewFile, 'name' | 'bytes'>): Promise<CheckedFile> {
  if (bytes.length > maxFileSize) throw contentTooLarge(maxFileSize)
  const safeName = safeFileName(name)
  return { name: safeName, content: await checkContent(safeName, bytes) }
}

/** Writes a checked file's row and bytes, and nothing else: for `insertFile`, and for the seed, which the log begins after. */
export async function insertCheckedFile(
  trx: Transaction<Database>,
  { name, content }: CheckedFile,
  { id, userId, now }: Pick<NewFile, 'id' | 'userId' | 'now'>,
): Promise<FileRow> {
  const row = await trx
    .insertInto('file')
    .values({
      id,
      name,
      media_type: content.mediaType,
      size: content.bytes.length,
      sha256: await sha256(content.bytes),
      width: content.width,
      height: content.height,
      created_by_id: userId,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await insertChunks(trx, row.id, 0, content.bytes)
  return row
}

/**
 * Stores a checked file with its audit entry, all in the caller's transaction. What can be refused is refused before
 * the first write, so the caller may go on in the same transaction.
 * @throws 507 when the person's quota is used up.
 */
export async function insertFile(
  trx: Transaction<Database>,
  checked: CheckedFile,
  facts: Pick<NewFile, 'id' | 'userId' | 'now'>,
): Promise<FileRow> {
  await claimSpace(trx, facts.userId, checked.content.bytes.length)
  const row = await insertCheckedFile(trx, checked, facts)
  await record(trx, { ...changeOf(row), actorId: facts.userId, action: 'file.created', at: facts.now })
  return row
}

/** Checks a file and stores it. @throws as `checkFile` and `insertFile` do. */
export async function storeFile(trx: Transaction<Database>, file: NewFile): Promise<FileRow> {
  return insertFile(trx, await checkFile(file), file)
}

/** A file the viewer may read. @throws 404 when there is none, or it is out of the viewer's sight. */
export async function getFile(db: Kysely<Database>, viewer: Viewer, id: string): Promise<FileRow> {
  const row = await db
    .selectFrom('file')
    .selectAll()
    .where('id', '=', id)
    .where(fileVisibleTo(viewer))
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/**
 * Removes a file that nothing holds.
 * @throws 404 when out of the viewer's sight, 403 for another's file, 409 `fileInUse` when something holds it.
 */
export async function deleteFile(
  trx: Transaction<Database>,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<void> {
  const row = await getFile(trx, viewer, id)
  allow(canDeleteFile(viewer, row))
  // The lock keeps anyone from attaching the file between the question and the removal.
  await trx.selectFrom('file').select('id').where('id', '=', id).forUpdate().execute()
  const attached = await trx
    .selectFrom('file')
    .select('id')
    .where('id', '=', id)
    .where(isAttached)
    .executeTakeFirst()
  if (attached) throw conflict('fileInUse', 'Something holds the file.')
  await deleteChunks(trx, id)
  const { numDeletedRows } = await trx.deleteFrom('file').where('id', '=', id).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw notFound()
  await record(trx, { ...changeOf(row), actorId: viewer.id, action: 'file.deleted', at: now })
}

/**
 * Removes those of the files that nothing holds any more, when the thing that held them is removed. The log
 * entry of that removal speaks for them.
 * @returns the ids of the removed.
 */
export async function deleteUnheldFiles(
  trx: Transaction<Database>,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  // Locked first, in one order for all, and then asked about: somebody may be attaching one of them just now.
  await trx
    .selectFrom('file')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  const unheld = await trx
    .selectFrom('file')
    .select('id')
    .where('id', 'in', [...ids])
    .where(sql<boolean>`not ${isAttached}`)
    .execute()
  const removed = unheld.map(({ id }) => id)
  for (const id of removed) await deleteChunks(trx, id)
  if (removed.length > 0) await trx.deleteFrom('file').where('id', 'in', removed).execute()
  return removed
}

/** What the audit log says of a file: never its name, which may name a person. */
const changeOf = (row: FileRow) => ({
  targetType: 'file',
  targetId: row.id,
  data: { size: row.size, mediaType: row.media_type },
})

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
