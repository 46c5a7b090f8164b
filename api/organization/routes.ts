import { Hono } from 'hono'
import * as z from 'zod/mini'
import { record } from '../audit/record.ts'
import { idParam } from '../graph/entity.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import type { Viewer } from '../viewer.ts'
import type { Organization } from './contract.ts'

/** Body of `PATCH /v1.0/organization/{id}`. */
const OrganizationPatch = z.strictObject({
  displayName: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
  chiefExecutiveTitle: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
  branding: z.optional(
    z.strictObject({ accentColor: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/i))) }),
  ),
})

/** Only whoever runs the system sets the municipality's name, titles and colours. */
export const canEditOrganization = (viewer: Viewer) => viewer.roles.has('Admin')

async function findOrganization(c: ApiContext): Promise<Organization> {
  const row = await c.var.deps.db.selectFrom('organization').selectAll().executeTakeFirst()
  if (!row) throw notFound()
  return {
    id: row.id,
    displayName: row.display_name,
    chiefExecutiveTitle: row.chief_executive_title,
    branding: row.branding,
  }
}

const context = (c: ApiContext) => `${c.var.deps.settings.publicUrl}/v1.0/$metadata#organization`

/** The municipality: `GET /v1.0/organization` (a collection of one, as in Graph) and its settings. */
export const organizationRoutes = new Hono<Env>()
  .get('/organization', noQueryOptions, async (c) =>
    c.json({ '@odata.context': context(c), value: [await findOrganization(c)] }),
  )
  .patch('/organization/:id', async (c) => {
    allow(canEditOrganization(c.var.viewer))
    const patch = await readJson(c, OrganizationPatch)
    const id = idParam(c)
    const { db, now } = c.var.deps
    await db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('organization')
        .set({
          // Kysely leaves undefined columns as they are; a write to `id` keeps an empty patch a statement.
          id,
          display_name: patch.displayName,
          chief_executive_title: patch.chiefExecutiveTitle,
          branding: patch.branding && JSON.stringify(patch.branding),
        })
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) throw notFound()
      await record(trx, {
        actorId: c.var.viewer.id,
        action: 'organization.changed',
        targetType: 'organization',
        targetId: id,
        data: { changed: Object.keys(patch) },
        at: now(),
      })
    })
    return c.body(null, 204)
  })
