import { expect, test } from 'vitest'
import { jobTitleAfterName } from './job-title.ts'

test.for([
  ['Virksomhetsleder', 'virksomhetsleder'],
  ['Økonomisjef', 'økonomisjef'],
  ['Fagarbeider SFO', 'fagarbeider SFO'],
  ['Turnuslege (LIS1)', 'turnuslege (LIS1)'],
  ['HR-rådgiver', 'HR-rådgiver'],
  ['IKT-rådgiver', 'IKT-rådgiver'],
  ['VA-ingeniør', 'VA-ingeniør'],
  ['tillitsvalgt', 'tillitsvalgt'],
  ['', ''],
] as const)('after a name %j is written %j', ([title, written]) => {
  expect(jobTitleAfterName(title)).toBe(written)
})
