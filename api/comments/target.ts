import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { CommentTargetType } from '../database/comment-tables.ts'
import type { Database } from '../database/schema.ts'
import type { Resource } from '../graph/resource.ts'
import type { Viewer } from '../viewer.ts'
import type { CommentPowers } from './policy.ts'

/** Something that can be commented on. An area writes one, and gets threads, questions and mentions. */
export interface CommentTarget {
  /** The entity's name, as it stands in `comment.target_type`. */
  type: CommentTargetType
  /** Whoever may know of the target may read what is said about it. */
  resource: Resource
  /** The property of the resource that names the target in lists. */
  titlePath: string
  /** What the viewer may do there; undefined when the viewer may not know of it. */
  findPowers(db: Kysely<Database>, viewer: Viewer, id: string): Promise<CommentPowers | undefined>
  /** Whom a change is told to. */
  findAudienceKeys(db: Kysely<Database>, id: string): Promise<readonly string[]>
  /** Those of the people who may know of it, and so may be mentioned. */
  findReached(db: Kysely<Database>, viewer: Viewer, id: string, userIds: readonly string[]): Promise<string[]>
  /** Who is told of what is said about it: its author. */
  findAuthorId(db: Kysely<Database>, id: string): Promise<string>
  /** Where the viewer answers questions, over the tables of the resource. */
  answers(viewer: Viewer): RawBuilder<SqlBool>
  /** Collections below `/me`: answers I have not seen, and questions that wait for my answer. */
  questionNames: { answered: string; open: string }
}

const idOf = ({ resource }: CommentTarget) => sql`${resource.properties.get('id')?.expression}`

/** Over `comment`: its target is one the viewer may know of, and meets a further condition. */
export function aboutVisible(
  viewer: Viewer,
  targets: readonly CommentTarget[],
  condition?: (target: CommentTarget) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  const kinds = targets.map(
    (target) => sql`(comment.target_type = ${target.type} and exists (
      select from ${target.resource.from(viewer)} where ${idOf(target)} = comment.target_id
        and ${target.resource.visible(viewer)} ${condition ? sql`and ${condition(target)}` : sql``}))`,
  )
  return sql`(${sql.join(kinds, sql` or `)})`
}

/** Over `comment`: the name of what it is about. */
export function titleSql(viewer: Viewer, targets: readonly CommentTarget[]): RawBuilder<string> {
  const cases = targets.map(
    (target) => sql`when ${target.type} then (select
      ${target.resource.properties.get(target.titlePath)?.expression} from ${target.resource.from(viewer)}
      where ${idOf(target)} = comment.target_id)`,
  )
  return sql`case comment.target_type ${sql.join(cases, sql` `)} end`
}
