import type { ErrorDetail } from '#api/http/contract.ts'

interface ApiErrorParts {
  status: number
  code: string
  details?: ErrorDetail[]
  requestId?: string
  cause?: unknown
}

/**
 * A call to the API that did not succeed. `code` is the most specific stable code of the answer
 * (`innerError.code`, else `error.code`), or one of our own when there is no answer: `offline` (this device
 * has no network), `network` (the server was not reached), `unexpectedAnswer` (it did not fit the contract).
 */
export class ApiError extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  readonly code: string
  readonly details: readonly ErrorDetail[]
  /** What to tell support; empty when there was no answer. */
  readonly requestId: string

  constructor({ status, code, details = [], requestId = '', cause }: ApiErrorParts) {
    super(`${status} ${code}`, { cause })
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.details = details
    this.requestId = requestId
  }
}
