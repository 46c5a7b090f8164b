import { DirectoryFault } from '#api/directory-sync/source.ts'
import { synchroniseDirectory } from '#api/directory-sync/synchronise.ts'
import { readConfig } from './config.ts'
import { connect } from './connect.ts'
import { openDatabase } from './database.ts'
import { openGraph } from './directory-sync/graph-source.ts'
import { summaryText } from './directory-sync/summary-text.ts'
import { log } from './log.ts'
import { prepareDatabase } from './prepare-database.ts'
import { exitWith, StartError } from './start-error.ts'

/** Milliseconds a statement may take: those over everybody take seconds in a large municipality. */
const statementLimit = 120_000

/** Reads the directory of Microsoft Graph now, prints how it goes and what it came to. */
async function sync(args: readonly string[]) {
  const unknown = args.find((arg) => arg !== '--allow-many')
  if (unknown !== undefined) throw new StartError(`npm run sync takes --allow-many, and not ${unknown}.`)
  const config = readConfig(process.env)
  if (!config.graph)
    throw new StartError(
      'Say which directory: set GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET (README, Settings).',
    )
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  const { connection, stop } = await connect(config, console.log)
  const db = openDatabase(connection, statementLimit)
  try {
    await prepareDatabase(connection, { kind: 'none' }, console.log)
    const { signal } = stopping
    const summary = await synchroniseDirectory({
      db,
      now: () => new Date(),
      log,
      source: openGraph(config.graph, { signal }),
      signal,
      onProgress: console.log,
      allowMany: args.includes('--allow-many'),
    })
    if (!summary) throw new StartError('Another run is reading the directory just now: try again in a while.')
    console.log(summaryText(summary))
    if (summary.heldBack > 0) process.exitCode = 1
  } catch (error) {
    throw error instanceof DirectoryFault ? new StartError(error.message) : error
  } finally {
    await db.destroy()
    await stop()
  }
}

try {
  await sync(process.argv.slice(2))
} catch (error) {
  exitWith(error)
}
