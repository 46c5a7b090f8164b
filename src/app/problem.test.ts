import { expect, test } from 'vitest'
import { ApiError } from '../lib/api-error.ts'
import { problemOf } from './problem.ts'

test.for([
  [new ApiError({ status: 404, code: 'itemNotFound' }), 'notFound'],
  [new ApiError({ status: 403, code: 'accessDenied' }), 'forbidden'],
  [new ApiError({ status: 401, code: 'invalidAuthenticationToken' }), 'signedOut'],
  [new ApiError({ status: 0, code: 'offline' }), 'offline'],
  [new ApiError({ status: 0, code: 'network' }), 'ours'],
  [new ApiError({ status: 500, code: 'internalServerError' }), 'ours'],
  [new ApiError({ status: 200, code: 'unexpectedAnswer' }), 'ours'],
  [new TypeError('Failed to fetch dynamically imported module: /assets/a.js'), 'outdated'],
  [new TypeError('Importing a module script failed.'), 'outdated'],
  [new TypeError("Cannot read properties of undefined (reading 'x')"), 'crash'],
] as const)('%s is shown as %s', ([error, kind]) => {
  expect(problemOf(error).kind).toBe(kind)
})

test('the request id is there for support', () => {
  expect(problemOf(new ApiError({ status: 500, code: 'x', requestId: 'r-1' })).requestId).toBe('r-1')
})
