import { Hono } from 'hono'
import { record } from '../audit/record.ts'
import type { Env } from '../http/env.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { rateLimit } from '../http/rate-limit.ts'
import { osloDay } from '../time/oslo.ts'
import { exportPerson } from './export-person.ts'

/** Three at once, then three an hour: nobody needs more, and each reads much. */
const limit = { burst: 3, perSecond: 3 / 3600 }

/** `GET /v1.0/me/export`: what Tunet has about oneself, as one file (GDPR art. 15). One's own only, whoever one is. */
export const exportRoutes = () =>
  new Hono<Env>().get('/me/export', noQueryOptions, rateLimit({ limit }), async (c) => {
    const { viewer, deps } = c.var
    const now = deps.now()
    await deps.db.transaction().execute((trx) =>
      record(trx, {
        actorId: viewer.id,
        action: 'user.dataExported',
        targetType: 'user',
        targetId: viewer.id,
        at: now,
      }),
    )
    const content = exportPerson(deps.db, { personId: viewer.id, exportedDateTime: now.toISOString() })
    return c.body(content, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="tunet-${osloDay(now)}.json"`,
      'Cache-Control': 'no-store',
    })
  })
