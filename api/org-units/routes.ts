import { Hono } from 'hono'
import { sql, type Transaction } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { collection } from '../graph/collection.ts'
import { idParam, requireVisible, sendUpdated, withId } from '../graph/entity.ts'
import { countCollection, listCollection } from '../graph/list.ts'
import { readRows, toWire } from '../graph/read.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { notFound, unprocessable } from '../http/errors.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { hiddenFrom } from '../users/protection.ts'
import { users } from '../users/resource.ts'
import type { Viewer } from '../viewer.ts'
import { OrgUnitPatch, type OrgUnit } from './contract.ts'
import { sendMembersExport } from './export-members.ts'
import { membersOf, transitiveMembersOf } from './members.ts'
import { orgUnits } from './resource.ts'

/** The unit in the path. @throws 404 */
async function unitParam(c: ApiContext): Promise<string> {
  const id = idParam(c)
  await requireVisible(c, orgUnits, id)
  return id
}

/** @throws 422 `unknownUser` for somebody who has left or is not there for the viewer, or would be named where hidden. */
async function requireDeputy(trx: Transaction<Database>, viewer: Viewer, userId: string): Promise<void> {
  const known = await trx
    .selectFrom('user')
    .select('id')
    .where('id', '=', userId)
    .where('account_enabled', '=', true)
    .where(sql<boolean>`id not in ${hiddenFrom(viewer, 'person', 'place')}`)
    .executeTakeFirst()
  if (known) return
  const message = 'There is no such person.'
  throw unprocessable('unknownUser', message, [{ code: 'unknownUser', target: 'deputyLeaderId', message }])
}

async function patchOrgUnit(c: ApiContext): Promise<Response> {
  const { deps, viewer } = c.var
  const id = idParam(c)
  const { deputyLeaderId } = await readJson(c, OrgUnitPatch)
  await deps.db.transaction().execute(async (trx) => {
    const shape = { properties: ['id'], computed: ['permissions'] }
    const [found] = await readRows(trx, viewer, orgUnits, { shape, where: [withId(orgUnits, id)], limit: 1 })
    if (!found) throw notFound()
    // Made by the resource itself, in the shape of the contract.
    const { permissions } = toWire(orgUnits, shape, found.row, viewer) as Pick<OrgUnit, 'permissions'>
    allow(permissions.canEdit)
    if (deputyLeaderId === undefined) return
    if (deputyLeaderId !== null) await requireDeputy(trx, viewer, deputyLeaderId)
    await trx.updateTable('org_unit').set({ deputy_leader_id: deputyLeaderId }).where('id', '=', id).execute()
    await record(trx, {
      actorId: viewer.id,
      action: 'orgUnit.changed',
      targetType: 'orgUnit',
      targetId: id,
      data: { changed: ['deputyLeaderId'], deputyLeaderId },
      at: deps.now(),
    })
  })
  return sendUpdated(c, orgUnits, id)
}

/**
 * `/v1.0/orgUnits`: the tree everything else hangs on, kept by the directory, and who works where. `members` are those of
 * the unit itself, `transitiveMembers` (Graph's word) those below as well.
 */
export const orgUnitRoutes = new Hono<Env>()
  .route('/', collection(orgUnits))
  .patch('/orgUnits/:id', patchOrgUnit)
  .get('/orgUnits/:id/members/export', noQueryOptions, async (c) => sendMembersExport(c, idParam(c)))
  .get('/orgUnits/:id/members', async (c) => listCollection(c, users, membersOf(await unitParam(c))))
  .get('/orgUnits/:id/members/$count', async (c) => countCollection(c, users, membersOf(await unitParam(c))))
  .get('/orgUnits/:id/transitiveMembers', async (c) =>
    listCollection(c, users, transitiveMembersOf(await unitParam(c))),
  )
  .get('/orgUnits/:id/transitiveMembers/$count', async (c) =>
    countCollection(c, users, transitiveMembersOf(await unitParam(c))),
  )
