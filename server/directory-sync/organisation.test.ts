// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { person, personId, testDirectory } from '../testing/sync-directory.ts'

describeApi('Where people of the directory stand', (api) => {
  const directory = testDirectory(api)
  const userOf = (n: number) =>
    api.db.selectFrom('user').selectAll().where('id', '=', personId(n)).executeTakeFirstOrThrow()
  const positionsOf = (n: number) =>
    api.db
      .selectFrom('position')
      .select(['org_unit_id', 'title', 'is_primary', 'percentage'])
      .where('user_id', '=', personId(n))
      .execute()
  const nursingHome = () => demoUnitId(api.db, 'Elvestrand sykehjem')
  const leaderOf = async (id: string) =>
    (await api.db.selectFrom('org_unit').select('leader_id').where('id', '=', id).executeTakeFirst())
      ?.leader_id

  test('a department that is a unit gives a position there; one that is none gives none, and invents none', async () => {
    const unit = await nursingHome()
    const school = await demoUnitId(api.db, 'Bjørkåsen skole')
    const units = await api.db.selectFrom('org_unit').select('id').execute()
    directory.graph.put(
      person(1, { department: ' elvestrand  SYKEHJEM ' }),
      person(2, { department: 'Avdeling som ikke finnes' }),
      person(3, { employeeOrgData: { division: 'Elvestrand sykehjem' } }),
    )
    expect(await directory.sync()).toMatchObject({ placed: 2, withoutKnownUnit: 1 })
    expect(await positionsOf(1)).toEqual([
      { org_unit_id: unit, title: 'Fagarbeider', is_primary: true, percentage: 100 },
    ])
    expect((await userOf(2)).org_unit_id).toBeNull()
    expect((await userOf(3)).org_unit_id).toBe(unit)
    expect(await api.db.selectFrom('org_unit').select('id').execute()).toHaveLength(units.length)

    await api.db
      .insertInto('position')
      .values({
        user_id: personId(1),
        org_unit_id: school,
        title: 'Vikar',
        percentage: 20,
        is_primary: false,
      })
      .execute()
    directory.graph.put({ id: personId(1), jobTitle: 'Sykepleier' })
    expect(await directory.sync()).toMatchObject({ placed: 0 })
    expect((await positionsOf(1)).map(({ title }) => title).toSorted()).toEqual(['Sykepleier', 'Vikar'])

    directory.graph.put({ id: personId(1), department: 'Ukjent' })
    expect(await directory.sync()).toMatchObject({ placed: 1, withoutKnownUnit: 2 })
    expect((await userOf(1)).org_unit_id).toBeNull()
    expect((await positionsOf(1)).map(({ title }) => title)).toEqual(['Vikar'])
  })

  test('a unit that gets its name later has its people at the next run, and a place given here is left alone', async () => {
    const unit = await nursingHome()
    const school = await demoUnitId(api.db, 'Bjørkåsen skole')
    directory.graph.put(person(1, { department: 'Helsehuset' }), person(2, { department: 'Finnes ikke' }))
    await directory.sync()
    await api.db.updateTable('user').set({ org_unit_id: school }).where('id', '=', personId(2)).execute()
    await api.db.updateTable('org_unit').set({ display_name: 'Helsehuset' }).where('id', '=', unit).execute()
    expect(await directory.sync()).toMatchObject({ placed: 1 })
    expect((await userOf(1)).org_unit_id).toBe(unit)
    expect((await userOf(2)).org_unit_id).toBe(school)
  })

  test('managers come from the round or from asking, in any order, and never in a circle', async () => {
    directory.graph.pageSize = 1
    const delta = (...ids: number[]) => ({ 'manager@delta': ids.map((n) => ({ id: personId(n) })) })
    directory.graph.put(
      person(1),
      person(2, delta(3)),
      person(3, delta(1)),
      person(4, delta(5)),
      person(5, delta(4)),
      person(6, delta(6)),
    )
    directory.graph.managers.set(personId(1), personId(99))
    expect(await directory.sync()).toMatchObject({ managersChanged: 3, managerCircles: 1 })
    const managerOf = async (n: number) => (await userOf(n)).manager_id
    expect(await managerOf(2)).toBe(personId(3))
    expect(await managerOf(3)).toBe(personId(1))
    expect([await managerOf(4), await managerOf(5)]).toEqual([null, personId(4)])
    expect([await managerOf(1), await managerOf(6)]).toEqual([null, null])

    directory.graph.put(person(99))
    directory.graph.tell({
      id: personId(3),
      'manager@delta': [{ id: personId(1), '@removed': { reason: 'changed' } }],
    })
    await directory.sync()
    expect([await managerOf(1), await managerOf(3)]).toEqual([personId(99), null])
  })

  test('a unit without a leader gets the one its people have, and a leader named here stays until gone', async () => {
    const unit = await demoUnitId(api.db, '2. etasje – langtid')
    const above = await nursingHome()
    const [named, home] = [await leaderOf(unit), await leaderOf(above)]
    const department = '2. etasje – langtid'
    directory.graph.put(
      person(1, { department: 'Elvestrand sykehjem' }),
      ...[2, 3, 4].map((n) => person(n, { department })),
    )
    for (const n of [2, 3]) directory.graph.managers.set(personId(n), personId(1))
    expect(await directory.sync()).toMatchObject({ leadersChanged: 0 })
    expect(await leaderOf(unit)).toBe(named)

    await api.db.updateTable('org_unit').set({ leader_id: null }).where('id', '=', unit).execute()
    expect(await directory.sync()).toMatchObject({ leadersChanged: 1 })
    expect(await leaderOf(unit)).toBe(personId(1))
    expect(await leaderOf(above)).toBe(home)

    await api.db.updateTable('org_unit').set({ leader_id: home }).where('id', '=', unit).execute()
    expect(await directory.sync()).toMatchObject({ leadersChanged: 0 })
    await api.db
      .updateTable('user')
      .set({ account_enabled: false })
      .where('id', '=', home ?? '')
      .execute()
    expect(await directory.sync()).toMatchObject({ leadersChanged: 1 })
    expect(await leaderOf(unit)).toBe(personId(1))
  })
})
