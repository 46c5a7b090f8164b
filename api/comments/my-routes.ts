import { Hono } from 'hono'
import { idParam } from '../graph/entity.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { markNotificationsRead } from '../notifications/notify.ts'
import { mentionsIn } from './mentions.ts'
import { answeredQuestions, openQuestions } from './questions.ts'
import type { CommentTarget } from './target.ts'

/** What of the comments concerns the viewer: mentions, answers not seen, and questions to answer. */
export function myCommentRoutes(targets: readonly CommentTarget[]): Hono<Env> {
  const mentions = mentionsIn(targets)
  const routes = new Hono<Env>()
    .get('/me/mentions', (c) => listCollection(c, mentions))
    .get('/me/mentions/$count', (c) => countCollection(c, mentions))
    .post('/me/mentions/:commentId/markSeen', async (c) => {
      const { deps, viewer } = c.var
      const mention = deps.db
        .updateTable('comment_mention')
        .set((eb) => ({ seen_at: eb.fn.coalesce('seen_at', eb.val(deps.now())) }))
        .where('comment_id', '=', idParam(c, 'commentId'))
        .where('user_id', '=', viewer.id)
      if ((await mention.executeTakeFirst()).numUpdatedRows === 0n) throw notFound()
      const which = { kinds: ['mention'], threadId: idParam(c, 'commentId') } as const
      await markNotificationsRead(deps.db, viewer.id, which, deps.now())
      return c.body(null, 204)
    })
  for (const target of targets) routes.route('/', questionRoutes(target))
  return routes
}

function questionRoutes(target: CommentTarget): Hono<Env> {
  const answered = answeredQuestions(target)
  const open = openQuestions(target)
  return new Hono<Env>()
    .get(`/me/${answered.name}`, (c) => listCollection(c, answered))
    .get(`/me/${answered.name}/$count`, (c) => countCollection(c, answered))
    .post(`/me/${answered.name}/:commentId/markSeen`, async (c) => {
      const { deps, viewer } = c.var
      const question = deps.db
        .updateTable('question_asker')
        .set((eb) => ({ seen_at: eb.fn.coalesce('question_asker.seen_at', eb.val(deps.now())) }))
        .from('comment')
        .whereRef('comment.id', '=', 'question_asker.comment_id')
        .where('comment.target_type', '=', target.type)
        .where('comment.id', '=', idParam(c, 'commentId'))
        // Until there is an answer there is nothing to have seen.
        .where('comment.answered_at', 'is not', null)
        .where('question_asker.user_id', '=', viewer.id)
      if ((await question.executeTakeFirst()).numUpdatedRows === 0n) throw notFound()
      const which = { kinds: ['questionAnswered'], threadId: idParam(c, 'commentId') } as const
      await markNotificationsRead(deps.db, viewer.id, which, deps.now())
      return c.body(null, 204)
    })
    .get(`/me/${open.name}`, (c) => listCollection(c, open))
    .get(`/me/${open.name}/$count`, (c) => countCollection(c, open))
}
