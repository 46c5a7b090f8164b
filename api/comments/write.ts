import { allow } from '../http/allow.ts'
import { conflict, unprocessable } from '../http/errors.ts'
import { parseDocument, shortText } from '../rich-text/document.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import type { AcceptedFinding } from '../text/accepted-finding.ts'
import { isSameDocument } from '../rich-text/same-document.ts'
import { plainText } from '../text/plain-text.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { osloDay } from '../time/oslo.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { answerWithinWorkingDays, maxCommentLength, type CommentPatch, type NewComment } from './contract.ts'
import { requireReached, setMentions } from './mentions.ts'
import {
  canDeleteComment,
  canEditComment,
  canRemoveComment,
  canReplyToComment,
  canRestoreComment,
} from './policy.ts'
import { bodyColumns, findLocked, updateComment, type LockedComment } from './store.ts'
import { tellMentioned, tellOfComment } from './tell.ts'
import { logComment, recordAccepted, type CommentContext } from './write-context.ts'

/** What is about to be written: checked, guarded, and with whom it mentions. */
interface CheckedText {
  body: RichTextDocument
  mentioned: string[]
  accepted: AcceptedFinding[]
}

/**
 * Saves a comment, a question, or a reply. Sent once more with the same id, it is the same comment.
 * @returns its id. @throws 403, 409 `idTaken`, 422 for content that is refused.
 */
export async function createComment(context: CommentContext, input: NewComment): Promise<string> {
  allow(context.powers.canComment)
  const { kind = 'comment', parentId = null } = input
  if (kind === 'question' && parentId !== null) {
    throw refused('questionIsReply', 'parentId', 'A question stands for itself.')
  }
  const parent = parentId === null ? undefined : await lockParent(context, parentId)
  const { id, isNew } = await insertComment(context, { ...input, kind, parent })
  if (!isNew) return id
  if (kind === 'question') {
    await context.trx
      .insertInto('question_asker')
      .values({ comment_id: id, user_id: context.viewer.id, asked_at: context.now })
      .execute()
  }
  await logComment(context, 'created', id, { kind, ...(parentId !== null && { parentId }) })
  return id
}

async function lockParent(context: CommentContext, id: string): Promise<LockedComment> {
  const parent = await findLocked(context, id)
  if (parent && canReplyToComment(parent, context.powers)) return parent
  throw refused('unknownComment', 'parentId', 'There is no such comment to reply to.')
}

/** @returns whether it is new; not when the same person has sent it before. */
export async function insertComment(
  context: CommentContext,
  input: NewComment & { kind: 'comment' | 'question'; parent: LockedComment | undefined; isAnswer?: boolean },
): Promise<{ id: string; isNew: boolean }> {
  const { trx, viewer, now, target, targetId } = context
  const { kind, parent, isAnswer = false } = input
  const id = (input.id ?? crypto.randomUUID()).toLowerCase()
  const text = await checkText(context, input.body, input.acceptedFindings)
  const inserted = await trx
    .insertInto('comment')
    .values({
      id,
      target_type: target.type,
      target_id: targetId,
      parent_id: parent?.id ?? null,
      thread_id: parent?.id ?? id,
      thread_at: parent?.threadAt ?? now,
      kind,
      ...bodyColumns(text.body),
      author_id: viewer.id,
      created_at: now,
      is_answer: isAnswer,
      answer_by: kind === 'question' ? addWorkingDays(osloDay(now), answerWithinWorkingDays) : null,
    })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) {
    await requireSame(context, id, parent?.id ?? null)
    return { id, isNew: false }
  }
  const mentioned = await setMentions(trx, { id, authorId: viewer.id }, text.mentioned, now)
  await tellMentioned(context, id, mentioned)
  if (!isAnswer) await tellOfComment(context, { id, kind, parent }, mentioned)
  await recordAccepted(context, id, text.accepted)
  return { id, isNew: true }
}

/** @throws 409 when the id is that of another comment. */
async function requireSame({ trx, viewer, targetId }: CommentContext, id: string, parentId: string | null) {
  const known = await trx
    .selectFrom('comment')
    .select(['author_id', 'target_id', 'parent_id', 'removal'])
    .where('id', '=', id)
    .executeTakeFirst()
  const isSame =
    known?.author_id === viewer.id &&
    known.target_id === targetId &&
    known.parent_id === parentId &&
    known.removal === null
  if (!isSame) throw conflict('idTaken', 'The id is in use.')
}

