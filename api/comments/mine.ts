import { sql, type RawBuilder, type SqlBool } from 'kysely'

/** A question that waits for an answer, over `comment`. */
export const isOpenQuestion: RawBuilder<SqlBool> = sql`(comment.kind = 'question' and comment.answered_at is null
  and comment.removal is null)`

/** An answer that has not been seen, over `question_asker asker`, the question `comment` and `comment answer`. */
export const isUnseenAnswer: RawBuilder<SqlBool> = sql`(asker.seen_at is null and comment.removal is null
  and answer.removal is null)`

/** A mention that has not been seen, over `comment_mention mention` and its `comment`. */
export const isUnseenMention: RawBuilder<SqlBool> = sql`(mention.seen_at is null and comment.removal is null)`
