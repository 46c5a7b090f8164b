import type { ApiContext } from './env.ts'
import { badRequest, preconditionFailed, preconditionRequired } from './errors.ts'

/**
 * Lets a write pass only when the caller has seen the current state (graph.md §1.2).
 * @throws 428 without If-Match, 400 `malformedEntityTag`, 412 when the thing has changed since.
 */
export function requireIfMatch(c: ApiContext, etag: string): void {
  const header = c.req.header('if-match')
  if (header === undefined) throw preconditionRequired()
  const tags = header.split(',').map((tag) => tag.trim())
  if (tags.includes('*')) return
  if (!tags.every((tag) => /^(W\/)?"[^"]*"$/.test(tag))) {
    throw badRequest('malformedEntityTag', 'If-Match is not an entity tag.')
  }
  const weak = (tag: string) => tag.replace(/^W\//, '')
  if (!tags.some((tag) => weak(tag) === weak(etag))) throw preconditionFailed()
}
