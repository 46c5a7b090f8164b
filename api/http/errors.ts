import type { ErrorDetail } from './contract.ts'

/** What differs from error to error, beside status and top-level code. */
export interface ErrorParts {
  /** Specific stable code, sent as `error.innerError.code`. */
  code?: string
  /** The property or query option the error concerns. */
  target?: string
  details?: ErrorDetail[]
  /** Extra response headers, such as `Retry-After` or `Allow`. */
  headers?: Record<string, string>
}

/**
 * An error with a meaning for the caller. Thrown anywhere below a route; `onError` in app.ts is the
 * only place that turns it into a response, in Microsoft Graph's form (top-level code = the HTTP
 * reason in camelCase, the specific one in `innerError.code`).
 */
export class ApiError extends Error {
  readonly status: number
  readonly topCode: string
  readonly parts: ErrorParts

  constructor(status: number, topCode: string, message: string, parts: ErrorParts = {}) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.topCode = topCode
    this.parts = parts
  }
}

/** 400: the request itself is wrong. `code` says how (`malformedValue`, `invalidQueryOption`, …). */
export const badRequest = (code: string, message: string, parts: Omit<ErrorParts, 'code'> = {}) =>
  new ApiError(400, 'badRequest', message, { ...parts, code })

/** 400 `invalidQueryOption`: an unknown, repeated or malformed query option, or one not supported here. */
export const invalidQueryOption = (target: string, message: string) =>
  badRequest('invalidQueryOption', message, { target })

/** 401: no token, or one that does not verify. Never says which check failed. */
export const unauthorized = () =>
  new ApiError(401, 'unauthorized', 'A valid access token is required.', {
    code: 'invalidAuthenticationToken',
    headers: { 'WWW-Authenticate': 'Bearer realm="tunet", error="invalid_token"' },
  })

/** 403: the caller may know the thing exists, but not do this with it. */
export const forbidden = (code = 'accessDenied', message = 'You may not do this.') =>
  new ApiError(403, 'forbidden', message, { code })

/** 404: it does not exist, or the caller may not know that it does. Both look exactly the same. */
export const notFound = () =>
  new ApiError(404, 'notFound', 'The resource was not found.', { code: 'itemNotFound' })

/** 405 with the methods that do exist. */
export const methodNotAllowed = (allow: readonly string[]) =>
  new ApiError(405, 'methodNotAllowed', 'The method is not allowed here.', {
    headers: { Allow: allow.join(', ') },
  })

/** 409: the thing is in a state where this cannot be done. `code` names the reason. */
export const conflict = (code: string, message: string, parts: Omit<ErrorParts, 'code'> = {}) =>
  new ApiError(409, 'conflict', message, { ...parts, code })

/** 412: someone else changed the thing since the caller read it. */
export const preconditionFailed = (message = 'The resource was changed by someone else.') =>
  new ApiError(412, 'preconditionFailed', message, { code: 'resourceModified' })

/** 413: larger than the limit, which is given in bytes in the message. */
export const contentTooLarge = (limitInBytes: number) =>
  new ApiError(413, 'contentTooLarge', `The content is larger than ${limitInBytes} bytes.`, {
    code: 'contentTooLarge',
  })

/** 415: a media type this operation does not take. */
export const unsupportedMediaType = (expected: string) =>
  new ApiError(415, 'unsupportedMediaType', `Send ${expected}.`, { code: 'unsupportedMediaType' })

/** 416: a range outside the file, or an upload fragment that is not the next one. */
export const rangeNotSatisfiable = (code: string, message: string, headers?: Record<string, string>) =>
  new ApiError(416, 'rangeNotSatisfiable', message, { code, headers })

/** 422: well-formed, but the content is refused. `details` names each field. */
export const unprocessable = (code: string, message: string, details: ErrorDetail[] = []) =>
  new ApiError(422, 'unprocessableContent', message, { code, details })

/** 428: this resource may only be changed with `If-Match`. */
export const preconditionRequired = () =>
  new ApiError(428, 'preconditionRequired', 'Send If-Match with the etag you read.', {
    code: 'preconditionRequired',
  })

/** 429: slow down. `retryAfter` is whole seconds. */
export const tooManyRequests = (retryAfter: number) =>
  new ApiError(429, 'tooManyRequests', 'Too many requests.', {
    code: 'throttledRequest',
    headers: { 'Retry-After': String(retryAfter) },
  })

/** 503: something the API leans on does not answer now (for example the sign-in keys). `retryAfter` in seconds. */
export const serviceUnavailable = (code: string, retryAfter = 10) =>
  new ApiError(503, 'serviceUnavailable', 'The service is unavailable for a moment.', {
    code,
    headers: { 'Retry-After': String(retryAfter) },
  })

/** 507: the caller's storage is full. */
export const insufficientStorage = () =>
  new ApiError(507, 'insufficientStorage', 'Your storage quota is used up.', { code: 'quotaLimitReached' })
