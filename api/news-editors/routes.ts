import { Hono } from 'hono'
import { sql, type Kysely } from 'kysely'
import { actorOf, withRightsInTurn } from '../acting.ts'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { collection } from '../graph/collection.ts'
import { idParam, sendCreated } from '../graph/entity.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { conflict, notFound, unprocessable } from '../http/errors.ts'
import type { Viewer } from '../viewer.ts'
import { mayKnowOf } from '../users/protection.ts'
import { NewNewsEditor } from './contract.ts'
import { mayNameEditors } from './policy.ts'
import { newsEditors } from './resource.ts'

async function mayName(db: Kysely<Database>, viewer: Viewer, orgUnitId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${mayNameEditors(viewer, sql`${orgUnitId}::uuid`)} as may`.execute(db)
  return rows[0]?.may === true
}

/** @throws 422 `unknownOrgUnit` or `unknownUser` for what does not exist, or has left. */
async function requireBoth(
  db: Kysely<Database>,
  viewer: Viewer,
  orgUnitId: string,
  userId: string,
): Promise<void> {
  const unit = await db.selectFrom('org_unit').select('id').where('id', '=', orgUnitId).executeTakeFirst()
  const user = await db
    .selectFrom('user')
    .select('id')
    .where('id', '=', userId)
    .where('account_enabled', '=', true)
    .where(mayKnowOf(viewer, sql.ref('user.id')))
    .executeTakeFirst()
  if (!unit) throw unknown('unknownOrgUnit', 'orgUnitId')
  if (!user) throw unknown('unknownUser', 'userId')
}

function unknown(code: string, target: string) {
  const message = 'There is none with this id.'
  return unprocessable(code, message, [{ code, target, message }])
}

/** Named editors of units: listed by all, named by leaders and communications. */
export const newsEditorRoutes = new Hono<Env>()
  .route('/', collection(newsEditors))
  .post('/newsEditors', async (c) => {
    const { deps } = c.var
    const { orgUnitId, userId } = await readJson(c, NewNewsEditor)
    const at = deps.now()
    const id = await withRightsInTurn(c.var.viewer, (viewer) =>
      deps.db.transaction().execute(async (trx) => {
        allow(await mayName(trx, viewer, orgUnitId))
        await requireBoth(trx, viewer, orgUnitId, userId)
        const row = await trx
          .insertInto('news_editor')
          .values({ org_unit_id: orgUnitId, user_id: userId, named_by_id: viewer.id, named_at: at })
          .onConflict((on) => on.columns(['org_unit_id', 'user_id']).doNothing())
          .returning('id')
          .executeTakeFirst()
        if (!row) throw conflict('alreadyNamed', 'The person is an editor of the unit already.')
        const data = { orgUnitId, userId }
        await record(trx, {
          ...actorOf(viewer),
          action: 'newsEditor.named',
          targetType: 'newsEditor',
          targetId: row.id,
          data,
          at,
        })
        return row.id
      }),
    )
    return sendCreated(c, newsEditors, id)
  })
  .delete('/newsEditors/:id', async (c) => {
    const { deps } = c.var
    const id = idParam(c)
    await withRightsInTurn(c.var.viewer, (viewer) =>
      deps.db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('news_editor')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (!row) throw notFound()
        allow(await mayName(trx, viewer, row.org_unit_id))
        await trx.deleteFrom('news_editor').where('id', '=', id).execute()
        const data = { orgUnitId: row.org_unit_id, userId: row.user_id }
        await record(trx, {
          ...actorOf(viewer),
          action: 'newsEditor.removed',
          targetType: 'newsEditor',
          targetId: id,
          data,
          at: deps.now(),
        })
      }),
    )
    return c.body(null, 204)
  })
