import type { CommentRemoval } from '../database/comment-tables.ts'
import type { Viewer } from '../viewer.ts'
import { restoreWithinMinutes } from './contract.ts'

/** What a viewer may do with comments on one thing. */
export interface CommentPowers {
  canComment: boolean
  /** Answers for the thing: removes what others wrote, and answers questions (features.md N11, N27). */
  canModerate: boolean
}

/** What the rules look at, of one comment. */
export interface CommentFacts {
  authorId: string
  kind: 'comment' | 'question'
  parentId: string | null
  removal: CommentRemoval | null
  removedAt: Date | null
  isAnswered: boolean
}

/** One's own words, while one could still write them. A question that is answered stays what was answered. */
export const canEditComment = (viewer: Viewer, comment: CommentFacts, powers: CommentPowers) =>
  comment.authorId === viewer.id && comment.removal === null && powers.canComment && !comment.isAnswered

/** One's own words can always be taken back. */
export const canDeleteComment = (viewer: Viewer, comment: CommentFacts) =>
  comment.authorId === viewer.id && comment.removal === null

/** What others wrote; one's own is deleted. */
export const canRemoveComment = (viewer: Viewer, comment: CommentFacts, powers: CommentPowers) =>
  powers.canModerate && comment.authorId !== viewer.id && comment.removal === null

/** What one deleted oneself, for a while; what was moderated, by those who moderate. */
export function canRestoreComment(viewer: Viewer, comment: CommentFacts, powers: CommentPowers): boolean {
  if (comment.removal === 'moderated') return powers.canModerate
  return (
    comment.authorId === viewer.id &&
    comment.removedAt !== null &&
    isRestorable(comment.removedAt, viewer.now)
  )
}

/** Whether what was deleted then can still be had back. */
const isRestorable = (removedAt: Date, now: Date) =>
  now.getTime() - removedAt.getTime() <= restoreWithinMinutes * 60_000

/** Threads are one level deep. */
export const canReplyToComment = (comment: CommentFacts, powers: CommentPowers) =>
  powers.canComment && comment.parentId === null && comment.removal === null

/** Also when the comments are closed: who has asked, waits. */
export const canAnswerQuestion = (comment: CommentFacts, powers: CommentPowers) =>
  powers.canModerate && isOpenQuestion(comment)

/** «I wonder about the same»: to be told of the answer as well. */
export const canAskSame = (viewer: Viewer, comment: CommentFacts, powers: CommentPowers) =>
  powers.canComment && comment.authorId !== viewer.id && isOpenQuestion(comment)

const isOpenQuestion = ({ kind, removal, isAnswered }: CommentFacts) =>
  kind === 'question' && removal === null && !isAnswered
