import { Hono } from 'hono'
import * as z from 'zod/mini'
import { lockDeviation } from '../deviations/facts.ts'
import { requireMay } from '../deviations/write-context.ts'
import { idParam } from '../graph/entity.ts'
import { etagOf } from '../graph/resource.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { invalidQueryOption } from '../http/errors.ts'
import { requireIfMatch } from '../http/etag.ts'
import { deviationCategories } from '../deviations/contract.ts'
import { DeviationSettingsPatch } from './contract.ts'
import { readEffect } from './effect.ts'
import { canEditSettings, changeSettings, readSettings } from './settings.ts'
import { readStatistics } from './statistics.ts'

const Day = z.iso.date().check(z.refine<string>((day) => /^2[01]/.test(day), 'Between 2000 and 2199.'))
const options = {
  from: Day,
  to: Day,
  orgUnitId: z.uuid(),
  category: z.enum(deviationCategories),
  severity: z.pipe(z.pipe(z.string(), z.transform(Number)), z.int().check(z.minimum(1), z.maximum(5))),
}

/** What the query asks for. @throws 400 `invalidQueryOption` */
function askOf(url: URL) {
  const ask: { -readonly [K in keyof typeof options]?: z.infer<(typeof options)[K]> } = {}
  for (const [name, value] of url.searchParams) {
    if (!Object.hasOwn(options, name)) throw invalidQueryOption(name, `${name} is no option of statistics.`)
    const key = name as keyof typeof options // its own property
    const result = options[key].safeParse(value)
    if (!result.success || key in ask) throw invalidQueryOption(name, `${name} is not well formed.`)
    Object.assign(ask, { [key]: result.data })
  }
  if (ask.from !== undefined && ask.to !== undefined && ask.from > ask.to)
    throw invalidQueryOption('from', 'It ends before it begins.')
  return ask
}

/** Numbers, and what the municipality has chosen. Before `/deviations/{id}`. */
export const deviationInsightRoutes = new Hono<Env>()
  .get('/deviations/statistics', async (c) =>
    c.json(await readStatistics(c.var.deps.db, c.var.viewer, askOf(new URL(c.req.url)))),
  )
  .get('/deviations/settings', async (c) => {
    const settings = await readSettings(c.var.deps.db, c.var.viewer)
    c.header('ETag', settings['@odata.etag'])
    return c.json(settings)
  })
  .patch('/deviations/settings', async (c) => {
    const { deps, viewer } = c.var
    allow(canEditSettings(viewer))
    const patch = await readJson(c, DeviationSettingsPatch)
    await deps.db.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('deviation_setting')
        .select('revision')
        .forUpdate()
        .executeTakeFirstOrThrow()
      requireIfMatch(c, etagOf(row.revision))
      await changeSettings(trx, viewer, patch, deps.now())
    })
    return c.json(await readSettings(deps.db, viewer))
  })
  .get('/deviations/:id/effect', async (c) => {
    const { deps, viewer } = c.var
    const id = idParam(c)
    const effect = await deps.db.transaction().execute(async (trx) => {
      requireMay('evaluate', await lockDeviation(trx, viewer, id))
      return readEffect(trx, id, deps.now())
    })
    return c.json(effect)
  })
