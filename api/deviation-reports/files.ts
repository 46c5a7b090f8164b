import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { isAttached } from '../files/policy.ts'
import { unprocessable } from '../http/errors.ts'
import type { Viewer } from '../viewer.ts'

/**
 * Replaces the files of a case, in their order: one's own that are attached to nothing, or those it has already.
 * @throws 422 `unknownFile`
 */
export async function setFiles(
  trx: Transaction<Database>,
  viewer: Viewer,
  deviationId: string,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)]
  const held = await trx
    .selectFrom('deviation_attachment')
    .select('file_id')
    .where('deviation_id', '=', deviationId)
    .execute()
  const known = new Set(held.map(({ file_id }) => file_id))
  const added = wanted.filter((id) => !known.has(id))
  if (added.length > 0) {
    const usable = await trx
      .selectFrom('file')
      .select('file.id')
      .where('file.id', 'in', added)
      .where('file.created_by_id', '=', viewer.id)
      .where((eb) => eb.not(isAttached))
      .orderBy('file.id')
      .forKeyShare('file')
      .execute()
    if (usable.length < added.length) {
      const message = 'A file does not exist or is not yours.'
      throw unprocessable('unknownFile', message, [{ code: 'unknownFile', target: 'attachmentIds', message }])
    }
  }
  await trx.deleteFrom('deviation_attachment').where('deviation_id', '=', deviationId).execute()
  if (wanted.length > 0)
    await trx
      .insertInto('deviation_attachment')
      .values(wanted.map((file_id, position) => ({ deviation_id: deviationId, file_id, position })))
      .execute()
}
