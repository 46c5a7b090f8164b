import { sql, type Transaction, type Updateable } from 'kysely'
import type { CommentTable } from '../database/comment-tables.ts'
import type { Database } from '../database/schema.ts'
import { etagOf } from '../graph/resource.ts'
import { notFound } from '../http/errors.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import { plainText } from '../text/plain-text.ts'
import type { Viewer } from '../viewer.ts'
import { restoreWithinMinutes } from './contract.ts'
import type { CommentFacts } from './policy.ts'
import type { CommentTarget } from './target.ts'

/** A comment locked for writing: the rules' view of it, and what writes need to know. */
export interface LockedComment extends CommentFacts {
  id: string
  etag: string
  body: RichTextDocument
  threadAt: Date
  isAnswer: boolean
}

/** Where to look for a comment, and for whom. */
interface Place {
  trx: Transaction<Database>
  viewer: Viewer
  target: CommentTarget
  targetId: string
}

/** Reads one comment for a write and holds it until the transaction ends. @throws 404 as `findLocked` finds none. */
export async function lockComment(place: Place, id: string): Promise<LockedComment> {
  const comment = await findLocked(place, id)
  if (!comment) throw notFound()
  return comment
}

/** The same, or undefined when it is not there, or was deleted by somebody else. */
export async function findLocked(
  { trx, viewer, target, targetId }: Place,
  id: string,
): Promise<LockedComment | undefined> {
  const row = await trx
    .selectFrom('comment')
    .selectAll()
    .where('id', '=', id)
    .where('target_type', '=', target.type)
    .where('target_id', '=', targetId)
    .forUpdate()
    .executeTakeFirst()
  if (!row || (row.removal === 'deleted' && row.author_id !== viewer.id)) return undefined
  return {
    id,
    etag: etagOf(row.revision),
    authorId: row.author_id,
    kind: row.kind,
    parentId: row.parent_id,
    removal: row.removal,
    removedAt: row.removed_at,
    isAnswered: row.answered_at !== null,
    isAnswer: row.is_answer,
    body: row.body,
    threadAt: row.thread_at,
  }
}

/** Columns that follow from the text. */
export const bodyColumns = (body: RichTextDocument) => ({
  body: JSON.stringify(body),
  body_text: plainText(body),
})

/** Writes columns of a locked comment and moves its revision. */
export async function updateComment(
  trx: Transaction<Database>,
  id: string,
  columns: Updateable<CommentTable>,
): Promise<void> {
  await trx
    .updateTable('comment')
    .set({ ...columns, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()
}

/**
 * Erases what people deleted so long ago that they cannot have it back. Others' replies keep their place.
 * @returns how many texts.
 */
export async function eraseDeletedComments(trx: Transaction<Database>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - restoreWithinMinutes * 60_000)
  const erased = await trx
    .updateTable('comment')
    .set({ body: JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] }), body_text: '' })
    .where('removal', '=', 'deleted')
    .where('body_text', '<>', '')
    .where('removed_at', '<', before)
    .returning('id')
    .execute()
  const ids = erased.map(({ id }) => id)
  if (ids.length > 0) await trx.deleteFrom('comment_mention').where('comment_id', 'in', ids).execute()
  return ids.length
}