/** Changes the text of one's own comment. @throws 403, 422 */
export async function changeComment(
  context: CommentContext,
  comment: LockedComment,
  patch: CommentPatch,
): Promise<void> {
  const { trx, viewer, now, powers } = context
  allow(canEditComment(viewer, comment, powers))
  const text = await checkText(context, patch.body, patch.acceptedFindings, comment.body)
  if (isSameDocument(text.body, comment.body)) return
  await updateComment(trx, comment.id, { ...bodyColumns(text.body), edited_at: now })
  const mentioned = await setMentions(trx, { id: comment.id, authorId: viewer.id }, text.mentioned, now)
  await tellMentioned(context, comment.id, mentioned)
  await recordAccepted(context, comment.id, text.accepted)
  await logComment(context, 'changed', comment.id)
}

/** Takes back what one has written. @throws 403, 409 `alreadyRemoved` */
export async function deleteComment(context: CommentContext, comment: LockedComment): Promise<void> {
  const { trx, viewer, now } = context
  allow(comment.authorId === viewer.id)
  if (!canDeleteComment(viewer, comment)) throw alreadyRemoved()
  await updateComment(trx, comment.id, { removal: 'deleted', removed_at: now, removed_by_id: viewer.id })
  await reopenQuestion(context, comment)
  await logComment(context, 'deleted', comment.id)
}

/** Removes what somebody else wrote, who is shown the reason. @throws 403, 409 `alreadyRemoved`, 422 */
export async function removeComment(
  context: CommentContext,
  comment: LockedComment,
  reason: string,
): Promise<void> {
  const { trx, viewer, now, powers } = context
  allow(powers.canModerate && comment.authorId !== viewer.id)
  if (!canRemoveComment(viewer, comment, powers)) throw alreadyRemoved()
  checkSensitiveContent({ reason }, [])
  const columns = { removal: 'moderated' as const, removed_at: now, removed_by_id: viewer.id }
  await updateComment(trx, comment.id, { ...columns, removal_reason: reason })
  await reopenQuestion(context, comment)
  await logComment(context, 'removed', comment.id)
}

/** Puts back what was deleted or moderated. @throws 403, 409 `notRemoved` or `restoreTimeOver` */
export async function restoreComment(context: CommentContext, comment: LockedComment): Promise<void> {
  const { trx, viewer, now, powers } = context
  allow(comment.removal === 'moderated' ? powers.canModerate : comment.authorId === viewer.id)
  if (comment.removal === null) throw conflict('notRemoved', 'The comment is not removed.')
  if (!canRestoreComment(viewer, comment, powers)) {
    throw conflict('restoreTimeOver', 'It was deleted too long ago.')
  }
  const columns = { removal: null, removed_at: null, removed_by_id: null, removal_reason: null }
  await updateComment(trx, comment.id, columns)
  if (comment.isAnswer && comment.parentId !== null) {
    await trx
      .updateTable('comment')
      .set({ answered_at: now, answer_id: comment.id })
      .where('id', '=', comment.parentId)
      .where('answered_at', 'is', null)
      .execute()
  }
  await logComment(context, 'restored', comment.id)
}

/** A question whose answer is gone waits again, and all who asked are told of the next one. */
async function reopenQuestion({ trx }: CommentContext, answer: LockedComment): Promise<void> {
  if (!answer.isAnswer) return
  const reopened = await trx
    .updateTable('comment')
    .set({ answered_at: null, answer_id: null })
    .where('answer_id', '=', answer.id)
    .returning('id')
    .executeTakeFirst()
  if (!reopened) return
  await trx
    .updateTable('question_asker')
    .set({ seen_at: null })
    .where('comment_id', '=', reopened.id)
    .execute()
}

async function checkText(
  { trx, viewer, target, targetId }: CommentContext,
  value: unknown,
  acceptedFindings: readonly AcceptedFinding[] = [],
  previous?: RichTextDocument,
): Promise<CheckedText> {
  const body = parseDocument(value, shortText(maxCommentLength))
  const text = plainText(body)
  if (text.trim() === '') throw refused('requiredFieldMissing', 'body', 'The text is empty.')
  const before = previous ? plainText(previous) : ''
  const accepted = checkSensitiveContent({ body: text }, acceptedFindings, { body: before })
  return { body, accepted, mentioned: await requireReached(trx, viewer, target, targetId, body) }
}

const refused = (code: string, target: string, message: string) =>
  unprocessable('invalidContent', message, [{ code, target, message }])

const alreadyRemoved = () => conflict('alreadyRemoved', 'The comment is removed already.')
