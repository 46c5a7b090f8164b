// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'
import { person, personId, testDirectory } from '../testing/sync-directory.ts'

describeApi('Those the directory says have left', (api) => {
  const directory = testDirectory(api)
  const isEnabled = async (n: number) =>
    (
      await api.db
        .selectFrom('user')
        .select('account_enabled')
        .where('id', '=', personId(n))
        .executeTakeFirst()
    )?.account_enabled
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const actionsOf = async (n: number) =>
    (
      await api.db
        .selectFrom('audit_entry')
        .select('action')
        .where('target_id', '=', personId(n))
        .orderBy('seq')
        .execute()
    ).map(({ action }) => action)

  test('a disabled account, a removed one and one turned guest are disabled at once, and never deleted', async () => {
    directory.graph.put(...range(1, 4).map((n) => person(n)))
    await directory.sync()
    directory.graph.put({ id: personId(1), accountEnabled: false })
    directory.graph.remove(personId(2))
    directory.graph.put({ id: personId(3), userType: 'Guest' })
    expect(await directory.sync()).toMatchObject({ disabled: 3, changed: 0 })
    expect(await Promise.all(range(1, 4).map(isEnabled))).toEqual([false, false, false, true])
    expect(await actionsOf(2)).toEqual(['user.synchronised', 'user.disabled'])
    const gone = {
      id: personId(1),
      userPrincipalName: 'person.1@kommune.example',
      displayName: 'x',
      appRoles: [],
    }
    expect((await api.as(gone).get('/v1.0/me')).status).toBe(401)
  })

  test('whoever comes back is let in again, and whoever was shut out here is not', async () => {
    directory.graph.put(person(1), person(2))
    await directory.sync()
    directory.graph.remove(personId(1))
    await directory.sync()
    await api.db.updateTable('user').set({ account_enabled: false }).where('id', '=', personId(2)).execute()
    directory.graph.put(person(1), person(2, { jobTitle: 'Ny' }))
    await directory.sync()
    expect([await isEnabled(1), await isEnabled(2)]).toEqual([true, false])
  })

  test('what a leaver answered for passes to the leader of the unit', async () => {
    directory.graph.put(person(1, { department: 'Elvestrand sykehjem' }))
    await directory.sync()
    const { id } = await api.db
      .insertInto('call_back_message')
      .values({
        recipient_id: personId(1),
        caller_name: 'Pårørende',
        caller_phone: '99887766',
        subject: 'Besøkstid',
        due_on: '2025-03-14',
        created_by_id: demoPerson('kari.nilsen').id,
        created_at: api.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    directory.graph.remove(personId(1))
    await directory.sync()
    const call = await api.db
      .selectFrom('call_back_message')
      .select('recipient_id')
      .where('id', '=', id)
      .executeTakeFirst()
    expect(call?.recipient_id).toBe(demoPerson('ingrid.solberg').id)
    expect(await demoUnitId(api.db, 'Elvestrand sykehjem')).toBeTruthy()
  })

  test('too many at once are held back, in a full reading too, until somebody says so; not bit by bit either', async () => {
    directory.graph.pageSize = 100
    directory.graph.put(...range(1, 40).map((n) => person(n)))
    await directory.sync()
    for (const n of range(1, 9)) directory.graph.remove(personId(n))
    expect(await directory.sync()).toMatchObject({ disabled: 0, heldBack: 9 })
    expect(api.logged).toContainEqual(expect.objectContaining({ level: 'warning', fields: { heldBack: 9 } }))
    directory.graph.put(person(1), person(2))
    expect(await directory.sync()).toMatchObject({ disabled: 7, heldBack: 0 })
    for (const n of range(30, 33)) directory.graph.remove(personId(n))
    expect(await directory.sync()).toMatchObject({ disabled: 0, heldBack: 4 })
    api.clock.advance({ days: 1, minutes: 1 })
    expect(await directory.sync()).toMatchObject({ disabled: 4 })

    for (const n of range(10, 29)) directory.graph.users.delete(personId(n))
    directory.graph.forget()
    expect(await directory.sync()).toMatchObject({ unseen: 20, disabled: 0, heldBack: 20 })
    expect(await directory.sync({ allowMany: true })).toMatchObject({ disabled: 20, heldBack: 0 })
  })

  test('those known to have left are disabled even when the rest cannot be read', async () => {
    directory.graph.pageSize = 1
    directory.graph.put(...range(1, 3).map((n) => person(n)))
    await directory.sync()
    directory.graph.remove(personId(1))
    directory.graph.put({ id: personId(2), jobTitle: 'Ny' })
    directory.graph.fail('token=page', (_, response) => void response.writeHead(403).end('{}'))
    await expect(directory.sync()).rejects.toThrow('GRAPH_URL answered 403')
    expect(await isEnabled(1)).toBe(false)
  })
})
