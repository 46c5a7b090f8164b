import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.for([
  ['Kari Nilsen', 'KN'],
  ['Anne Marie Åsheim-Øvrebø', 'AÅ'],
  ['  Štefan  Novák ', 'ŠN'],
  ['Prince', 'P'],
  ['', ''],
] as const)('%s has the initials %s', ([name, initials]) => {
  expect(initialsOf(name)).toBe(initials)
})
