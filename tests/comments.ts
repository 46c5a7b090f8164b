import { expect } from 'vitest'
import type { Comment } from '#api/comments/contract.ts'
import type { Caller } from './call-api.ts'
import { paragraph } from './news-posts.ts'

/** Writes a comment on a post, or as `input` says, and returns it as the answer has it. */
export async function aComment(
  as: Caller,
  postId: string,
  text = 'Gjelder dette også vikarer?',
  input: Record<string, unknown> = {},
): Promise<Comment> {
  const response = await as.post(`/v1.0/newsPosts/${postId}/comments`, { body: paragraph(text), ...input })
  expect(response.status).toBe(201)
  // The contract of the answer; tests look at what they need of it.
  return (await response.json()) as Comment
}

/** The same, as a question. */
export const aQuestion = (as: Caller, postId: string, text?: string) =>
  aComment(as, postId, text, { kind: 'question' })

/** What somebody sees of what is said about a post, in order. */
export async function readComments(as: Caller, postId: string, query = ''): Promise<Comment[]> {
  const response = await as.get(`/v1.0/newsPosts/${postId}/comments${query}`)
  expect(response.status).toBe(200)
  return ((await response.json()) as { value: Comment[] }).value // as in the contract
}
