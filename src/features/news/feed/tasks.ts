import * as z from 'zod/mini'
import { AnsweredQuestion, Mention, OpenQuestion } from '#api/comments/contract.ts'
import { NewsPost } from '#api/news-posts/contract.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { page, request } from '../../../lib/request.ts'

/** Something that waits for me. */
export type Task = { id: string; due: string | null } & (
  | { kind: 'confirm' | 'do' | 'approve' | 'rejected'; post: NewsPost }
  /** A question I, among others, should answer. */
  | { kind: 'question'; question: OpenQuestion }
  /** An answer to what I asked. */
  | { kind: 'answer'; question: AnsweredQuestion }
  | { kind: 'mention'; mention: Mention }
)

/** Most things fetched of a kind; a person with more has the first of them. */
const maxListed = 50

const Answer = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.int(), body: z.unknown() })),
})

/**
 * Everything in news that waits for me, the nearest deadline first. One call, so that the number of things does not grow
 * while one looks at it.
 * @throws {ApiError} of the whole; ZodMiniError when one kind was refused, since a task left out is a task missed.
 */
export async function readTasks(signal: AbortSignal): Promise<Task[]> {
  const viewer = await queryClient.ensureQueryData(viewerQuery)
  const urls = {
    asked: `/newsPosts?$filter=viewer/requiresAction eq true&$top=${maxListed}`,
    inReview: `/me/newsPosts?$filter=state eq 'inReview'&$top=${maxListed}`,
    drafts: `/me/newsPosts?$filter=state eq 'draft' and author/id eq ${viewer.id}&$top=${maxListed}`,
    questions: `/me/openNewsQuestions?$top=${maxListed}`,
    answers: `/me/newsQuestions?$top=${maxListed}`,
    mentions: `/me/mentions?$filter=isSeen eq false&$top=${maxListed}`,
  }
  const requests = Object.entries(urls).map(([id, url]) => ({ id, method: 'GET', url }))
  const { responses } = await request(Answer, '/v1.0/$batch', { method: 'POST', body: { requests }, signal })
  const read = <Item extends z.ZodMiniType>(id: keyof typeof urls, item: Item) =>
    page(item).parse(responses.find((response) => response.id === id)?.body).value

  const asked = read('asked', NewsPost).map((post): Task => {
    const { mustConfirm } = post.viewer
    const dueDate = post.actionRequired?.dueDate ?? null
    return mustConfirm
      ? { id: post.id, kind: 'confirm', due: post.confirmBy ?? dueDate, post }
      : { id: post.id, kind: 'do', due: dueDate, post }
  })
  const inReview = read('inReview', NewsPost)
    .filter(({ permissions }) => permissions.canApprove)
    .map((post): Task => ({ id: post.id, kind: 'approve', due: null, post }))
  const rejected = read('drafts', NewsPost)
    .filter(({ review, publishProblem }) => publishProblem !== null || review?.outcome === 'rejected')
    .map((post): Task => ({ id: post.id, kind: 'rejected', due: null, post }))
  const questions = read('questions', OpenQuestion).map((question): Task => ({
    id: question.id,
    kind: 'question',
    due: question.answerBy,
    question,
  }))
  const answers = read('answers', AnsweredQuestion).map((question): Task => ({
    id: question.id,
    kind: 'answer',
    due: null,
    question,
  }))
  const mentions = read('mentions', Mention)
    .filter(({ target }) => target.type === 'newsPost')
    .map((mention): Task => ({ id: `mention-${mention.id}`, kind: 'mention', due: null, mention }))
  return [...asked, ...questions, ...inReview, ...rejected, ...answers, ...mentions].toSorted(byDeadline)
}

/** What has no deadline comes last, by kind; of two posts with the same, the older first. */
function byDeadline(a: Task, b: Task): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999') || publishedOf(a).localeCompare(publishedOf(b))
}

const publishedOf = (task: Task) => ('post' in task ? (task.post.publishedDateTime ?? '9999') : '9999')
