import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** What a running PostgreSQL writes about itself in its data folder. */
export interface Postmaster {
  pid: number
  port: number
  /** Socket folder, or address. */
  host: string
  status: 'starting' | 'stopping' | 'ready'
}

/**
 * The PostgreSQL that runs on this data folder, if one does: it outlives a server that was killed. Waits for one
 * that is starting or stopping. A file left behind after a power cut is removed, since its number may by now be
 * another program's, which would keep PostgreSQL from starting.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const postmaster = parsePostmasterFile(await readFile(fileOf(cluster), 'utf8').catch(() => ''))
    if (!postmaster) return undefined
    if (!(await isRunningOn(cluster, postmaster.pid))) {
      await rm(fileOf(cluster), { force: true })
      return undefined
    }
    if (postmaster.status === 'ready' || Date.now() > deadline) return postmaster
    await sleep(100)
  }
}

/** Reads `postmaster.pid`: process, folder, start time, port, socket folder, address, memory key, status. */
export function parsePostmasterFile(content: string): Postmaster | undefined {
  const [pid, , , port, socketFolder, address, , status] = content.split('\n').map((line) => line.trim())
  if (!pid || !port) return undefined
  return {
    pid: Number(pid),
    port: Number(port),
    host: socketFolder || address || '127.0.0.1',
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  }
}

const fileOf = (cluster: string) => join(cluster, 'postmaster.pid')

async function isRunningOn(cluster: string, pid: number) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, but is another user's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const command = await commandLineOf(pid)
  return command === undefined || command.includes(cluster)
}

/** Undefined where the system does not tell; then the number alone must do. */
async function commandLineOf(pid: number) {
  try {
    return await readFile(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    const ps = await promisify(execFile)('ps', ['-o', 'command=', '-p', `${pid}`]).catch(() => undefined)
    return ps?.stdout
  }
}
