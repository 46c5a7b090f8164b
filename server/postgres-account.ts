import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { StartError } from './start-error.ts'

/** Whom PostgreSQL runs as when we are root, which it refuses to be. */
export interface Account {
  uid: number
  gid: number
  /** Folders on the way are closed to the account (a checkout in /root): it needs root's right to pass through them. */
  needsPassage: boolean
}

const run = promisify(execFile)

/**
 * The account for the cluster: its owner, or the system's `postgres`, made when missing.
 * @param cluster the data folder, which need not exist yet.
 * @param binary one of PostgreSQL's programs.
 * @returns undefined for an ordinary user, who runs PostgreSQL as themself.
 * @throws StartError when the cluster is another user's, or the account cannot be made.
 */
export async function findAccount(cluster: string, binary: string): Promise<Account | undefined> {
  const owner = await stat(cluster).catch(() => undefined)
  const self = process.getuid?.()
  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new StartError(
        `${cluster} belongs to another user: start as that user, or set DATA_DIR to another folder.`,
      )
    }
    return undefined
  }
  const ids = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await systemAccount()
  const isOpen = (await isPassable(dirname(cluster))) && (await isPassable(dirname(binary)))
  return { ...ids, needsPassage: !isOpen }
}

/** The command that runs `program` as `account`. */
export function commandFor(account: Account | undefined, program: string, args: string[]) {
  if (!account) return { program, args, options: {} }
  const { uid, gid } = account
  if (!account.needsPassage) return { program, args, options: { uid, gid } }
  const identity = ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups']
  // Without the secure bit access(2), which initdb asks, would look at the account alone.
  const right = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override']
  const passage = ['--securebits', '+no_setuid_fixup', ...right]
  return { program: 'setpriv', args: [...identity, ...passage, '--', program, ...args], options: {} }
}

async function systemAccount() {
  const name = 'postgres'
  const existing = await idsOf(name)
  if (existing) return existing
  await run('useradd', ['--system', '--user-group', '--no-create-home', name]).catch(() => undefined)
  const made = await idsOf(name)
  if (made) return made
  throw new StartError(
    'PostgreSQL does not run as root, and the user «postgres» could not be made: start as an ordinary user, or set DATABASE_URL.',
  )
}

async function idsOf(name: string) {
  try {
    const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(user.stdout), gid: Number(group.stdout) }
  } catch {
    return undefined
  }
}

/** Whether everyone may pass through the folder and all above it. */
async function isPassable(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined)
  if (found && (found.mode & 0o001) === 0) return false
  const parent = dirname(folder)
  return parent === folder || isPassable(parent)
}
