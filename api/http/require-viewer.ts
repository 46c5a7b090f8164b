import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'
import { unauthorized } from './errors.ts'
import { findViewer } from './find-viewer.ts'
import { isObjectId, provisionUser } from './provision-user.ts'

/**
 * Lets only signed-in, enabled people of the directory through, and tells the routes who it is.
 * Everyone else gets the same 401: no token, a bad one, a stranger's, a disabled person's.
 */
export const requireViewer = createMiddleware<Env>(async (c, next) => {
  const { db, verifyToken, settings, now } = c.var.deps
  const token = /^bearer +([^\s,]+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined) throw unauthorized()
  const claims = await verifyToken(token)
  if (!isObjectId(claims.oid)) throw unauthorized()
  if (settings.provisionUsers) await provisionUser(db, claims, now())
  const viewer = await findViewer(db, claims, now())
  if (!viewer) throw unauthorized()
  c.set('viewer', viewer)
  await next()
})
