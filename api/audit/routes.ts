import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { countCollection, listCollection } from '../graph/list.ts'
import { allow } from '../http/allow.ts'
import type { Env } from '../http/env.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { canReadAuditEntries } from './policy.ts'
import { auditEntries } from './resource.ts'
import { verifyAuditLog } from './verify.ts'

const mayRead = createMiddleware<Env>(async (c, next) => {
  allow(canReadAuditEntries(c.var.viewer))
  await next()
})

/** `GET /v1.0/auditEntries`, and the function `verify` that recomputes the chain. Nothing writes here. */
export const auditRoutes = new Hono<Env>()
  .get('/auditEntries', mayRead, (c) => listCollection(c, auditEntries))
  .get('/auditEntries/$count', mayRead, (c) => countCollection(c, auditEntries))
  .get('/auditEntries/verify', mayRead, noQueryOptions, async (c) =>
    c.json(await verifyAuditLog(c.var.deps.db)),
  )
