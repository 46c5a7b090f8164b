import type { ApiContext } from './env.ts'
import { isDatabaseUnavailable } from './database-unavailable.ts'
import { ApiError, serviceUnavailable } from './errors.ts'

/**
 * The only place errors become answers. What was not foreseen is 500 with nothing but the request id, and a log
 * line; a statement that ran into the database's time limit is 503, and so is a database that does not answer.
 */
export function errorResponse(error: Error, c: ApiContext): Response {
  const known = error instanceof ApiError ? error : unforeseen(error, c)
  const { code, target, details, headers } = known.parts
  for (const [name, value] of Object.entries(headers ?? {})) c.header(name, value)
  const clientRequestId = c.res.headers.get('client-request-id')
  return c.json(
    {
      error: {
        code: known.topCode,
        message: known.message,
        ...(target === undefined ? {} : { target }),
        ...(details && details.length > 0 ? { details } : {}),
        innerError: {
          ...(code === undefined ? {} : { code }),
          date: c.var.deps.now().toISOString().slice(0, 19),
          'request-id': c.var.requestId,
          ...(clientRequestId === null ? {} : { 'client-request-id': clientRequestId }),
        },
      },
    },
    // Every status an ApiError is made with carries a body.
    known.status as 400,
  )
}

function unforeseen(error: Error, c: ApiContext): ApiError {
  const sqlState = 'code' in error ? String(error.code) : ''
  c.var.deps.log('error', 'request failed', {
    requestId: c.var.requestId,
    method: c.req.method,
    // The end of an upload URL is a secret, and so is that of a screen.
    path: c.req.path.replace(/((?:uploadSessions|infoScreens\/screen)\/).*/, '$1…'),
    error: error.name,
    sqlState,
    stack: error.stack,
  })
  if (sqlState === '57014') {
    return new ApiError(503, 'serviceUnavailable', 'The query took too long.', {
      code: 'queryTimeout',
      headers: { 'Retry-After': '5' },
    })
  }
  if (isDatabaseUnavailable(error)) return serviceUnavailable('databaseUnavailable', 5)
  return new ApiError(500, 'internalServerError', 'Something went wrong on our side.')
}
