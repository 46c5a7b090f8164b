import { Hono } from 'hono'
import { withRightsInTurn } from '../acting.ts'
import { idParam, sendEntity, sendUpdated, withId } from '../graph/entity.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import type { Resource } from '../graph/resource.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { requireIfMatch } from '../http/etag.ts'
import { notFound } from '../http/errors.ts'
import { answerQuestion, setSameQuestion } from './answer.ts'
import { CommentPatch, NewAnswer, NewComment, RemoveComment } from './contract.ts'
import { myCommentRoutes } from './my-routes.ts'
import { canEditComment } from './policy.ts'
import { commentsOn } from './resource.ts'
import { lockComment, type LockedComment } from './store.ts'
import type { CommentTarget } from './target.ts'
import { commentTargets } from './targets.ts'
import { changeComment, createComment, deleteComment, removeComment, restoreComment } from './write.ts'
import type { CommentContext } from './write-context.ts'

/** What is said about one thing, and what is done with each of it. */
function threadRoutes(target: CommentTarget): Hono<Env> {
  const all = `/${target.resource.name}/:id/comments`
  const one = `${all}/:commentId`

  /** The thread in the path. @throws 404 when the viewer may not know of what it is about. */
  async function open(c: ApiContext): Promise<Resource> {
    const targetId = idParam(c)
    const powers = await target.findPowers(c.var.deps.db, c.var.viewer, targetId)
    if (!powers) throw notFound()
    return commentsOn(target, targetId, powers)
  }

  /** Runs a write in one transaction, with the rights it takes. @returns what `act` does. */
  async function write<T>(c: ApiContext, act: (context: CommentContext) => Promise<T>): Promise<T> {
    const targetId = idParam(c)
    const { deps } = c.var
    return withRightsInTurn(c.var.viewer, (viewer) =>
      deps.db.transaction().execute(async (trx) => {
        const powers = await target.findPowers(trx, viewer, targetId)
        if (!powers) throw notFound()
        return act({ trx, viewer, now: deps.now(), target, targetId, powers })
      }),
    )
  }

  /** Runs a write on the comment in the path. */
  const writeOne = <T>(c: ApiContext, act: (context: CommentContext, comment: LockedComment) => Promise<T>) =>
    write(c, async (context) => act(context, await lockComment(context, idParam(c, 'commentId'))))

  async function send(c: ApiContext, id: string, status: 200 | 201 = 200): Promise<Response> {
    const comments = await open(c)
    if (status === 201) {
      c.header(
        'Location',
        `${c.var.deps.settings.publicUrl}/v1.0/${target.resource.name}/${idParam(c)}/comments/${id}`,
      )
    }
    return sendEntity(c, comments, withId(comments, id), status)
  }

  /** Does something with the comment in the path, and answers with it as it is now. */
  async function actOnOne(
    c: ApiContext,
    act: (context: CommentContext, comment: LockedComment) => Promise<void>,
  ): Promise<Response> {
    await writeOne(c, act)
    return send(c, idParam(c, 'commentId'))
  }

  return new Hono<Env>()
    .get(all, async (c) => listCollection(c, await open(c)))
    .get(`${all}/$count`, async (c) => countCollection(c, await open(c)))
    .get(one, async (c) => send(c, idParam(c, 'commentId')))
    .post(all, async (c) => {
      const input = await readJson(c, NewComment)
      return send(c, await write(c, (context) => createComment(context, input)), 201)
    })
    .patch(one, async (c) => {
      const patch = await readJson(c, CommentPatch)
      await writeOne(c, async (context, comment) => {
        if (canEditComment(context.viewer, comment, context.powers)) requireIfMatch(c, comment.etag)
        await changeComment(context, comment, patch)
      })
      return sendUpdated(c, await open(c), idParam(c, 'commentId'))
    })
    .delete(one, async (c) => {
      await writeOne(c, deleteComment)
      return c.body(null, 204)
    })
    .post(`${one}/remove`, async (c) => {
      const { reason } = await readJson(c, RemoveComment)
      return actOnOne(c, (context, comment) => removeComment(context, comment, reason))
    })
    .post(`${one}/restore`, (c) => actOnOne(c, restoreComment))
    .post(`${one}/answer`, async (c) => {
      const input = await readJson(c, NewAnswer)
      return send(c, await writeOne(c, (context, comment) => answerQuestion(context, comment, input)), 201)
    })
    .post(`${one}/sameQuestion`, (c) =>
      actOnOne(c, (context, comment) => setSameQuestion(context, comment, true)),
    )
    .post(`${one}/unsetSameQuestion`, (c) =>
      actOnOne(c, (context, comment) => setSameQuestion(context, comment, false)),
    )
}

/** Comments on everything that can have them, and what of it waits for the viewer. */
export const commentRoutes = new Hono<Env>()
commentRoutes.route('/', myCommentRoutes(commentTargets))
for (const target of commentTargets) commentRoutes.route('/', threadRoutes(target))
