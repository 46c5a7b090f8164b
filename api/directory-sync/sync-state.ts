import type { Kysely, Selectable, Transaction, Updateable } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { DirectorySyncTable } from '../database/directory-tables.ts'

/** How far the directory has been read. */
export type SyncState = Selectable<DirectorySyncTable>

/** Milliseconds a run keeps the directory to itself after its last sign of life: longer than any wait within it. */
const leaseTime = 15 * 60_000

/** Another process has taken over, since this one gave no sign of life for too long. */
export class LeaseLost extends Error {
  constructor() {
    super('Another process has taken over reading the directory.')
    this.name = 'LeaseLost'
  }
}

/** Takes the directory for a run. @returns where to go on; undefined while another run is at it. */
export async function takeLease(
  db: Kysely<Database>,
  leaseId: string,
  now: Date,
): Promise<SyncState | undefined> {
  return db
    .updateTable('directory_sync')
    .set({ lease_id: leaseId, lease_until: new Date(now.getTime() + leaseTime) })
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst()
}

/**
 * Keeps progress and the lease. In the transaction of what the progress is about, so that the two stand or fall together.
 * @throws LeaseLost.
 */
export async function keepProgress(
  db: Kysely<Database> | Transaction<Database>,
  leaseId: string,
  now: Date,
  progress: Updateable<DirectorySyncTable> = {},
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('directory_sync')
    .set({ ...progress, lease_until: new Date(now.getTime() + leaseTime) })
    .where('lease_id', '=', leaseId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new LeaseLost()
}

/** Lets go of the directory. */
export async function releaseLease(db: Kysely<Database>, leaseId: string): Promise<void> {
  await db
    .updateTable('directory_sync')
    .set({ lease_id: null, lease_until: null })
    .where('lease_id', '=', leaseId)
    .execute()
}
