import { Hono } from 'hono'
import { idParam } from '../graph/entity.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { notifications } from './resource.ts'

/** `/v1.0/me/notifications`: everyone's own. Having read of something is, as having read a post, not kept in the log. */
export const notificationRoutes = new Hono<Env>()
  .get('/me/notifications', (c) => listCollection(c, notifications))
  .get('/me/notifications/$count', (c) => countCollection(c, notifications))
  .post('/me/notifications/markAllRead', async (c) => {
    const { deps, viewer } = c.var
    await deps.db
      .updateTable('notification')
      .set({ read_at: deps.now() })
      .where('user_id', '=', viewer.id)
      .where('read_at', 'is', null)
      .execute()
    return c.body(null, 204)
  })
  .post('/me/notifications/:id/markRead', async (c) => {
    const { deps, viewer } = c.var
    const read = deps.db
      .updateTable('notification')
      .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(deps.now())) }))
      .where('id', '=', idParam(c))
      .where('user_id', '=', viewer.id)
    if ((await read.executeTakeFirst()).numUpdatedRows === 0n) throw notFound()
    return c.body(null, 204)
  })
