import { createMiddleware } from 'hono/factory'
import { parseQueryOptions } from '../odata/query-options.ts'
import type { ApiContext, Env } from './env.ts'

const refuseOptions = (c: ApiContext) => void parseQueryOptions(new URL(c.req.url), new Set())

/** For routes that read no query options: whatever is asked for there is refused, not overlooked. @throws 400 */
export const noQueryOptions = createMiddleware<Env>(async (c, next) => {
  refuseOptions(c)
  await next()
})

/**
 * Writes read none either. Said before anything is written: an option that is refused while the answer is made
 * would look like a write that failed. @throws 400
 */
export const noQueryOptionsOnWrites = createMiddleware<Env>(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseOptions(c)
  await next()
})
