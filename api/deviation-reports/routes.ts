import { Hono } from 'hono'
import { withRightsInTurn } from '../acting.ts'
import { lockDeviation } from '../deviations/facts.ts'
import { deviations } from '../deviations/resource.ts'
import { findResponsibleUnit } from '../deviations/routing.ts'
import { idParam, requireVisible, sendCreated, sendUpdated } from '../graph/entity.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { badRequest } from '../http/errors.ts'
import { requireIfMatch } from '../http/etag.ts'
import { findPersonSeen } from '../users/person-seen.ts'
import { change } from './change.ts'
import { classify } from './classify.ts'
import { DeviationPatch, NewDeviation, ReportToCheck, type ReportCheck } from './contract.ts'
import { findNames } from './names.ts'
import { report } from './report.ts'
import { findSimilar } from './similar.ts'
import { whistleblowingSigns } from './whistleblowing.ts'

/** The key that makes a report come once, however often it is sent. @throws 400 `malformedValue` */
function keyOf(c: ApiContext): string | undefined {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !/^[\w-]{16,100}$/.test(key))
    throw badRequest('malformedValue', 'Idempotency-Key is 16 to 100 letters, digits, - or _.', {
      target: 'Idempotency-Key',
    })
  return key
}

async function responsibleFor(c: ApiContext, input: ReportToCheck): Promise<ReportCheck['responsible']> {
  const { deps, viewer } = c.var
  const { db } = deps
  const person = await db
    .selectFrom('user')
    .select('org_unit_id')
    .where('id', '=', viewer.id)
    .executeTakeFirst()
  const unitId = input.orgUnitId ?? person?.org_unit_id
  if (!unitId) return null
  const parties = { reporterId: viewer.id, involvedIds: input.involvedIds ?? [] }
  const responsible = await findResponsibleUnit(db, unitId, parties)
  if (responsible === null) return null
  const leader = await db
    .selectFrom('org_unit')
    .innerJoin('user', 'user.id', 'org_unit.leader_id')
    .select(['user.id', 'user.display_name as displayName', 'user.job_title as jobTitle'])
    .where('org_unit.id', '=', responsible)
    .executeTakeFirst()
  return leader && (await findPersonSeen(db, viewer, leader.id)) ? leader : null
}

/** Reporting, and what helps while one writes. Before `/deviations/{id}`. */
export const deviationReportRoutes = new Hono<Env>()
  .post('/deviations/check', async (c) => {
    const { deps, viewer } = c.var
    const input = await readJson(c, ReportToCheck)
    const text = `${input.title ?? ''}. ${input.description ?? ''}`
    const check: ReportCheck = {
      classification: input.answers ? classify(input.answers) : null,
      names: await findNames(deps.db, viewer, input),
      whistleblowingSigns: whistleblowingSigns(text),
      similar: await findSimilar(deps.db, viewer, {
        text: input.title || input.description || '',
        orgUnitId: input.orgUnitId,
      }),
      responsible: await responsibleFor(c, input),
    }
    return c.json(check)
  })
  .post('/deviations', async (c) => {
    const { deps, viewer } = c.var
    const key = keyOf(c)
    const input = await readJson(c, NewDeviation)
    const { id, number, isAnonymous } = await deps.db
      .transaction()
      .execute((trx) => report({ trx, viewer, now: deps.now() }, input, key))
    return isAnonymous ? c.json({ number, isAnonymous }, 201) : sendCreated(c, deviations, id)
  })
  .patch('/deviations/:id', async (c) => {
    const { deps } = c.var
    const id = idParam(c)
    const patch = await readJson(c, DeviationPatch)
    await withRightsInTurn(c.var.viewer, (viewer) =>
      deps.db.transaction().execute(async (trx) => {
        const deviation = await lockDeviation(trx, viewer, id)
        requireIfMatch(c, deviation.etag)
        await change({ trx, viewer, now: deps.now() }, deviation, patch)
      }),
    )
    return sendUpdated(c, deviations, id)
  })
  .get('/deviations/:id/similar', async (c) => {
    const { deps, viewer } = c.var
    const id = idParam(c)
    await requireVisible(c, deviations, id)
    const found = await deps.db
      .selectFrom('deviation')
      .select(['title', 'description', 'org_unit_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const value = await findSimilar(deps.db, viewer, {
      text: found.title,
      orgUnitId: found.org_unit_id,
      except: id,
    })
    return c.json({ value })
  })
