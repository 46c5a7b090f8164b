import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

// `npm test`: everything there is to check, in the order in which a fault is found soonest. It goes on after a fault, and
// the last line says how it went.

interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Steps that pass or fail as a whole. */
const checks = ['messages', 'types', 'lint', 'format:check', 'build', 'build -- --mode mocks']
const journeys = 'tests/e2e/playwright.config.ts'
const none: Tally = { passed: 0, failed: 0, skipped: 0 }

/** Runs a command, its output passed on as it comes. Resolves to whether it succeeded. */
function run(command: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  console.log(`\n▸ ${command} ${args.join(' ')}`)
  const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ...env },
    shell: process.platform === 'win32',
  })
  return new Promise((done) => {
    child.on('error', (error) => {
      console.log(String(error))
      done(false)
    })
    child.on('close', (code) => done(code === 0))
  })
}

/** A run that failed without a failed test, such as a file that cannot be loaded, is a failure all the same. */
function honest(succeeded: boolean, tally: Tally): Tally {
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

async function readReport(path: string): Promise<Record<string, unknown>> {
  // A run that broke off has written no report.
  return JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Record<string, unknown>
}

const count = (...values: unknown[]) => values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0)

async function runChecks(): Promise<Tally> {
  let failed = 0
  for (const check of checks) if (!(await run('npm', ['run', '--silent', ...check.split(' ')]))) failed += 1
  return { ...none, failed }
}

async function runVitest(folder: string): Promise<Tally> {
  const path = join(folder, 'vitest.json')
  const succeeded = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
  ])
  const report = await readReport(path)
  return honest(succeeded, {
    passed: count(report.numPassedTests),
    failed: count(report.numFailedTests),
    skipped: count(report.numPendingTests, report.numTodoTests),
  })
}

async function runJourneys(folder: string): Promise<Tally> {
  if (!existsSync(journeys)) return none
  const path = join(folder, 'journeys.json')
  const succeeded = await run('playwright', ['test', '--config', journeys, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: path,
  })
  const { stats = {} } = (await readReport(path)) as { stats?: Record<string, number> } // Playwright's own form
  return honest(succeeded, {
    passed: count(stats.expected),
    // What passes only at the second try is not to be relied on.
    failed: count(stats.unexpected, stats.flaky),
    skipped: count(stats.skipped),
  })
}

const folder = await mkdtemp(join(tmpdir(), 'tunet-reports-'))
const tallies = [await runChecks(), await runVitest(folder), await runJourneys(folder)]
await rm(folder, { recursive: true, force: true })

const total = (key: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[key], 0)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exitCode = total('failed') > 0 ? 1 : 0
