import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { databaseKinds, type TestDatabase, testDatabase } from '#tests/databases.ts'
import { applyChanges, readChanges, revertToSeed, seedName } from './seeded-copy.ts'

describe.for(databaseKinds)('the copy of the seed [%s]', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase(kind)
  })

  const everyRow = async () => {
    const { rows } = await sql<{ contents: string }>`
      select sum(hashtextextended(x::text, 0))::text as contents from (
        select 'unit', unit::text from org_unit unit union all
        select 'above', above::text from org_unit_ancestor above union all
        select 'user', person::text from "user" person union all
        select 'reading', reading::text from news_post_reading reading
      ) x`.execute(database.db)
    return rows[0]?.contents
  }

  /** An insert, an update and a delete, one of them with a trigger behind it. */
  async function disturb() {
    const { db } = database
    const top = await db
      .selectFrom('org_unit')
      .select('id')
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow()
    const unit = {
      id: crypto.randomUUID(),
      parent_id: top.id,
      kind: 'sector' as const,
      display_name: 'Ny sektor',
    }
    await db.insertInto('org_unit').values(unit).execute()
    await db.updateTable('user').set({ mobile_phone: '900 00 000' }).where('surname', '=', 'Nilsen').execute()
    const { id } = await db
      .selectFrom('news_post_reading')
      .select('news_post_id as id')
      .executeTakeFirstOrThrow()
    await db.deleteFrom('news_post_reading').where('news_post_id', '=', id).execute()
  }

  test('reverting leaves exactly the seed, twice over', async () => {
    const before = await everyRow()
    for (const _ of [1, 2]) {
      await disturb()
      expect(await everyRow()).not.toBe(before)
      await revertToSeed(database.db)
      expect(await everyRow()).toBe(before)
    }
  })

  test('nothing has changed in a fresh seed', async () => {
    expect(await readChanges(database.db)).toEqual({})
    expect(await seedName(database.db)).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('changes read from one state make the same state again', async () => {
    await disturb()
    const disturbed = await everyRow()
    const changes = await readChanges(database.db)
    expect(Object.keys(changes)).toContain('org_unit_ancestor')
    await revertToSeed(database.db)
    await applyChanges(database.db, changes)
    expect(await everyRow()).toBe(disturbed)
    expect(Object.keys(await readChanges(database.db)).sort()).toEqual(Object.keys(changes).sort())
  })

  test('a transaction rolled back changes nothing', async () => {
    const refused = database.db.transaction().execute(async (trx) => {
      await trx.updateTable('user').set({ mobile_phone: null }).execute()
      throw new Error('no')
    })
    await expect(refused).rejects.toThrow('no')
    expect(await readChanges(database.db)).toEqual({})
  })

  test('sums and days have the same types on both databases', async () => {
    const { rows } = await sql`
      select count(*) as count, date '2025-06-01' as day, 3000000000::int8 as large from org_unit where false`.execute(
      database.db,
    )
    expect(rows).toEqual([{ count: 0, day: '2025-06-01', large: 3_000_000_000 }])
  })
})
