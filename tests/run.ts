import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

// `npm test`: everything there is to check, in the order in which a fault is found soonest. It goes on after a fault; at the
// end the faults are told once more, and the last line says how it went.

interface Tally {
  passed: number
  failed: number
  skipped: number
  /** What failed, in words. */
  faults: string[]
}

/** Steps that pass or fail as a whole. */
const checks = ['messages', 'types', 'lint', 'format:check', 'build', 'build -- --mode mocks']
const journeys = 'tests/e2e/playwright.config.ts'
const none: Tally = { passed: 0, failed: 0, skipped: 0, faults: [] }
/** Characters of output and of a message that tell what a fault is about. */
const enoughOutput = 4000
const enoughMessage = 600

/** How a command went: whether it succeeded, and the end of what it printed. */
interface Ended {
  succeeded: boolean
  output: string
}

/** Runs a command, its output passed on as it comes. */
function run(command: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  console.log(`\n▸ ${command} ${args.join(' ')}`)
  const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
  const child = spawn(command, args, {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env },
    shell: process.platform === 'win32',
  })
  let output = ''
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', (text: string) => {
      to.write(text)
      output = (output + text).slice(-enoughOutput)
    })
  }
  return new Promise((done) => {
    child.on('error', (error) => {
      console.log(String(error))
      done({ succeeded: false, output: String(error) })
    })
    child.on('close', (code) => done({ succeeded: code === 0, output }))
  })
}

/** A run that failed without a failed test, such as a file that cannot be loaded, is a failure all the same. */
function honest({ succeeded, output }: Ended, tally: Tally): Tally {
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1, faults: [output] }
}

async function readReport(path: string): Promise<Record<string, unknown>> {
  // A run that broke off has written no report.
  return JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Record<string, unknown>
}

const count = (...values: unknown[]) => values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0)

async function runChecks(): Promise<Tally> {
  const faults: string[] = []
  for (const check of checks) {
    const { succeeded, output } = await run('npm', ['run', '--silent', ...check.split(' ')])
    if (!succeeded) faults.push(`npm run ${check}\n${output}`)
  }
  return { ...none, failed: faults.length, faults }
}

/** The part of the report of vitest that is read. */
interface VitestReport {
  numPassedTests?: number
  numFailedTests?: number
  numPendingTests?: number
  numTodoTests?: number
  testResults?: {
    name: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

const failedTests = ({ testResults = [] }: VitestReport): string[] =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages }) =>
          `${name}: ${fullName}\n${failureMessages.join('\n').slice(0, enoughMessage)}`,
      ),
  )

async function runVitest(folder: string): Promise<Tally> {
  const path = join(folder, 'vitest.json')
  const ended = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
  ])
  const report: VitestReport = await readReport(path)
  return honest(ended, {
    passed: count(report.numPassedTests),
    failed: count(report.numFailedTests),
    skipped: count(report.numPendingTests, report.numTodoTests),
    faults: failedTests(report),
  })
}

async function runJourneys(folder: string): Promise<Tally> {
  if (!existsSync(journeys)) return none
  const path = join(folder, 'journeys.json')
  const ended = await run('playwright', ['test', '--config', journeys, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: path,
  })
  const { stats = {} } = (await readReport(path)) as { stats?: Record<string, number> } // Playwright's own form
  return honest(ended, {
    passed: count(stats.expected),
    // What passes only at the second try is not to be relied on.
    failed: count(stats.unexpected, stats.flaky),
    skipped: count(stats.skipped),
    // Its list ends with them.
    faults: [],
  })
}

const folder = await mkdtemp(join(tmpdir(), 'tunet-reports-'))
const tallies = [await runChecks(), await runVitest(folder), await runJourneys(folder)]
await rm(folder, { recursive: true, force: true })

const faults = tallies.flatMap((tally) => tally.faults)
if (faults.length > 0) console.log(`\nWhat failed:\n\n${faults.join('\n\n')}`)
const total = (key: Exclude<keyof Tally, 'faults'>) => tallies.reduce((sum, tally) => sum + tally[key], 0)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exitCode = total('failed') > 0 ? 1 : 0
