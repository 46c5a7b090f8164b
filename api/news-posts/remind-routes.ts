import { Hono } from 'hono'
import { withRightsInTurn } from '../acting.ts'
import { idParam } from '../graph/entity.ts'
import type { Env } from '../http/env.ts'
import { remindByHand } from './reminders.ts'
import { lockNewsPost } from './store.ts'

/** Reminding those who have not confirmed a must-read (features.md N4). */
export const newsRemindRoutes = new Hono<Env>().post('/newsPosts/:id/remind', async (c) => {
  const id = idParam(c)
  const { deps } = c.var
  const value = await withRightsInTurn(c.var.viewer, (viewer) =>
    deps.db.transaction().execute(async (trx) => {
      const post = await lockNewsPost(trx, viewer, id)
      return remindByHand({ trx, viewer, now: deps.now() }, post)
    }),
  )
  return c.json({ value })
})
