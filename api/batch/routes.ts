import { Hono } from 'hono'
import { concat } from '../files/bytes.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext, Env } from '../http/env.ts'
import { badRequest } from '../http/errors.ts'
import { canonicalRequest } from '../http/path.ts'
import { Batch, maxBatchSize, type BatchRequest, type BatchResponse } from './contract.ts'

/** Headers an item may not set: who is asking is the outer request's to say. */
const outerOnly = /^(authorization|cookie|host|origin|forwarded|x-forwarded-.*|content-length|connection)$/i

/** Batches in batches, upload URLs and streams; after decoding, as the routes see the path. */
const notInBatch = /^\/v1\.0\/(\$batch|files\/uploadSessions|live)(\/|$)/
/** Largest answer of an item that is not JSON, in bytes: a photo fits; larger files are asked for alone. */
const maxBinarySize = 1024 * 1024

/**
 * `POST /v1.0/$batch`: up to 20 requests in one, each through the whole API (sign-in, rate limit, rights) as if
 * sent alone. They run one after the other, in order, so a dependency is always done.
 */
export function batchRoutes(fetch: (request: Request) => Promise<Response>) {
  return new Hono<Env>().post('/$batch', async (c) => {
    const { requests } = await readJson(c, Batch)
    checkBatch(requests)
    const responses: BatchResponse[] = []
    const statusOf = new Map<string, number>()
    for (const item of requests) {
      const failed = (item.dependsOn ?? []).some((id) => (statusOf.get(id.toLowerCase()) ?? 0) >= 400)
      const response = failed ? failedDependency(item.id) : await runItem(c, item, fetch)
      statusOf.set(item.id.toLowerCase(), response.status)
      responses.push(response)
    }
    return c.json({ responses })
  })
}

function checkBatch(requests: readonly BatchRequest[]) {
  if (requests.length > maxBatchSize) throw badRequest('tooManyRequests', `At most ${maxBatchSize} requests.`)
  const seen = new Set<string>()
  for (const { id, dependsOn, body, headers } of requests) {
    // Only earlier requests may be depended on, which leaves no room for circles.
    if ((dependsOn ?? []).some((other) => !seen.has(other.toLowerCase()))) {
      throw badRequest('unknownDependency', `Request ${id} depends on one that does not stand before it.`)
    }
    if (seen.has(id.toLowerCase())) throw badRequest('duplicateId', `Request id ${id} is used twice.`)
    seen.add(id.toLowerCase())
    const typed = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type')
    if (body !== undefined && !typed)
      throw badRequest('contentTypeMissing', `Request ${id} has no Content-Type.`)
  }
}

async function runItem(
  c: ApiContext,
  item: BatchRequest,
  fetch: (request: Request) => Promise<Response>,
): Promise<BatchResponse> {
  const path = item.url.replace(/^\/?/, '/').replace(/^\/v1\.0(?=\/)/, '')
  if (/^\/\/|:\/\/|\.\.|\\/.test(path.split('?')[0] ?? '')) return misplaced(item.id)
  const headers = new Headers()
  try {
    for (const [name, value] of Object.entries(item.headers ?? {})) {
      if (!outerOnly.test(name)) headers.set(name, value)
    }
  } catch {
    return problem(item.id, 400, 'badRequest', 'A header of the batch item is malformed.')
  }
  headers.set('authorization', c.req.header('authorization') ?? '')
  const hasBody = item.body !== undefined && item.method !== 'GET'
  const request = canonicalRequest(
    new Request(new URL(`/v1.0${path}`, c.req.url), {
      method: item.method,
      headers,
      ...(hasBody ? { body: JSON.stringify(item.body) } : {}),
    }),
  )
  if (notInBatch.test(decoded(new URL(request.url).pathname))) return misplaced(item.id)
  return toItem(item.id, await fetch(request))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function toItem(id: string, response: Response): Promise<BatchResponse> {
  const headers: Record<string, string> = {}
  for (const name of [
    'Content-Type',
    'Location',
    'ETag',
    'Retry-After',
    'Preference-Applied',
    'request-id',
  ]) {
    const value = response.headers.get(name)
    if (value !== null) headers[name] = value
  }
  if (response.status === 204 || response.status === 304) return { id, status: response.status, headers }
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('json')) return { id, status: response.status, headers, body: await response.json() }
  const bytes = await readAtMost(response, maxBinarySize)
  if (!bytes)
    return problem(id, 413, 'contentTooLarge', 'The answer is too large for a batch. Ask for it alone.')
  const body = type.startsWith('text/') ? new TextDecoder().decode(bytes) : base64(bytes)
  return { id, status: response.status, headers, body }
}

/** The body, or undefined when it is larger than `limit` bytes; the rest is then never read. */
async function readAtMost(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limit) return undefined
    parts.push(part)
  }
  return concat(parts)
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const failedDependency = (id: string) =>
  problem(id, 424, 'failedDependency', 'A request this one depends on failed.')

const misplaced = (id: string) =>
  problem(id, 400, 'badRequest', 'The url of a batch item is relative and names a resource.')

const problem = (id: string, status: number, code: string, message: string): BatchResponse => ({
  id,
  status,
  headers: { 'Content-Type': 'application/json' },
  body: { error: { code, message } },
})
