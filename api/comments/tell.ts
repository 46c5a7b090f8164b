import { notify } from '../notifications/notify.ts'
import type { LockedComment } from './store.ts'
import type { CommentContext } from './write-context.ts'

const resourceOf = ({ target, targetId }: CommentContext, commentId: string) => ({
  type: target.type,
  id: targetId,
  commentId,
})

/** Tells those who are mentioned. */
export const tellMentioned = (context: CommentContext, commentId: string, userIds: readonly string[]) =>
  notify(context.trx, {
    kind: 'mention',
    userIds,
    actorId: context.viewer.id,
    threadId: commentId,
    resource: resourceOf(context, commentId),
    at: context.now,
  })

/**
 * Tells of a comment: who is replied to, or else the author of what it is about. A question waits for those who answer,
 * on their list of tasks; and nobody is told twice of the same words.
 */
export async function tellOfComment(
  context: CommentContext,
  comment: { id: string; kind: 'comment' | 'question'; parent: LockedComment | undefined },
  mentioned: readonly string[],
): Promise<void> {
  const { trx, viewer, target, targetId, now } = context
  const { id, kind, parent } = comment
  if (kind === 'question') return
  const userId = parent?.authorId ?? (await target.findAuthorId(trx, targetId))
  if (mentioned.includes(userId)) return
  await notify(trx, {
    kind: parent ? 'commentReplied' : 'newsPostCommented',
    userIds: [userId],
    actorId: viewer.id,
    threadId: parent?.id ?? targetId,
    resource: resourceOf(context, id),
    at: now,
  })
}

/** Tells all who asked that there is an answer. */
export async function tellOfAnswer(context: CommentContext, questionId: string, answerId: string) {
  const askers = await context.trx
    .selectFrom('question_asker')
    .select('user_id')
    .where('comment_id', '=', questionId)
    .execute()
  await notify(context.trx, {
    kind: 'questionAnswered',
    userIds: askers.map(({ user_id }) => user_id),
    actorId: context.viewer.id,
    threadId: questionId,
    resource: resourceOf(context, answerId),
    at: context.now,
  })
}

/** Tells who asked that somebody wonders about the same. */
export const tellOfSameQuestion = (context: CommentContext, question: LockedComment) =>
  notify(context.trx, {
    kind: 'sameQuestionAsked',
    userIds: [question.authorId],
    actorId: context.viewer.id,
    threadId: question.id,
    resource: resourceOf(context, question.id),
    at: context.now,
  })
