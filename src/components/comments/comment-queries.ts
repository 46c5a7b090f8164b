import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { Comment } from '#api/comments/contract.ts'
import { page, request } from '../../lib/request.ts'

const CommentPage = page(Comment)

/** Comments fetched at a time. */
const pageSize = 40
/** Most questions and answers shown above a thread. */
const maxAnswers = 100

/** Reads of what is said about one thing. @param path the thing's address, `/v1.0/newsPosts/{id}`. */
export const commentQueries = {
  /** Everything about one thing. */
  all: (path: string) => ['comments', path] as const,
  /** The thread, the oldest first, each reply after what it replies to. */
  thread: (path: string) =>
    infiniteQueryOptions({
      queryKey: [...commentQueries.all(path), 'thread'],
      queryFn: ({ pageParam, signal }) => request(CommentPage, pageParam, { signal }),
      initialPageParam: `${path}/comments?$top=${pageSize}&$count=true`,
      getNextPageParam: (last) => last['@odata.nextLink'],
    }),
  /** Questions that have been answered, each followed by its answer. */
  answers: (path: string) =>
    queryOptions({
      queryKey: [...commentQueries.all(path), 'answers'],
      queryFn: async ({ signal }) => {
        const query = { $filter: 'isAnswered eq true or isAnswer eq true', $top: maxAnswers }
        return (await request(CommentPage, `${path}/comments`, { query, signal })).value
      },
    }),
}

/** Something said that is on its way, or did not get there. Kept in this browser until it has. */
export const UnsentComment = z.object({
  id: z.uuid(),
  kind: z.enum(['comment', 'question', 'answer']),
  parentId: z.nullable(z.uuid()),
  body: Comment.shape.body,
  acceptedFindings: z.array(z.object({ target: z.string(), start: z.int(), end: z.int() })),
})
export type UnsentComment = z.infer<typeof UnsentComment>
