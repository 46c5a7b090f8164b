import { allow } from '../http/allow.ts'
import { conflict } from '../http/errors.ts'
import type { NewAnswer } from './contract.ts'
import { canAnswerQuestion, canAskSame } from './policy.ts'
import { updateComment, type LockedComment } from './store.ts'
import { tellOfAnswer, tellOfSameQuestion } from './tell.ts'
import { insertComment } from './write.ts'
import { logComment, type CommentContext } from './write-context.ts'

/**
 * Answers a question with a reply of its own; all who asked are told (features.md N27).
 * @returns the id of the answer. @throws 403, 409 `notOpenQuestion`, 422
 */
export async function answerQuestion(
  context: CommentContext,
  question: LockedComment,
  input: NewAnswer,
): Promise<string> {
  const { trx, viewer, now, powers } = context
  allow(powers.canModerate)
  const { id, isNew } = canAnswerQuestion(question, powers)
    ? await insertComment(context, { ...input, kind: 'comment', parent: question, isAnswer: true })
    : await knownAnswer(context, question, input)
  if (!isNew) return id
  await updateComment(trx, question.id, { answered_at: now, answer_id: id })
  // Who answers has seen the answer.
  await trx
    .updateTable('question_asker')
    .set({ seen_at: now })
    .where('comment_id', '=', question.id)
    .where('user_id', '=', viewer.id)
    .execute()
  await tellOfAnswer(context, question.id, id)
  await logComment(context, 'answered', question.id, { answerId: id })
  return id
}

/** The same answer sent once more is the answer there is. @throws 409 for any other. */
async function knownAnswer({ trx, viewer }: CommentContext, question: LockedComment, input: NewAnswer) {
  const known = await trx
    .selectFrom('comment')
    .select('id')
    .where('id', '=', input.id ?? null)
    .where('parent_id', '=', question.id)
    .where('author_id', '=', viewer.id)
    .where('removal', 'is', null)
    .executeTakeFirst()
  if (!known) throw conflict('notOpenQuestion', 'It is no question that waits for an answer.')
  return { id: known.id, isNew: false }
}

/** «I wonder about the same», or not after all. @throws 403, 409 `notOpenQuestion` */
export async function setSameQuestion(
  context: CommentContext,
  question: LockedComment,
  asks: boolean,
): Promise<void> {
  const { trx, viewer, now, powers } = context
  allow(powers.canComment && question.authorId !== viewer.id)
  if (!canAskSame(viewer, question, powers)) {
    throw conflict('notOpenQuestion', 'It is no question that waits for an answer.')
  }
  const row = { comment_id: question.id, user_id: viewer.id }
  if (asks) {
    const added = await trx
      .insertInto('question_asker')
      .values({ ...row, asked_at: now })
      .onConflict((on) => on.columns(['comment_id', 'user_id']).doNothing())
      .returning('user_id')
      .executeTakeFirst()
    if (added) await tellOfSameQuestion(context, question)
  } else {
    await trx
      .deleteFrom('question_asker')
      .where('comment_id', '=', row.comment_id)
      .where('user_id', '=', row.user_id)
      .execute()
  }
}
