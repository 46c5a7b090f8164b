import { Hono } from 'hono'
import { idParam } from '../graph/entity.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { newsPostReactions } from '../news-posts/reactions.ts'
import { SetReaction } from './contract.ts'
import type { ReactionTarget } from './target.ts'

/** Everything that can be reacted to. An area adds one line here. */
const targets: readonly ReactionTarget[] = [newsPostReactions]

/** The target in the path, and whether the viewer may react to it. @throws 404 */
async function findTarget(c: ApiContext, target: ReactionTarget): Promise<{ id: string; canReact: boolean }> {
  const id = idParam(c)
  const canReact = await target.findCanReact(c.var.deps.db, c.var.viewer, id)
  if (canReact === undefined) throw notFound()
  return { id, canReact }
}

/** One press, changed or taken back at will; like having read, it is not kept in the audit log. */
function reactionRoutesOf(target: ReactionTarget): Hono<Env> {
  return new Hono<Env>()
    .post(`/${target.name}/:id/setReaction`, async (c) => {
      const { deps, viewer } = c.var
      const { reaction } = await readJson(c, SetReaction)
      const { id: target_id, canReact } = await findTarget(c, target)
      allow(canReact)
      const reacted_at = deps.now()
      await deps.db
        .insertInto('reaction')
        .values({ target_type: target.type, target_id, user_id: viewer.id, reaction, reacted_at })
        .onConflict((on) =>
          on.columns(['target_type', 'target_id', 'user_id']).doUpdateSet({ reaction, reacted_at }),
        )
        .execute()
      return c.body(null, 204)
    })
    .post(`/${target.name}/:id/unsetReaction`, async (c) => {
      const { deps, viewer } = c.var
      // One's own word is taken back also when it is too late to give one.
      const { id: target_id } = await findTarget(c, target)
      await deps.db
        .deleteFrom('reaction')
        .where('target_type', '=', target.type)
        .where('target_id', '=', target_id)
        .where('user_id', '=', viewer.id)
        .execute()
      return c.body(null, 204)
    })
}

/** Reactions to everything that can have them. */
export const reactionRoutes = new Hono<Env>()
for (const target of targets) reactionRoutes.route('/', reactionRoutesOf(target))
