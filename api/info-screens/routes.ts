import { Hono } from 'hono'
import { sql, type Kysely } from 'kysely'
import { actorOf, withRightsInTurn } from '../acting.ts'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { collection } from '../graph/collection.ts'
import { idParam, requireVisible, sendCreated, sendEntity, withId } from '../graph/entity.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { notFound, unprocessable } from '../http/errors.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import type { Viewer } from '../viewer.ts'
import { NewInfoScreen } from './contract.ts'
import { mayManageScreens } from './policy.ts'
import { infoScreens } from './resource.ts'
import { hashOfSecret, newSecret } from './secret.ts'

async function mayManage(db: Kysely<Database>, viewer: Viewer, orgUnitId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${mayManageScreens(viewer, sql`${orgUnitId}::uuid`)} as may`.execute(db)
  return rows[0]?.may === true
}

/** @throws 422 `unknownOrgUnit` */
async function requireUnit(db: Kysely<Database>, orgUnitId: string): Promise<void> {
  const unit = await db.selectFrom('org_unit').select('id').where('id', '=', orgUnitId).executeTakeFirst()
  if (unit) return
  const message = 'There is no such unit.'
  throw unprocessable('unknownOrgUnit', message, [{ code: 'unknownOrgUnit', target: 'orgUnitId', message }])
}

/** The address of a screen. It is told once: only its hash is kept. */
const addressOf = (c: ApiContext, secret: string) => ({
  screenUrl: `${c.var.deps.settings.publicUrl}/screen/${secret}`,
})

/** Changes one screen the viewer manages, and says so in the audit log. @throws 404 */
async function changeScreen(
  c: ApiContext,
  action: string,
  change: (trx: Kysely<Database>, id: string) => Promise<unknown>,
): Promise<string> {
  const { deps } = c.var
  const id = idParam(c)
  return withRightsInTurn(c.var.viewer, async (viewer) => {
    await requireVisible(c, infoScreens, id, viewer)
    return deps.db.transaction().execute(async (trx) => {
      const screen = await trx
        .selectFrom('info_screen')
        .select('id')
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!screen) throw notFound()
      await change(trx, id)
      const at = deps.now()
      await record(trx, { ...actorOf(viewer), action, targetType: 'infoScreen', targetId: id, at })
      return id
    })
  })
}

/** Screens on walls, for those who may publish to their units. */
export const infoScreenRoutes = new Hono<Env>()
  .route('/', collection(infoScreens))
  .post('/infoScreens', async (c) => {
    const { deps } = c.var
    const { name, orgUnitId } = await readJson(c, NewInfoScreen)
    checkSensitiveContent({ name }, [])
    const secret = newSecret()
    const secretHash = await hashOfSecret(secret)
    const at = deps.now()
    const id = await withRightsInTurn(c.var.viewer, (viewer) =>
      deps.db.transaction().execute(async (trx) => {
        allow(await mayManage(trx, viewer, orgUnitId))
        await requireUnit(trx, orgUnitId)
        const row = await trx
          .insertInto('info_screen')
          .values({
            name,
            org_unit_id: orgUnitId,
            secret_hash: secretHash,
            created_by_id: viewer.id,
            created_at: at,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await record(trx, {
          ...actorOf(viewer),
          action: 'infoScreen.created',
          targetType: 'infoScreen',
          targetId: row.id,
          data: { orgUnitId },
          at,
        })
        return row.id
      }),
    )
    return sendCreated(c, infoScreens, id, addressOf(c, secret))
  })
  .post('/infoScreens/:id/renew', async (c) => {
    const secret = newSecret()
    const secret_hash = await hashOfSecret(secret)
    const id = await changeScreen(c, 'infoScreen.renewed', (trx, screenId) =>
      trx.updateTable('info_screen').set({ secret_hash }).where('id', '=', screenId).execute(),
    )
    return sendEntity(c, infoScreens, withId(infoScreens, id), 200, addressOf(c, secret))
  })
  .delete('/infoScreens/:id', async (c) => {
    await changeScreen(c, 'infoScreen.deleted', (trx, id) =>
      trx.deleteFrom('info_screen').where('id', '=', id).execute(),
    )
    return c.body(null, 204)
  })
