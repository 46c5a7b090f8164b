import type * as z from 'zod/mini'
import type { ErrorDetail } from './contract.ts'
import { ApiError, badRequest, contentTooLarge, unprocessable, unsupportedMediaType } from './errors.ts'
import type { ApiContext } from './env.ts'

/** Largest JSON body, in bytes. */
const maxJsonSize = 1024 * 1024
/** Deepest nesting of a JSON body. */
const maxJsonDepth = 32

/**
 * Reads the whole body, but never more than `limit` bytes.
 * @throws 413 when it is larger, 400 `bodyInterrupted` when the connection is lost on the way.
 */
export async function readBytes(c: ApiContext, limit: number): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > limit) throw contentTooLarge(limit)
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of c.req.raw.body ?? []) {
      size += part.length
      if (size > limit) throw contentTooLarge(limit)
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw badRequest('bodyInterrupted', 'The body did not arrive whole.')
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const char = json[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    else if (char === '}' || char === ']') depth--
  }
  return deepest
}

/** Text PostgreSQL cannot store: U+0000, and halves of surrogate pairs. */
function hasUnstorableText(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed()
  if (Array.isArray(value)) return value.some(hasUnstorableText)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, member]) => hasUnstorableText(key) || hasUnstorableText(member))
}

/**
 * Reads a JSON body and checks it against the contract.
 * @throws 415 without a JSON content type, 413 over 1 MiB, 400 for malformed JSON or nesting over 32,
 *   422 `invalidContent` with one detail per wrong field.
 */
export async function readJson<T>(c: ApiContext, schema: z.ZodMiniType<T>): Promise<T> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw unsupportedMediaType('application/json')
  const bytes = await readBytes(c, maxJsonSize)
  let value: unknown
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (depthOf(json) > maxJsonDepth) throw badRequest('malformedValue', 'The JSON is nested too deeply.')
    value = JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw badRequest('malformedValue', 'The body is not valid JSON in UTF-8.')
    }
    throw error
  }
  if (hasUnstorableText(value)) throw badRequest('malformedValue', 'The body has text that cannot be stored.')
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw unprocessable(
    'invalidContent',
    'The body does not fit the contract.',
    result.error.issues.map(toDetail),
  )
}

function toDetail(issue: z.core.$ZodIssue): ErrorDetail {
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  const code =
    issue.code === 'too_big'
      ? 'tooLong'
      : issue.code === 'unrecognized_keys'
        ? 'unknownProperty'
        : missing
          ? 'requiredFieldMissing'
          : 'malformedValue'
  const target = issue.code === 'unrecognized_keys' ? issue.keys.join(',') : issue.path.join('/')
  return { code, target, message: issue.message }
}
