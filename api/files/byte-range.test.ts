// @vitest-environment node
import { expect, test } from 'vitest'
import { parseContentRange, parseRange } from './byte-range.ts'

test.for([
  ['bytes=0-9', { first: 0, last: 9 }],
  ['bytes=90-', { first: 90, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=50-1000', { first: 50, last: 99 }],
  ['bytes=-1000', { first: 0, last: 99 }],
  ['bytes=99-99', { first: 99, last: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-0', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,5-6', undefined],
  ['lines=0-1', undefined],
  ['bytes=a-b', undefined],
  [undefined, undefined],
] as const)('Range %s of 100 bytes is %j', ([header, range]) => {
  expect(parseRange(header, 100)).toEqual(range)
})

test.for([
  ['bytes 0-327679/1000000', { first: 0, last: 327_679, total: 1_000_000 }],
  ['bytes */1000', undefined],
  ['bytes 0-9/*', undefined],
  ['bytes=0-9/10', undefined],
  ['bytes -1-9/10', undefined],
  [`bytes 0-9/${'9'.repeat(16)}`, undefined],
  [undefined, undefined],
] as const)('Content-Range %s is %j', ([header, range]) => {
  expect(parseContentRange(header)).toEqual(range)
})
