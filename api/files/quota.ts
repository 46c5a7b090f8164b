import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { insufficientStorage } from '../http/errors.ts'

/** Most bytes one person may have stored or be sending. */
export const userQuota = 500 * 1024 * 1024

/**
 * Makes sure a person has room for `size` more bytes, and makes the person's other uploads wait until this
 * transaction ends, so that no two fill the same space.
 * @throws 507
 */
export async function claimSpace(trx: Transaction<Database>, userId: string, size: number): Promise<void> {
  await trx.selectFrom('user').select('id').where('id', '=', userId).forNoKeyUpdate().execute()
  const { rows } = await sql<{ used: number }>`select (
    coalesce((select sum(size) from file where created_by_id = ${userId}), 0) +
    coalesce((select sum(size) from upload_session where user_id = ${userId}), 0))::bigint as used`.execute(
    trx,
  )
  if ((rows[0]?.used ?? 0) + size > userQuota) throw insufficientStorage()
}
