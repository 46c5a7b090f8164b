import { isRouteErrorResponse } from 'react-router'
import { ApiError } from '../lib/api-error.ts'

/** What went wrong, as a person needs to know it. */
export interface Problem {
  kind: 'notFound' | 'forbidden' | 'signedOut' | 'offline' | 'ours' | 'outdated' | 'crash'
  /** What to tell support; empty when there is none. */
  requestId: string
}

/** Which of the few kinds of problems an error is. What may not be known about looks like what is not there. */
export function problemOf(error: unknown): Problem {
  if (isRouteErrorResponse(error)) return { kind: error.status === 404 ? 'notFound' : 'crash', requestId: '' }
  if (!(error instanceof ApiError))
    return { kind: isMissingFile(error) ? 'outdated' : 'crash', requestId: '' }
  return { kind: kindOf(error), requestId: error.requestId }
}

function kindOf({ status, code }: ApiError): Problem['kind'] {
  if (code === 'offline') return 'offline'
  if (status === 404) return 'notFound'
  if (status === 403) return 'forbidden'
  if (status === 401) return 'signedOut'
  return 'ours'
}

/** Every browser has words of its own for a module that could not be fetched. */
const isMissingFile = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message)
