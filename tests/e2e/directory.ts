import { openDatabase } from '#server/database.ts'
import { startPostgres } from '#server/postgres.ts'
import { findPlaces } from './places.ts'
import { demoPerson, type PersonKey } from './sign-in.ts'

async function setEnabled(key: PersonKey, isEnabled: boolean): Promise<void> {
  const { dataDir } = await findPlaces()
  // Joins the database the server has started.
  const { connection } = await startPostgres(dataDir, () => undefined)
  const db = openDatabase(connection)
  try {
    const { id } = demoPerson(key)
    await db.updateTable('user').set({ account_enabled: isEnabled }).where('id', '=', id).execute()
  } finally {
    await db.destroy()
  }
}

/** Disables a person in the server's database, as the directory does. Returns what undoes it. */
export async function disable(key: PersonKey): Promise<() => Promise<void>> {
  await setEnabled(key, false)
  return () => setEnabled(key, true)
}
