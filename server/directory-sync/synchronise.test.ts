// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { samplePng } from '#tests/sample-files.ts'
import { person, personId, testDirectory } from '../testing/sync-directory.ts'

describeApi('The directory from Microsoft Graph', (api) => {
  const directory = testDirectory(api)
  const userOf = (n: number) =>
    api.db.selectFrom('user').selectAll().where('id', '=', personId(n)).executeTakeFirst()
  const entriesOf = async (n: number) =>
    (
      await api.db
        .selectFrom('audit_entry')
        .select(['action', 'data', 'actor_id'])
        .where('target_id', '=', personId(n))
        .orderBy('seq')
        .execute()
    ).map(({ action, data, actor_id }) => ({ action, data, actor_id }))
  const photoOf = (n: number) =>
    api.db.selectFrom('user_photo').selectAll().where('user_id', '=', personId(n)).executeTakeFirst()
  const putPhoto = (n: number, etag: string, bytes: Uint8Array) =>
    directory.graph.photos.set(personId(n), { etag, bytes })
  const textless = samplePng({ width: 5, height: 5 })

  test('a first round makes everybody, over several pages, and the next tells of nobody', async () => {
    directory.graph.put(...[1, 2, 3, 4, 5, 6, 7].map((n) => person(n)))
    const first = await directory.sync()
    expect(first).toMatchObject({
      pages: 3,
      created: 7,
      changed: 0,
      disabled: 0,
      skipped: 0,
      isComplete: true,
    })
    expect(await userOf(4)).toMatchObject({
      display_name: 'Person 4 Prøve',
      user_principal_name: 'person.4@kommune.example',
      job_title: 'Fagarbeider',
      preferred_language: 'nn',
      account_enabled: true,
      employee_id: '4',
    })
    expect(await entriesOf(4)).toEqual([
      { action: 'user.synchronised', data: { created: true }, actor_id: null },
    ])
    const second = await directory.sync()
    expect(second).toMatchObject({ pages: 1, created: 0, changed: 0, detailsRead: 0 })
    expect(await entriesOf(4)).toHaveLength(1)
  })

  test('someone from the directory can sign in, and is found', async () => {
    directory.graph.put(person(1))
    await directory.sync()
    const subject = {
      id: personId(1),
      userPrincipalName: 'person.1@kommune.example',
      displayName: 'Person 1 Prøve',
      appRoles: [],
    }
    expect((await api.as(subject).get('/v1.0/me')).status).toBe(200)
  })

  test('a change says only what is new; what is absent stays, what is null goes, and the log has names of fields alone', async () => {
    directory.graph.put(person(1, { mobilePhone: '90011223' }))
    await directory.sync()
    directory.graph.put({ id: personId(1), jobTitle: 'Avdelingsleiar', mobilePhone: null })
    expect(await directory.sync()).toMatchObject({ created: 0, changed: 1 })
    expect(await userOf(1)).toMatchObject({
      job_title: 'Avdelingsleiar',
      mobile_phone: null,
      surname: 'Prøve',
    })
    const entries = await entriesOf(1)
    expect(entries.at(-1)?.data).toEqual({ fields: ['jobTitle', 'mobilePhone'] })
    expect(JSON.stringify(entries)).not.toMatch(/Avdelingsleiar|90011223|Prøve/)
  })

  test('what is delivered twice is written once', async () => {
    directory.graph.put(person(1), person(2))
    await directory.sync()
    directory.graph.tell(
      { id: personId(1), jobTitle: 'A' },
      { id: personId(1), jobTitle: 'B' },
      { id: personId(1), jobTitle: 'B' },
    )
    expect(await directory.sync()).toMatchObject({ changed: 1 })
    directory.graph.tell({ id: personId(1), jobTitle: 'B' })
    expect(await directory.sync()).toMatchObject({ changed: 0 })
    expect((await userOf(1))?.job_title).toBe('B')
  })

  test('a renamed person stays the same, a user name goes to whoever has it now, and two may swap theirs', async () => {
    directory.graph.put(person(1), person(2), person(3))
    await directory.sync()
    directory.graph.put({ id: personId(1), userPrincipalName: 'ny@kommune.example', displayName: 'Ny Prøve' })
    directory.graph.put(person(4, { userPrincipalName: 'Person.1@kommune.example' }))
    directory.graph.put({ id: personId(2), userPrincipalName: 'person.3@kommune.example' })
    directory.graph.put({ id: personId(3), userPrincipalName: 'person.2@kommune.example' })
    await directory.sync()
    const names = await Promise.all([1, 2, 3, 4].map(async (n) => (await userOf(n))?.user_principal_name))
    expect(names).toEqual([
      'ny@kommune.example',
      'person.3@kommune.example',
      'person.2@kommune.example',
      'Person.1@kommune.example',
    ])
    expect((await userOf(1))?.display_name).toBe('Ny Prøve')
    directory.graph.put({ id: personId(4), userPrincipalName: 'ny@kommune.example' })
    await directory.sync()
    expect((await userOf(1))?.user_principal_name).toBe(personId(1))
  })

  test('guests and accounts that were never enabled are left out; one told of in part is asked for whole', async () => {
    directory.graph.put(
      person(1),
      person(2, { userType: 'Guest' }),
      person(3, { accountEnabled: false, displayName: 'Møterom' }),
    )
    expect(await directory.sync()).toMatchObject({ created: 1, leftOut: 2 })
    expect(await userOf(2)).toBeUndefined()
    directory.graph.put({ id: personId(3), accountEnabled: true })
    expect(await directory.sync()).toMatchObject({ created: 1 })
    expect(await userOf(3)).toMatchObject({ display_name: 'Møterom', account_enabled: true })
  })

  test('a record nobody understands is left out and counted, and stops nobody else', async () => {
    directory.graph.put(person(1))
    directory.graph.users.set('bad', { id: 'not-an-id', displayName: 'X' })
    directory.graph.users.set('worse', { ...person(9), displayName: 7 })
    directory.graph.put(person(2))
    directory.graph.pageSize = 10
    expect(await directory.sync()).toMatchObject({ created: 2, skipped: 2 })
    expect(await userOf(9)).toBeUndefined()
  })

  test('a page may have nobody and lead on', async () => {
    directory.graph.put(person(1))
    directory.graph.pageSize = 1
    await directory.sync()
    directory.graph.tell()
    directory.graph.put({ id: personId(1), jobTitle: 'A' }, person(2))
    const { origin } = directory.graph
    const link = (await api.db.selectFrom('directory_sync').select('delta_link').executeTakeFirstOrThrow())
      .delta_link
    directory.graph.fail('token=delta', (_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ value: [], '@odata.nextLink': `${link}&again=1` }))
    })
    expect(await directory.sync()).toMatchObject({ pages: 3, created: 1, changed: 1 })
    expect(link).toContain(origin)
  })

  test('own texts come from the directory until the person has edited them', async () => {
    directory.graph.put(person(1), person(2))
    directory.graph.texts.set(personId(1), {
      aboutMe: 'Eg jobbar med tre',
      skills: ['snekring'],
      responsibilities: [],
    })
    await directory.sync()
    expect(await userOf(1)).toMatchObject({
      about_me: 'Eg jobbar med tre',
      skills: ['snekring'],
      responsibilities: [],
    })

    directory.graph.texts.set(personId(1), { aboutMe: 'Eg jobbar med stein', skills: ['muring'] })
    await api.db.updateTable('user').set({ about_me: 'Mitt eige' }).where('id', '=', personId(1)).execute()
    directory.graph.tell({ id: personId(1), jobTitle: 'Murar' })
    expect(await directory.sync()).toMatchObject({ textsChanged: 1 })
    expect(await userOf(1)).toMatchObject({ about_me: 'Mitt eige', skills: ['muring'] })

    await api.db.updateTable('user').set({ about_me: null }).where('id', '=', personId(1)).execute()
    directory.graph.tell({ id: personId(1), jobTitle: 'Steinhoggar' })
    await directory.sync()
    expect((await userOf(1))?.about_me).toBeNull()
  })

  test('a photo is fetched when it is new, cleaned, and never put in the place of the person’s own', async () => {
    directory.graph.put(person(1), person(2))
    putPhoto(1, '"A"', textless)
    putPhoto(2, '"A"', new TextEncoder().encode('<script>no photo</script>'))
    expect(await directory.sync()).toMatchObject({ photosChanged: 1, photosRefused: 1 })
    expect(await photoOf(1)).toMatchObject({ media_type: 'image/png', width: 5, height: 5 })
    expect(await photoOf(2)).toBeUndefined()
    const fetched = () => directory.graph.asked.filter((line) => line.endsWith('$value')).length
    expect(fetched()).toBe(2)

    directory.graph.tell({ id: personId(1), jobTitle: 'A' }, { id: personId(2), jobTitle: 'A' })
    await directory.sync()
    expect(fetched()).toBe(2)

    api.clock.advance({ minutes: 5 })
    putPhoto(1, '"B"', samplePng({ width: 6, height: 6 }))
    directory.graph.tell({ id: personId(1), jobTitle: 'B' })
    expect(await directory.sync()).toMatchObject({ photosChanged: 1 })
    expect((await photoOf(1))?.width).toBe(6)

    api.clock.advance({ minutes: 5 })
    await api.db
      .updateTable('user_photo')
      .set({ width: 9, changed_at: api.clock.now() })
      .where('user_id', '=', personId(1))
      .execute()
    putPhoto(1, '"C"', textless)
    directory.graph.tell({ id: personId(1), jobTitle: 'C' })
    await directory.sync()
    expect((await photoOf(1))?.width).toBe(9)
    directory.graph.photos.delete(personId(1))
    directory.graph.tell({ id: personId(1), jobTitle: 'D' })
    await directory.sync()
    expect((await photoOf(1))?.width).toBe(9)
  })

  test('a photo that has changed shows within nine days, though nothing tells of it', async () => {
    directory.graph.put(person(1))
    await directory.sync()
    putPhoto(1, '"A"', textless)
    api.clock.advance({ days: 9, minutes: 1 })
    expect(await directory.sync()).toMatchObject({ photosChanged: 1 })
  })
})
