import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { exitWith, StartError } from './start-error.ts'

const root = join(import.meta.dirname, '..')

/** What the app is built from. */
const sources = [
  '{src,api,messages}/**/*.{ts,tsx,css,json,svg,woff2}',
  '*.html',
  'vite.config.ts',
  'package-lock.json',
]

const changedAt = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

function isBuilt() {
  const builtAt = changedAt('dist/index.html')
  return globSync(sources, { cwd: root, exclude: ['src/messages/**', '**/*.test.{ts,tsx}'] }).every(
    (path) => changedAt(path) <= builtAt,
  )
}

async function build() {
  console.log('Building the app, which takes a minute the first time')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  const stop = () => child.kill()
  process.once('SIGTERM', stop)
  const [code] = await once(child, 'exit')
  process.off('SIGTERM', stop)
  if (code !== 0) throw new StartError('The app could not be built; the reason is above.')
}

try {
  if (!isBuilt()) await build()
} catch (error) {
  exitWith(error)
}
await import('./main.ts')
