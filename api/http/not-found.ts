import type { Hono } from 'hono'
import type { ApiContext, Env } from './env.ts'
import { errorResponse } from './error-response.ts'
import { methodNotAllowed, notFound } from './errors.ts'

/** Answers what no route takes: 405 with the methods the path does take, else 404. */
export function notFoundHandler(app: Hono<Env>) {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: patternOf(path) }))
  return (c: ApiContext) => {
    const methods = routes.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method)
    const allow = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
    return errorResponse(allow.length > 0 ? methodNotAllowed(allow) : notFound(), c)
  }
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll(/[.$()]/g, '\\$&').replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`)
