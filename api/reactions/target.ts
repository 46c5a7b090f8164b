import { sql, type Kysely } from 'kysely'
import type { CommentTargetType } from '../database/comment-tables.ts'
import type { Database } from '../database/schema.ts'
import type { Viewer } from '../viewer.ts'

/** Something that can be reacted to. */
export interface ReactionTarget {
  /** The entity's name, as it stands in `reaction.target_type`. */
  type: CommentTargetType
  /** Name of the collection in the URL. */
  name: string
  /** Whether the viewer may react; undefined when the viewer may not know of the target. */
  findCanReact(db: Kysely<Database>, viewer: Viewer, id: string): Promise<boolean | undefined>
}

/** How many have reacted in each way, the most common first. @param id the column with the target's id. */
export const reactionCounts = (type: CommentTargetType, id: string) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('reaction', counted.reaction, 'count', counted.count)
    order by counted.count desc, counted.reaction)
  from (select reaction.reaction, count(*)::int as count from reaction
    where reaction.target_type = ${type} and reaction.target_id = ${sql.ref(id)}
    group by reaction.reaction) counted), '[]')`

/** Joins the viewer's own reaction as `own_reaction`. @param id the column with the target's id. */
export const joinOwnReaction = (viewer: Viewer, type: CommentTargetType, id: string) => sql`
  left join reaction own_reaction on own_reaction.target_type = ${type}
    and own_reaction.target_id = ${sql.ref(id)} and own_reaction.user_id = ${viewer.id}::uuid`
