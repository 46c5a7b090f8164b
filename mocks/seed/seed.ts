import type { Kysely } from 'kysely'
import { record } from '#api/audit/record.ts'
import type { Database } from '#api/database/schema.ts'
import { rebuildSearchWords } from '#api/search/search-words.ts'
import { insertAbsences } from './absences.ts'
import { insertCallBacks } from './call-backs.ts'
import { insertDuties } from './duties.ts'
import { insertHandover } from './handover.ts'
import { insertNews } from './news/insert-news.ts'
import { searchMissesBefore } from './search-misses.ts'
import { seedPeople } from './seed-people.ts'

/** What to fill the database with. */
export interface SeedOptions {
  /** One of `seedSizes`. */
  employees: number
  /** Posts in all; the hand-written ones come first. Left out: those alone. */
  newsPosts?: number
  /** The day the demo is opened: posts lie in the weeks before it. */
  now: Date
  /** Told in plain words what is going on. */
  onProgress?: (text: string) => void
}

/**
 * Fills an empty, migrated database with Elvestrand kommune: organisation, people and news. The same options give the
 * same rows, on PostgreSQL and on PGlite. All or nothing.
 * @throws RangeError when `employees` is none of `seedSizes`.
 */
export async function seedDatabase(db: Kysely<Database>, options: SeedOptions): Promise<void> {
  const { employees, now, onProgress = () => {} } = options
  await db.transaction().execute(async (trx) => {
    const { organizationId, units, people, positions } = await seedPeople(trx, { employees, now, onProgress })
    await insertCallBacks(trx, { units, people, now })
    await insertHandover(trx, now)
    await insertAbsences(trx, { units, people, now })
    await insertDuties(trx, { units, people, now })
    const newsPosts = await insertNews(trx, {
      units,
      people,
      positions,
      count: options.newsPosts,
      now,
      onProgress,
    })
    await record(trx, {
      actorId: null,
      action: 'organization.seeded',
      targetType: 'organization',
      targetId: organizationId,
      data: { employees, newsPosts },
      at: now,
    })
    await trx.insertInto('search_miss').values(searchMissesBefore(now)).execute()
    await rebuildSearchWords(trx, now)
  })
}
