import type { Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { answerWithinWorkingDays } from '#api/comments/contract.ts'
import { mentionedUserIds } from '#api/rich-text/document.ts'
import { plainText } from '#api/text/plain-text.ts'
import { addWorkingDays } from '#api/time/working-days.ts'
import { osloDay } from '../oslo-time.ts'
import type { SeedPerson } from '../people.ts'
import { randomFor, type Random } from '../random.ts'
import type { NewsSource, SeedPost } from './insert-news.ts'
import type { CommentPlan } from './news-plan.ts'
import { idWithin, personIdOf, timeOf } from './post-row.ts'
import { richText } from './rich-text.ts'

/** Somebody said something below a post. */
interface Thread {
  post: SeedPost
  source: NewsSource
  /** People the post is for, demo people left out. */
  others: readonly SeedPerson[]
  random: Random
}

/** Writes what is said below a post: comments with replies, questions with those who wonder, and mentions. */
export async function insertConversation(
  trx: Transaction<Database>,
  post: SeedPost,
  recipients: readonly SeedPerson[],
  source: NewsSource,
): Promise<void> {
  const { comments = [] } = post.plan
  const others = recipients.filter(({ id, isDemo }) => !isDemo && id !== post.row.author_id)
  const thread = { post, source, others, random: randomFor(`conversation ${post.plan.key}`) }
  for (const [index, plan] of comments.entries()) await insertThread(trx, thread, plan, `comment ${index}`)
}

async function insertThread(trx: Transaction<Database>, thread: Thread, plan: CommentPlan, name: string) {
  const { post } = thread
  const first = commentRow(thread, plan, name)
  const begin = { thread_id: first.id, thread_at: first.created_at }
  const replies = (plan.replies ?? []).map((reply, index) => ({
    ...commentRow(thread, reply, `${name} reply ${index}`),
    ...begin,
    parent_id: first.id,
    is_answer: reply.isAnswer ?? false,
  }))
  const asked = plan.isQuestion && {
    kind: 'question' as const,
    answer_by: addWorkingDays(osloDay(first.created_at, 0), answerWithinWorkingDays),
  }
  const removed = plan.removed !== undefined && {
    removal: 'moderated' as const,
    removed_at: new Date(first.created_at.getTime() + 30 * 60_000),
    removed_by_id: post.row.author_id,
    removal_reason: plan.removed,
  }
  await trx
    .insertInto('comment')
    .values({ ...first, ...begin, ...asked, ...removed })
    .execute()
  if (replies.length > 0) await trx.insertInto('comment').values(replies).execute()
  const answer = replies.find((reply) => reply.is_answer)
  if (answer) {
    await trx
      .updateTable('comment')
      .set({ answered_at: answer.created_at, answer_id: answer.id })
      .where('id', '=', first.id)
      .execute()
  }
  await insertMentions(trx, first.id, plan.text, first.created_at)
  for (const [index, reply] of replies.entries())
    await insertMentions(trx, reply.id, plan.replies?.[index]?.text ?? '', reply.created_at)
  if (plan.isQuestion) await insertAskers(trx, thread, plan, first, answer?.created_at ?? null)
}

/** Who waits for the answer; the demo people among them have seen it. */
async function insertAskers(
  trx: Transaction<Database>,
  { source, others, random }: Thread,
  plan: CommentPlan,
  question: { id: string; author_id: string; created_at: Date },
  answeredAt: Date | null,
) {
  const known = (plan.alsoAsked?.by ?? []).map((key) => personIdOf(key, source))
  const drawn = random
    .shuffle(others.filter(({ id }) => id !== question.author_id))
    .slice(0, plan.alsoAsked?.count ?? 0)
  const askers = [question.author_id, ...known, ...drawn.map(({ id }) => id)]
  await trx
    .insertInto('question_asker')
    .values(
      askers.map((user_id) => ({
        comment_id: question.id,
        user_id,
        asked_at: question.created_at,
        seen_at: known.includes(user_id) ? answeredAt : null,
      })),
    )
    .execute()
}

function commentRow(
  { post, source, others, random }: Thread,
  plan: Pick<CommentPlan, 'by' | 'at' | 'text'>,
  name: string,
) {
  const body = richText(plan.text)
  return {
    id: idWithin(post.plan, name),
    target_type: 'newsPost',
    target_id: post.row.id,
    parent_id: null,
    kind: 'comment',
    answer_by: null,
    body: JSON.stringify(body),
    body_text: plainText(body),
    author_id: plan.by === undefined ? random.pick(others).id : personIdOf(plan.by, source),
    created_at: timeOf(source, plan.at),
  } as const
}

/** Whom a comment names is told, and has not seen it. */
async function insertMentions(trx: Transaction<Database>, id: string, text: string, mentioned_at: Date) {
  const rows = mentionedUserIds(richText(text)).map((user_id) => ({ comment_id: id, user_id, mentioned_at }))
  if (rows.length > 0) await trx.insertInto('comment_mention').values(rows).execute()
}
