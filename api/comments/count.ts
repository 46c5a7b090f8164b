import { sql } from 'kysely'
import type { CommentTargetType } from '../database/comment-tables.ts'

/** How many stand on one thing, those that are removed left out. @param id the column with the thing's id. */
export const commentCount = (type: CommentTargetType, id: string) => sql`(select count(*)::int from comment
  where comment.target_type = ${type} and comment.target_id = ${sql.ref(id)} and comment.removal is null)`
