import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Deps } from '../deps.ts'
import { disableUser } from '../users/leaving.ts'

/** Most accounts disabled in a day without being told to: this share of those enabled, or this many. */
const brake = { share: 0.2, least: 5 }
const day = 86_400_000

/** What became of those the directory says have left. */
export interface LeaverCounts {
  disabled: number
  /** Not disabled, because they are too many at once to be true. */
  heldBack: number
}

/**
 * Disables those whom the directory no longer counts among the enabled, and hands over what they answered for, each in
 * a transaction of its own. Too many in a day is more likely a mistake in the directory than a municipality going
 * home: then nobody is disabled until somebody says so.
 */
export async function disableLeavers(
  { db, log }: Pick<Deps, 'db' | 'log'>,
  now: Date,
  { allowMany = false }: { allowMany?: boolean } = {},
): Promise<LeaverCounts> {
  const gone = await db
    .selectFrom('directory_person')
    .innerJoin('user', 'user.id', 'directory_person.user_id')
    .select('user.id')
    .where('directory_person.is_active', '=', false)
    .where('user.account_enabled', '=', true)
    .orderBy('user.id')
    .execute()
  if (gone.length === 0) return { disabled: 0, heldBack: 0 }
  if (!allowMany && gone.length > (await room(db, now))) return { disabled: 0, heldBack: gone.length }
  let disabled = 0
  for (const { id } of gone) {
    try {
      await db.transaction().execute(async (trx) => {
        // Seen anew under lock: the next page may have brought the person back.
        const still = await trx
          .updateTable('directory_person')
          .set({ left_at: now })
          .where('user_id', '=', id)
          .where('is_active', '=', false)
          .executeTakeFirst()
        if (still.numUpdatedRows > 0n && (await disableUser(trx, id, { actorId: null, at: now }))) disabled++
      })
    } catch (error) {
      log('error', 'an account could not be disabled', { id, error: String(error) })
    }
  }
  return { disabled, heldBack: 0 }
}

/** How many more may be disabled today. */
async function room(db: Kysely<Database>, now: Date): Promise<number> {
  const since = new Date(now.getTime() - day)
  const { enabled, left } = await db
    .selectFrom('directory_person')
    .innerJoin('user', 'user.id', 'directory_person.user_id')
    .select([
      sql<number>`count(*) filter (where "user".account_enabled)::int`.as('enabled'),
      sql<number>`count(*) filter (where directory_person.left_at > ${since}::timestamptz)::int`.as('left'),
    ])
    .executeTakeFirstOrThrow()
  return Math.max(brake.least, Math.floor((enabled + left) * brake.share)) - left
}

/** After a round that read everybody: whoever was not in it is no longer there. @returns how many those are. */
export async function markUnseen(db: Kysely<Database>, round: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('directory_person')
    .set({ is_active: false })
    .where('seen_round', '<', round)
    .where('is_active', '=', true)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
