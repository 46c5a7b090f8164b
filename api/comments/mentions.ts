import { sql, type SqlBool, type Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { unprocessable } from '../http/errors.ts'
import { boolean, dateTime, guid, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { mentionedUserIds } from '../rich-text/document.ts'
import type { Viewer } from '../viewer.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import { excerpt, targetProperties } from './excerpt.ts'
import { aboutVisible, titleSql, type CommentTarget } from './target.ts'

const isSeen = boolean(sql`(mention.seen_at is not null)`, { filter: true })
const mentioned = dateTime('mention.mentioned_at', { filter: true, sort: true })

/** Comments that mention the viewer, those not seen first. */
export const mentionsIn = (targets: readonly CommentTarget[]): Resource => ({
  name: 'mentions',
  entity: 'mention',
  from: (viewer) => sql`comment_mention mention
    join comment on comment.id = mention.comment_id
    join "user" author on author.id = comment.author_id
    cross join lateral (select ${titleSql(viewer, targets)} as title) target`,
  visible: (viewer) => sql<SqlBool>`(mention.user_id = ${viewer.id}::uuid and comment.removal is null
    and ${aboutVisible(viewer, targets)})`,
  properties: new Map([
    ['id', guid('comment.id')],
    ...targetProperties,
    ['text', text(excerpt('comment'))],
    ['author/id', guid('author.id')],
    ['author/displayName', text('author.display_name')],
    ['author/jobTitle', text('author.job_title', { nullable: true })],
    ['mentionedDateTime', mentioned],
    ['seenDateTime', dateTime('mention.seen_at', { nullable: true })],
    ['isSeen', isSeen],
  ]),
  order: [
    { path: 'isSeen', property: isSeen, descending: false },
    { path: 'mentionedDateTime', property: mentioned, descending: true },
  ],
})

/**
 * Nobody is mentioned who may not know of what is talked about: it would tell them that it exists.
 * @throws 422 `notInAudience` with one detail for each of them, target `mentions/{user id}`.
 */
export async function requireReached(
  trx: Transaction<Database>,
  viewer: Viewer,
  target: CommentTarget,
  targetId: string,
  body: RichTextDocument,
): Promise<string[]> {
  const userIds = mentionedUserIds(body)
  if (userIds.length === 0) return []
  const reached = new Set(await target.findReached(trx, viewer, targetId, userIds))
  const outside = userIds.filter((id) => !reached.has(id))
  if (outside.length === 0) return userIds
  const message = 'The person may not read this.'
  const details = outside.map((id) => ({ code: 'notInAudience', target: `mentions/${id}`, message }))
  throw unprocessable('notInAudience', 'Somebody is mentioned who may not read this.', details)
}

/**
 * Keeps whom a comment mentions in step with its text. Who was mentioned before is not told again.
 * @returns who is mentioned now and was not before.
 */
export async function setMentions(
  trx: Transaction<Database>,
  comment: { id: string; authorId: string },
  userIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const others = userIds.filter((id) => id !== comment.authorId)
  await trx
    .deleteFrom('comment_mention')
    .where('comment_id', '=', comment.id)
    .$if(others.length > 0, (query) => query.where('user_id', 'not in', others))
    .execute()
  if (others.length === 0) return []
  const added = await trx
    .insertInto('comment_mention')
    .values(others.map((user_id) => ({ comment_id: comment.id, user_id, mentioned_at: now })))
    .onConflict((on) => on.columns(['comment_id', 'user_id']).doNothing())
    .returning('user_id')
    .execute()
  return added.map(({ user_id }) => user_id)
}
