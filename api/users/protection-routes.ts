import { Hono } from 'hono'
import { record } from '../audit/record.ts'
import { idParam, requireVisible } from '../graph/entity.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { PersonProtectionBody, type PersonProtection } from './contract.ts'
import { canProtect } from './policy.ts'
import { users } from './resource.ts'

/** The person in the path, for HR. @throws 404 for somebody the viewer may not know of, 403 */
async function protectable(c: ApiContext): Promise<string> {
  const id = idParam(c)
  await requireVisible(c, users, id)
  allow(canProtect(c.var.viewer))
  return id
}

async function findProtection(c: ApiContext, userId: string): Promise<PersonProtection> {
  const row = await c.var.deps.db
    .selectFrom('person_protection as kept')
    .innerJoin('user as decider', 'decider.id', 'kept.decided_by_id')
    .select(['kept.hides', 'kept.reason', 'kept.decided_at'])
    .select(['decider.id', 'decider.display_name', 'decider.job_title'])
    .where('kept.user_id', '=', userId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return {
    hides: row.hides,
    reason: row.reason,
    decidedBy: { id: row.id, displayName: row.display_name, jobTitle: row.job_title },
    decidedDateTime: row.decided_at.toISOString(),
  }
}

/** What is hidden of a person and why, for HR alone (features.md K28). */
export const protectionRoutes = new Hono<Env>()
  .get('/users/:id/protection', noQueryOptions, async (c) =>
    c.json(await findProtection(c, await protectable(c))),
  )
  .put('/users/:id/protection', async (c) => {
    const { deps, viewer } = c.var
    const userId = await protectable(c)
    const { hides, reason } = await readJson(c, PersonProtectionBody)
    checkSensitiveContent({ reason }, [])
    const at = deps.now()
    const row = { hides: [...new Set(hides)], reason, decided_by_id: viewer.id, decided_at: at }
    await deps.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('person_protection')
        .values({ user_id: userId, ...row })
        .onConflict((on) => on.column('user_id').doUpdateSet(row))
        .execute()
      await record(trx, {
        actorId: viewer.id,
        action: 'user.protected',
        targetType: 'user',
        targetId: userId,
        data: { hides: row.hides },
        at,
      })
    })
    return c.json(await findProtection(c, userId))
  })
  .delete('/users/:id/protection', async (c) => {
    const { deps, viewer } = c.var
    const userId = await protectable(c)
    await deps.db.transaction().execute(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('person_protection')
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow()
      if (numDeletedRows === 0n) throw notFound()
      await record(trx, {
        actorId: viewer.id,
        action: 'user.protectionEnded',
        targetType: 'user',
        targetId: userId,
        at: deps.now(),
      })
    })
    return c.body(null, 204)
  })
