import { createMiddleware } from 'hono/factory'
import type { Deps } from '../deps.ts'
import type { Env } from './env.ts'
import { ApiError } from './errors.ts'

/** Longest URL, in characters (graph.md §6.2). */
const maxUrlLength = 8192
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Gives every request its id, the mount's dependencies, and every answer the headers no answer may lack. */
export function requestContext(deps: Deps) {
  return createMiddleware<Env>(async (c, next) => {
    c.set('deps', deps)
    c.set('requestId', crypto.randomUUID())
    c.header('request-id', c.var.requestId)
    const clientRequestId = c.req.header('client-request-id')
    if (clientRequestId && guid.test(clientRequestId)) c.header('client-request-id', clientRequestId)
    c.header('OData-Version', '4.0')
    c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    c.header('Referrer-Policy', 'no-referrer')
    if (c.req.url.length > maxUrlLength) {
      throw new ApiError(414, 'uriTooLong', `The URL is longer than ${maxUrlLength} characters.`)
    }
    await next()
    if (c.res.headers.get('content-type') === 'application/json') {
      c.res.headers.set('content-type', 'application/json; charset=utf-8')
    }
  })
}
