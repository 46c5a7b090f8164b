import { Comment, type CommentPatch } from '#api/comments/contract.ts'
import { request, requestNothing } from '../../lib/request.ts'
import type { UnsentComment } from './comment-queries.ts'

const one = (path: string, id: string) => `${path}/comments/${encodeURIComponent(id)}`

/** Sends a comment, a question, a reply or an answer. Sent once more, it is the same one. */
export function sendComment(path: string, { kind, parentId, ...comment }: UnsentComment): Promise<Comment> {
  if (kind === 'answer' && parentId !== null) {
    return request(Comment, `${one(path, parentId)}/answer`, { method: 'POST', body: comment })
  }
  return request(Comment, `${path}/comments`, { method: 'POST', body: { ...comment, kind, parentId } })
}

/** Changes what one has written; 412 when it has changed since it was read. */
export const changeComment = (path: string, comment: Comment, body: CommentPatch) =>
  requestNothing(one(path, comment.id), { method: 'PATCH', body, ifMatch: comment['@odata.etag'] })

export const deleteComment = (path: string, { id }: Comment) =>
  requestNothing(one(path, id), { method: 'DELETE' })

/** Removes what somebody else wrote. @param reason shown to who wrote it. */
export const removeComment = (path: string, { id }: Comment, reason: string) =>
  requestNothing(`${one(path, id)}/remove`, { method: 'POST', body: { reason } })

/** Takes a deletion or a removal back. */
export const restoreComment = (path: string, { id }: Comment) =>
  requestNothing(`${one(path, id)}/restore`, { method: 'POST' })

/** «I wonder about the same», or not after all. */
export const setSameQuestion = (path: string, { id }: Comment, asks: boolean) =>
  requestNothing(`${one(path, id)}/${asks ? 'sameQuestion' : 'unsetSameQuestion'}`, { method: 'POST' })
