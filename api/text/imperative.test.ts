// @vitest-environment node
import { expect, test } from 'vitest'
import { imperativeOf } from './imperative.ts'

test.each([
  ['ringer', 'ring'],
  ['kommer', 'kom'],
  ['går', 'gå'],
  ['gir', 'gi'],
  ['leverer', 'lever'],
  ['vurderer', 'vurder'],
  ['åpner', 'åpne'],
  ['varsler', 'varsle'],
  ['fyller', 'fyll'],
  ['tegner', 'tegn'],
  ['gjør', 'gjør'],
  ['er', 'vær'],
  ['kan', undefined],
  ['ikke', undefined],
])('the imperative of «%s» is %s', (present, imperative) => {
  expect(imperativeOf(present)).toBe(imperative)
})
