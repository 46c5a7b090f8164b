// @vitest-environment node
import { expect, test } from 'vitest'
import { synchroniseDirectory } from '#api/directory-sync/synchronise.ts'
import { describeApi } from '#tests/call-api.ts'
import { answer, breakOff, refuse } from '../testing/graph-stand-in.ts'
import { person, personId, testDirectory } from '../testing/sync-directory.ts'
import { openGraph } from './graph-source.ts'

describeApi('Reading the directory when something goes wrong', (api) => {
  const directory = testDirectory(api)
  const userOf = (n: number) =>
    api.db.selectFrom('user').selectAll().where('id', '=', personId(n)).executeTakeFirst()
  const state = () => api.db.selectFrom('directory_sync').selectAll().executeTakeFirstOrThrow()
  const people = (...numbers: number[]) => numbers.map((n) => person(n))
  const enabled = async (...numbers: number[]) =>
    Promise.all(numbers.map(async (n) => (await userOf(n))?.account_enabled))
  const pagesAsked = () => directory.graph.asked.filter((line) => line.includes('/users/delta')).length

  test('429 twice and 503 are waited for as long as they ask', async () => {
    directory.graph.put(...people(1, 2, 3, 4))
    directory.graph.fail('/users/delta', refuse(429, 7), refuse(429, 9), refuse(503, 3))
    expect(await directory.sync()).toMatchObject({ created: 4, isComplete: true })
    expect(directory.waits).toEqual([7000, 9000, 3000])
  })

  test('a single question refused in a batch is asked again alone', async () => {
    directory.graph.put(...people(1, 2))
    directory.graph.managers.set(personId(1), personId(2))
    directory.graph.fail(`BATCH /users/${personId(1)}/manager`, refuse(429, 2))
    expect(await directory.sync()).toMatchObject({ managersChanged: 1, detailsPostponed: 0 })
    expect(directory.waits).toEqual([2000])
    expect(directory.graph.asked.filter((line) => line.startsWith('BATCH'))).toHaveLength(7)
  })

  test('a question that is refused again and again is put off, and everybody else’s answers are kept', async () => {
    directory.graph.put(...people(1, 2))
    directory.graph.managers.set(personId(1), personId(2))
    directory.graph.fail(
      `BATCH /users/${personId(1)}/manager`,
      ...Array.from({ length: 4 }, () => refuse(429, 2)),
    )
    expect(await directory.sync()).toMatchObject({ detailsPostponed: 1, managersChanged: 0 })
    expect(await directory.sync()).toMatchObject({ detailsRead: 0 })
    api.clock.advance({ hours: 1 })
    expect(await directory.sync()).toMatchObject({ detailsPostponed: 0, managersChanged: 1 })
  })

  test('a connection lost in the middle of a page is begun again', async () => {
    directory.graph.put(...people(1, 2, 3, 4))
    directory.graph.fail('token=page', breakOff, breakOff)
    expect(await directory.sync()).toMatchObject({ created: 4, pages: 2 })
    expect(directory.waits).toEqual([1000, 2000])
  })

  test('a run that fails keeps what it has read, and the next goes on from there', async () => {
    directory.graph.put(...people(1, 2, 3, 4, 5, 6, 7))
    directory.graph.fail(
      'token=page',
      (request, response) => breakOff(request, response, ''),
      ...Array.from({ length: 5 }, () => refuse(503, 1)),
    )
    await expect(directory.sync()).rejects.toThrow(/did not answer after 6 attempts: status 503/)
    expect([await userOf(3), await userOf(4)].map(Boolean)).toEqual([true, false])
    const before = pagesAsked()
    expect(await directory.sync()).toMatchObject({ pages: 2, created: 4, isComplete: true })
    expect(pagesAsked() - before).toBe(2)
  })

  test('410 in the middle reads everybody anew, and whoever is not there any more is disabled', async () => {
    directory.graph.put(...people(1, 2, 3, 4, 5))
    await directory.sync()
    directory.graph.users.delete(personId(2))
    directory.graph.put(person(6))
    directory.graph.forget()
    expect(await directory.sync()).toMatchObject({ round: 2, created: 1, unseen: 1, disabled: 1 })
    expect(await enabled(1, 2, 6)).toEqual([true, false, true])
    expect(await directory.sync()).toMatchObject({ round: 2, pages: 1, disabled: 0 })
  })

  test('a reading of everybody that stops half-way disables nobody; the rest of it does', async () => {
    directory.graph.put(...people(1, 2, 3, 4, 5, 6, 7))
    await directory.sync()
    directory.graph.users.delete(personId(1))
    directory.graph.forget()
    directory.graph.fail('token=page', answer(403, { error: { code: 'Authorization_RequestDenied' } }))
    await expect(directory.sync()).rejects.toThrow(
      'GRAPH_URL answered 403 Authorization_RequestDenied to /users/delta: the application needs the permission User.Read.All',
    )
    expect(await enabled(1, 7)).toEqual([true, true])
    expect(await directory.sync()).toMatchObject({ unseen: 1, disabled: 1 })
    expect(await enabled(1, 7)).toEqual([false, true])
  })

  test('a record nobody understands in a full reading does not make its person leave', async () => {
    directory.graph.put(...people(1, 2))
    await directory.sync()
    directory.graph.users.set(personId(1), { ...person(1), displayName: 7 })
    directory.graph.forget()
    expect(await directory.sync()).toMatchObject({ skipped: 1, unseen: 0, disabled: 0 })
    expect(await enabled(1)).toEqual([true])
  })

  test('another directory is read from its beginning', async () => {
    directory.graph.put(...people(1, 2))
    await directory.sync()
    const source = openGraph({ ...directory.graph.settings }, {})
    const other = { ...source, start: `${source.start},city` }
    expect(await directory.sync({ source: other })).toMatchObject({ round: 2 })
    expect((await state()).query).toContain(',city')
  })

  test.for([
    ['no page at all', { error: 'x' }, 'The directory answered with something that is no page of users.'],
    ['a page that leads nowhere', { value: [] }, 'The directory answered with a page that leads nowhere.'],
    [
      'a page that leads elsewhere',
      { value: [], '@odata.nextLink': 'https://evil.example/v1.0/users/delta?token=1' },
      'The directory leads to a page outside GRAPH_URL.',
    ],
  ] as const)('%s is a fault, and the token goes nowhere', async ([, body, sentence]) => {
    directory.graph.put(person(1))
    directory.graph.fail('/users/delta', answer(200, body))
    await expect(directory.sync()).rejects.toThrow(sentence)
    expect((await state()).lease_id).toBeNull()
  })

  test('pages in a circle come to an end', async () => {
    const { origin } = directory.graph
    const to = (token: string) =>
      answer(200, { value: [], '@odata.nextLink': `${origin}/v1.0/users/delta?token=${token}` })
    directory.graph.fail('/users/delta', to('a'), to('b'), to('a'), to('b'))
    await expect(directory.sync()).rejects.toThrow('in a circle')
  })

  test('a token that has run out is renewed; one that is not given says so, without the secret', async () => {
    directory.graph.put(...people(1, 2, 3, 4))
    directory.graph.fail('token=page', (_, response) => {
      directory.graph.revoke()
      response.writeHead(401).end()
    })
    expect(await directory.sync()).toMatchObject({ created: 4 })

    const settings = { ...directory.graph.settings, clientSecret: 'feil-hemmelighet' }
    const failing = directory.sync({ source: openGraph(settings) })
    await expect(failing).rejects.toThrow(
      'GRAPH_TOKEN_URL gave no token for GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET (401, invalid_client).',
    )
    directory.graph.fail('/token', ...Array.from({ length: 6 }, () => refuse(503, 1)))
    await expect(directory.sync()).rejects.toThrow(/did not answer after 6 attempts/)
    expect(JSON.stringify(api.logged)).not.toContain('hemmelig')
  })

  test('a pause that is too long is for the next run', async () => {
    directory.graph.fail('/users/delta', refuse(429, 3600))
    await expect(directory.sync()).rejects.toThrow('asks for a pause of 3600 seconds')
    expect(directory.waits).toEqual([])
  })

  test('one run at a time, and one that died lets go after a quarter of an hour', async () => {
    directory.graph.put(person(1))
    await api.db
      .updateTable('directory_sync')
      .set({ lease_id: crypto.randomUUID(), lease_until: new Date(api.clock.now().getTime() + 15 * 60_000) })
      .execute()
    const run = {
      db: api.db,
      now: api.clock.now,
      log: () => undefined,
      source: openGraph(directory.graph.settings),
    }
    expect(await synchroniseDirectory(run)).toBeUndefined()
    api.clock.advance({ minutes: 15 })
    expect(await synchroniseDirectory(run)).toMatchObject({ created: 1 })
  })

  test('a run whose place was taken writes nothing more', async () => {
    directory.graph.put(...people(1, 2, 3, 4))
    directory.graph.fail('token=page', async (_, response) => {
      await api.db.updateTable('directory_sync').set({ lease_id: crypto.randomUUID() }).execute()
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          value: [person(8)],
          '@odata.deltaLink': `${directory.graph.origin}/v1.0/users/delta?token=x`,
        }),
      )
    })
    await expect(directory.sync()).rejects.toThrow('Another process has taken over')
    expect(await userOf(8)).toBeUndefined()
  })

  test('a run that is out of time leaves the rest to the next', async () => {
    directory.graph.put(...people(1, 2, 3, 4))
    expect(await directory.sync({ until: api.clock.now() })).toMatchObject({ pages: 0, isComplete: false })
    const stopping = new AbortController()
    const onProgress = () => stopping.abort()
    expect(await directory.sync({ signal: stopping.signal, onProgress })).toMatchObject({
      pages: 1,
      isComplete: false,
    })
    expect(await directory.sync()).toMatchObject({ pages: 1, created: 1, isComplete: true, detailsRead: 4 })
  })
})
