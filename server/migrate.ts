import { readConfig } from './config.ts'
import { connect } from './connect.ts'
import { prepareDatabase } from './prepare-database.ts'
import { log } from './log.ts'
import { exitWith } from './start-error.ts'
import { prepareTimedWork } from './timed-work.ts'

// Brings the database to its newest form and ends; for a deployment that migrates before it starts servers.
try {
  const { connection, stop } = await connect(readConfig(process.env), console.log)
  try {
    await prepareDatabase(connection, { kind: 'none' }, console.log)
    await prepareTimedWork(connection, log)
    console.log('The database has its newest form.')
  } finally {
    await stop()
  }
} catch (error) {
  exitWith(error)
}
