import * as z from 'zod/mini'
import { accessToken } from './access-token.ts'
import { ApiError } from './api-error.ts'

export { ApiError } from './api-error.ts'

/** What a call may carry beside its path. */
export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** A plain value is sent as JSON; a Blob, bytes or text with its own `Content-Type` header is sent as it is. */
  body?: unknown
  /** Query options; undefined ones are left out. */
  query?: Record<string, string | number | boolean | undefined>
  /** The `@odata.etag` that was read; the API answers 412 when someone has changed the thing since. */
  ifMatch?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** The envelope of a collection: one page, and the link to the next if there is one. */
export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    value: z.array(item),
    '@odata.nextLink': z.optional(z.string()),
    '@odata.count': z.optional(z.int()),
  })

/**
 * Calls the API and checks the answer against `schema`. `path` is a path (`/v1.0/me`) or a next link.
 * @throws {ApiError} for every refusal, for no network, and for an answer that does not fit.
 */
export async function request<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<Schema>> {
  return checked(schema, await call(path, options))
}

async function checked<Schema extends z.ZodMiniType>(
  schema: Schema,
  response: Response,
): Promise<z.output<Schema>> {
  let answer: unknown
  try {
    answer = await response.json()
  } catch (cause) {
    throw unexpected(response, cause)
  }
  const result = schema.safeParse(answer)
  if (!result.success) throw unexpected(response, result.error)
  return result.data
}

/** The same, when there may be nothing to answer with. @returns undefined for 204. @throws {ApiError} */
export async function requestIfAny<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<Schema> | undefined> {
  const response = await call(path, options)
  return response.status === 204 ? undefined : checked(schema, response)
}

/** Calls the API when the answer has no content, or none that matters. @throws {ApiError} */
export async function requestNothing(path: string, options: RequestOptions = {}): Promise<void> {
  const response = await call(path, options)
  await response.body?.cancel()
}

/** Fetches content, such as a file or a photo. @throws {ApiError} */
export async function requestBlob(path: string, options: RequestOptions = {}): Promise<Blob> {
  const response = await call(path, { headers: { Accept: '*/*' }, ...options })
  return response.blob()
}

/** Opens an answer that is read while it arrives. @throws {ApiError} */
export async function requestStream(
  path: string,
  options: RequestOptions = {},
): Promise<ReadableStream<Uint8Array>> {
  const response = await call(path, options)
  if (!response.body) throw unexpected(response, new Error('no body'))
  return response.body
}

/** How often a read is tried again when the API says it is busy. */
const maxRetries = 2
/** Longest wait, in seconds, that a person is made to sit through before seeing the error. */
const maxWait = 20

async function call(path: string, options: RequestOptions): Promise<Response> {
  const mayRepeat = (options.method ?? 'GET') === 'GET'
  let response = await send(path, options, await accessToken())
  if (response.status === 401) {
    response = await send(path, options, await accessToken({ forceRefresh: true }))
  }
  for (let retry = 0; mayRepeat && retry < maxRetries; retry++) {
    const wait = secondsToWait(response)
    if (wait === undefined) break
    await pause(wait, options.signal)
    response = await send(path, options, await accessToken())
  }
  if (!response.ok) throw await refusal(response)
  return response
}

async function send(path: string, options: RequestOptions, token: string): Promise<Response> {
  const { body, contentType } = encode(options.body)
  const headers = new Headers({ Accept: 'application/json', ...contentType, ...options.headers })
  headers.set('Authorization', `Bearer ${token}`)
  headers.set('client-request-id', crypto.randomUUID())
  if (options.ifMatch) headers.set('If-Match', options.ifMatch)
  try {
    return await fetch(target(path, options.query), {
      method: options.method ?? 'GET',
      headers,
      body,
      signal: options.signal,
      cache: 'no-store',
      credentials: 'omit',
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new ApiError({ status: 0, code: navigator.onLine ? 'network' : 'offline', cause })
  }
}

/** The token must never leave for another origin, so of a next link only the path and query are used. */
function target(path: string, query: RequestOptions['query'] = {}): URL {
  const from = new URL(path, location.origin)
  const url = new URL(from.pathname + from.search, location.origin)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return url
}

function encode(body: unknown): { body?: BodyInit; contentType?: Record<string, string> } {
  if (body === undefined) return {}
  if (typeof body === 'string' || body instanceof Blob || body instanceof ArrayBuffer) return { body }
  // Bytes on a shared buffer are never made here, and fetch would refuse them.
  if (body instanceof Uint8Array) return { body: body as Uint8Array<ArrayBuffer> }
  return { body: JSON.stringify(body), contentType: { 'Content-Type': 'application/json' } }
}

/** Seconds of `Retry-After` on 429 and 503; undefined when it should not be tried again. */
function secondsToWait(response: Response): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '1', 10)
  return Number.isNaN(seconds) || seconds > maxWait ? undefined : seconds
}

function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, seconds * 1000)
    signal?.addEventListener('abort', stop, { once: true })
    function done() {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    function stop() {
      clearTimeout(timer)
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'))
    }
  })
}

const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    details: z.optional(
      z.array(
        z.object({
          code: z.string(),
          target: z.optional(z.string()),
          message: z.string(),
          start: z.optional(z.int()),
          end: z.optional(z.int()),
        }),
      ),
    ),
    innerError: z.optional(z.object({ code: z.optional(z.string()), 'request-id': z.optional(z.string()) })),
  }),
})

async function refusal(response: Response): Promise<ApiError> {
  const body = ErrorBody.safeParse(await response.json().catch(() => undefined))
  const error = body.data?.error
  return new ApiError({
    status: response.status,
    code: error?.innerError?.code ?? error?.code ?? `http${response.status}`,
    details: error?.details,
    requestId: error?.innerError?.['request-id'] ?? requestIdOf(response),
  })
}

const unexpected = (response: Response, cause: unknown) =>
  new ApiError({
    status: response.status,
    code: 'unexpectedAnswer',
    requestId: requestIdOf(response),
    cause,
  })

const requestIdOf = (response: Response) => response.headers.get('request-id') ?? ''
