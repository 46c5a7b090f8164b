import { newsPostComments } from '../news-posts/comments.ts'
import type { CommentTarget } from './target.ts'

/** Everything that can be commented on. An area adds one line here. */
export const commentTargets: readonly CommentTarget[] = [newsPostComments]
