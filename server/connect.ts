import type { ClientConfig } from 'pg'
import type { Config } from './config.ts'
import { checkDatabase } from './database.ts'
import { startPostgres } from './postgres.ts'

/** A database that answers, and what ends it when it is ours. */
export interface Connected {
  connection: ClientConfig
  stop: () => Promise<void>
}

/**
 * The database of DATABASE_URL, or our own.
 * @throws StartError when it cannot be reached or started.
 */
export async function connect(
  { databaseUrl, dataDir }: Config,
  onProgress: (text: string) => void,
): Promise<Connected> {
  if (!databaseUrl) return startPostgres(dataDir, onProgress)
  const connection = { connectionString: databaseUrl }
  await checkDatabase(connection)
  return { connection, stop: async () => undefined }
}
