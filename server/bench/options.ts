import { parseArgs } from 'node:util'
import { seedSizes } from '#mocks/seed/scale.ts'

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

const usage = `npm run bench -- [options]
  --employees 1300,12000,50000   sizes to measure (${seedSizes.join(', ')}); each is seeded with 10 000 posts
  --seconds 3              per kind of request, one at a time, and as long again with 16 at once
  --only search            kinds of requests whose name contains this
  --explain                print the queries' plans instead of measuring`

/** The command line cannot be understood; the message says how it is written. */
export class UsageError extends Error {}

/** Reads the command line. @throws UsageError */
export function readOptions(args: string[]): BenchOptions {
  const values = parse(args)
  const employees = values.employees.split(',').map(Number)
  const seconds = Number(values.seconds)
  if (
    !employees.every((size) => seedSizes.some((known) => known === size)) ||
    !(seconds > 0 && seconds <= 60)
  ) {
    throw new UsageError(usage)
  }
  return { employees, seconds, only: values.only, explain: values.explain }
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        employees: { type: 'string', default: '1300,12000,50000' },
        seconds: { type: 'string', default: '3' },
        only: { type: 'string', default: '' },
        explain: { type: 'boolean', default: false },
      },
    })
    return values
  } catch {
    throw new UsageError(usage)
  }
}
