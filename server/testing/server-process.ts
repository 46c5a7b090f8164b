import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const folder = join(import.meta.dirname, '..')
/** Milliseconds a start may take on a slow machine with much else to do. */
const patience = 90_000

/** A command of ours, run as the operator runs it. */
export interface ServerProcess {
  /** All it has printed. */
  output(): string
  signal(name: NodeJS.Signals): void
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

/** Runs `server/<file>` with these settings and no others. */
export function run(file: string, settings: Record<string, string>, args: string[] = []): ServerProcess {
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(process.execPath, [join(folder, file), ...args], {
    env: { PATH, HOME, TMPDIR, ...settings },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)))
  return {
    output: () => printed,
    signal: (name) => child.kill(name),
    ended: once(child, 'close').then(([code, signal]) => code ?? signal),
  }
}

/** Runs a command to its end. */
export async function runToEnd(file: string, settings: Record<string, string>, args: string[] = []) {
  const command = run(file, settings, args)
  return { code: await command.ended, output: command.output().trim() }
}

/**
 * Starts the server and waits until it can serve.
 * @throws with what it printed when it ends instead.
 */
export async function startServer(
  settings: Record<string, string> & { PORT: string },
): Promise<ServerProcess> {
  const server = run('main.ts', settings)
  let isRunning = true
  void server.ended.then(() => (isRunning = false))
  for (const deadline = Date.now() + patience; isRunning && Date.now() < deadline; await sleep(100)) {
    const response = await fetch(`http://localhost:${settings.PORT}/healthz`).catch(() => undefined)
    if (response?.status === 200) return server
  }
  server.signal('SIGTERM')
  throw new Error(`The server did not start:\n${server.output()}`)
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return String(typeof address === 'object' ? address?.port : address)
}
