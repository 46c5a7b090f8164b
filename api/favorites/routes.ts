import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { idParam, requireVisible } from '../graph/entity.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { notFound, unprocessable } from '../http/errors.ts'
import { users } from '../users/resource.ts'
import { maxFavorites } from './contract.ts'
import { favorites } from './resource.ts'

/** Changes the viewer's own list. Whom it is about stands nowhere in the log. */
async function change(
  c: ApiContext,
  action: string,
  write: (trx: Transaction<Database>, at: Date) => Promise<bigint | undefined>,
): Promise<Response> {
  const { deps, viewer } = c.var
  const at = deps.now()
  await deps.db.transaction().execute(async (trx) => {
    if (!(await write(trx, at))) return
    await record(trx, { actorId: viewer.id, action, targetType: 'user', targetId: viewer.id, at })
  })
  return c.body(null, 204)
}

/** `/v1.0/me/favorites`: everyone's own, seen by nobody else. */
export const favoriteRoutes = new Hono<Env>()
  .get('/me/favorites', (c) => listCollection(c, favorites))
  .get('/me/favorites/$count', (c) => countCollection(c, favorites))
  .put('/me/favorites/:id', async (c) => {
    const favoriteId = idParam(c)
    const { viewer } = c.var
    await requireVisible(c, users, favoriteId)
    return change(c, 'favorite.added', async (trx, at) => {
      const { count } = await trx
        .selectFrom('favorite')
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .where('user_id', '=', viewer.id)
        .executeTakeFirstOrThrow()
      if (Number(count) >= maxFavorites) {
        throw unprocessable('tooManyFavorites', `At most ${maxFavorites} are kept at hand.`)
      }
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('favorite')
        .values({ user_id: viewer.id, favorite_id: favoriteId, created_at: at })
        .onConflict((on) => on.columns(['user_id', 'favorite_id']).doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows
    })
  })
  .delete('/me/favorites/:id', async (c) => {
    const favoriteId = idParam(c)
    return change(c, 'favorite.removed', async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('favorite')
        .where('user_id', '=', c.var.viewer.id)
        .where('favorite_id', '=', favoriteId)
        .executeTakeFirstOrThrow()
      if (numDeletedRows === 0n) throw notFound()
      return numDeletedRows
    })
  })
