import { sql } from 'kysely'
import { guid, text, type Property } from '../graph/property.ts'

/** Characters of a text that a list shows. */
const excerptLength = 300

/** The beginning of a comment's plain text. @param table the comment's name in the query. */
export const excerpt = (table: string) => sql`left(${sql.ref(`${table}.body_text`)}, ${excerptLength}::int)`

/** What a comment is about, over `comment` and `target.title`. */
export const targetProperties: [string, Property][] = [
  ['target/type', text('comment.target_type', { filter: true })],
  ['target/id', guid('comment.target_id', { filter: true })],
  ['target/title', text('target.title')],
]
