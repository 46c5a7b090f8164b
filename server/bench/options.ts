import { parseArgs } from 'node:util'

/** What to measure. */
export interface BenchOptions {
  /** Sizes of the municipality, one run of requests each. */
  employees: number[]
  /** How long each kind of request is measured, in each of its two ways. */
  seconds: number
  /** Only requests whose name contains this. */
  only: string
  /** Print how PostgreSQL answers the queries behind each kind of request instead of measuring. */
  explain: boolean
}

export const usage = `npm run bench -- [options]
  --employees 1300,50000   sizes to measure; each is seeded with 10 000 posts
  --seconds 3              per kind of request, one at a time, and as long again with 16 at once
  --only search            kinds of requests whose name contains this
  --explain                print the queries' plans instead of measuring`

/** Reads the command line. @throws TypeError for what it does not know. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      employees: { type: 'string', default: '1300,50000' },
      seconds: { type: 'string', default: '3' },
      only: { type: 'string', default: '' },
      explain: { type: 'boolean', default: false },
    },
  })
  const employees = values.employees.split(',').map(Number)
  const seconds = Number(values.seconds)
  if (!employees.every(Number.isInteger) || !(seconds > 0 && seconds <= 60)) throw new TypeError(usage)
  return { employees, seconds, only: values.only, explain: values.explain }
}
