import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { UploadSessionTable } from '../database/file-tables.ts'
import type { Database } from '../database/schema.ts'
import { ApiError, conflict, notFound, rangeNotSatisfiable } from '../http/errors.ts'
import type { ByteRange } from './byte-range.ts'
import { concat, hex, sha256 } from './bytes.ts'
import { deleteChunks, insertChunks, readChunks } from './chunks.ts'
import { fragmentUnit, type UploadSession } from './contract.ts'
import { claimSpace } from './quota.ts'
import { storeFile, type FileRow } from './store.ts'

/** How long a session waits for its next fragment, in milliseconds. */
const lifetime = 60 * 60 * 1000
/** Most sessions a person may have open at once. */
const maxOpen = 10

type UploadSessionRow = Selectable<UploadSessionTable>

const later = (now: Date) => new Date(now.getTime() + lifetime)

/**
 * Opens a session and returns the token that is the right to fill it: the id and 256 random bits, of which
 * only the hash is kept.
 * @throws 409 `tooManyUploadSessions`, 507 when the person has no room for the file.
 */
export async function openUploadSession(
  trx: Transaction<Database>,
  upload: { name: string; size: number; userId: string; now: Date },
): Promise<{ session: UploadSessionRow; token: string }> {
  await claimSpace(trx, upload.userId, upload.size)
  const { open } = await trx
    .selectFrom('upload_session')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('user_id', '=', upload.userId)
    .executeTakeFirstOrThrow()
  if (open >= maxOpen) throw conflict('tooManyUploadSessions', `${maxOpen} uploads are open already.`)
  const secret = hex(crypto.getRandomValues(new Uint8Array(32)))
  const session = await trx
    .insertInto('upload_session')
    .values({
      secret_hash: await hashOf(secret),
      user_id: upload.userId,
      name: upload.name,
      size: upload.size,
      expires_at: later(upload.now),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { session, token: `${session.id}.${secret}` }
}

const hashOf = (secret: string) => sha256(new TextEncoder().encode(secret))

/** Removes everybody's sessions that have run out, with what they had received. */
export async function deleteExpiredSessions(db: Kysely<Database>, now: Date): Promise<void> {
  await sql`with gone as (delete from upload_session where expires_at <= ${now} returning id)
    delete from file_chunk where owner_id in (select id from gone)`.execute(db)
}

/**
 * The open session a token is for, whose person may still sign in.
 * @param options.lock keeps others from the session until the transaction ends.
 * @throws 404 otherwise, whatever the reason.
 */
export async function getUploadSession(
  db: Kysely<Database>,
  token: string,
  now: Date,
  options: { lock?: boolean } = {},
): Promise<UploadSessionRow> {
  const [, id, secret] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{64})$/.exec(token) ?? []
  if (id === undefined || secret === undefined) throw notFound()
  const session = await db
    .selectFrom('upload_session')
    .innerJoin('user', 'user.id', 'upload_session.user_id')
    .selectAll('upload_session')
    .where('upload_session.id', '=', id)
    .where('secret_hash', '=', await hashOf(secret))
    .where('expires_at', '>', now)
    .where('user.account_enabled', '=', true)
    .$if(options.lock === true, (query) => query.forUpdate('upload_session'))
    .executeTakeFirst()
  if (!session) throw notFound()
  return session
}

/**
 * Whether a fragment is the one the session waits for.
 * @throws 416 `fragmentOverlap`, `fragmentOutOfOrder` or `invalidRange`.
 */
export function checkFragment(session: UploadSessionRow, fragment: ByteRange & { total: number }): void {
  const { first, last, total } = fragment
  const isLast = last === session.size - 1
  if (total !== session.size || last < first || last >= total) {
    throw rangeNotSatisfiable('invalidRange', `The range does not lie in a file of ${session.size} bytes.`)
  }
  if (!isLast && (last - first + 1) % fragmentUnit !== 0) {
    throw rangeNotSatisfiable(
      'invalidRange',
      `All fragments but the last are multiples of ${fragmentUnit} bytes.`,
    )
  }
  if (first < session.received) {
    throw rangeNotSatisfiable('fragmentOverlap', `Bytes before ${session.received} are received already.`)
  }
  if (first > session.received) {
    throw rangeNotSatisfiable('fragmentOutOfOrder', `Byte ${session.received} is expected next.`)
  }
}

/** What became of a fragment: more is expected, the file is stored, or it is refused and the session gone. */
export type Received = { session: UploadSessionRow } | { file: FileRow } | { refusal: ApiError }

/**
 * Takes the next fragment. With the last one the content is checked and stored, and the session ends. A refusal
 * is returned, not thrown, since its removal of all that was received is to be committed.
 * @throws 404, 416, 507 (the last fragment may be sent again when there is room).
 */
export async function receiveFragment(
  trx: Transaction<Database>,
  token: string,
  fragment: ByteRange & { total: number },
  bytes: Uint8Array,
  now: Date,
): Promise<Received> {
  const session = await getUploadSession(trx, token, now, { lock: true })
  checkFragment(session, fragment)
  if (fragment.last < session.size - 1) {
    await insertChunks(trx, session.id, fragment.first, bytes)
    const next = await trx
      .updateTable('upload_session')
      .set({ received: fragment.last + 1, expires_at: later(now) })
      .where('id', '=', session.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return { session: next }
  }
  const content = concat([await readChunks(trx, session.id), bytes])
  await deleteUploadSession(trx, session)
  try {
    const file = await storeFile(trx, { name: session.name, bytes: content, userId: session.user_id, now })
    return { file }
  } catch (error) {
    if (error instanceof ApiError && error.status === 422) return { refusal: error }
    throw error
  }
}

/** Ends a session the transaction has locked, and removes what it had received. */
export async function deleteUploadSession(
  trx: Transaction<Database>,
  session: UploadSessionRow,
): Promise<void> {
  await deleteChunks(trx, session.id)
  await trx.deleteFrom('upload_session').where('id', '=', session.id).execute()
}

/** The session as the API shows it. */
export const toUploadSession = (session: UploadSessionRow): UploadSession => ({
  expirationDateTime: session.expires_at.toISOString(),
  nextExpectedRanges: [`${session.received}-`],
})
