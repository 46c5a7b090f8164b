// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { Absence, Substitution } from './contract.ts'

const id = (name: string) => demoPerson(name).id
const kari = id('kari.nilsen')
const ola = id('ola.bakken')
/** The tests begin at 10:00 in Oslo, 12 March. */
const from = '2025-03-17T07:00:00.000Z'
const to = '2025-03-21T15:00:00.000Z'

async function register(api: TestApi, as: string, of: string, body: object = {}): Promise<Absence> {
  const response = await api
    .as(as)
    .post(`/v1.0/users/${id(of)}/absences`, { startDateTime: from, endDateTime: to, ...body })
  expect(response.status).toBe(201)
  return (await response.json()) as Absence
}

const list = async (api: TestApi, as: string, of: string, query = '') => {
  const response = await api.as(as).get(`/v1.0/users/${id(of)}/absences${query}`)
  expect(response.status).toBe(200)
  return ((await response.json()) as { value: Absence[] }).value
}

const refusedWith = async (response: Response) => {
  const { error } = (await response.json()) as { error: { innerError: { code: string } } }
  return [response.status, error.innerError.code]
}

const answer = (api: TestApi, as: string, absence: Absence, action: string) =>
  api.as(as).post(`/v1.0/users/${absence.userId}/absences/${absence.id}/${action}`)

describeApi('Absences', (api) => {
  test('Kari registers one, and everybody learns the time but not the reason', async () => {
    const made = await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'sick', note: 'Rygg' })
    expect(made).toMatchObject({ kind: 'sick', note: 'Rygg', source: 'person', registeredBy: null })
    expect((await list(api, 'ola.bakken', 'kari.nilsen'))[0]).toMatchObject({ kind: 'sick', note: 'Rygg' })
    expect(await list(api, 'sara.holm', 'kari.nilsen')).toEqual([
      {
        ...made,
        '@odata.context': undefined,
        kind: null,
        note: null,
        permissions: { canEdit: false, canAnswer: false },
      },
    ])
  })

  test('the reason cannot be told by a filter', async () => {
    await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'sick' })
    const sick = "?$filter=kind eq 'sick'"
    expect(await list(api, 'ola.bakken', 'kari.nilsen', sick)).toHaveLength(1)
    for (const person of [
      'ingrid.solberg',
      'marit.haugen',
      'hege.moen',
      'anne.vik',
      'jon.strand',
      'per.eide',
    ]) {
      expect(await list(api, person, 'kari.nilsen', sick), person).toEqual([])
      expect(await list(api, person, 'kari.nilsen', "?$filter=not (kind ne 'sick')"), person).toEqual([])
    }
    const order = await api.as('sara.holm').get(`/v1.0/users/${kari}/absences?$orderby=note`)
    expect(order.status).toBe(400)
  })

  test('what has been is seen by the person and the nearest leader only', async () => {
    await register(api, 'kari.nilsen', 'kari.nilsen')
    api.clock.set('2025-03-24T09:00:00Z')
    for (const [person, count] of [
      ['kari.nilsen', 1],
      ['ola.bakken', 1],
      ['ingrid.solberg', 0],
      ['sara.holm', 0],
      ['anne.vik', 0],
    ] as const) {
      expect(await list(api, person, 'kari.nilsen'), person).toHaveLength(count)
    }
  })

  test('one that overlaps or meets its like becomes one with it', async () => {
    await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'vacation', note: 'Fjellet' })
    const later = { startDateTime: to, endDateTime: '2025-03-24T15:00:00.000Z' }
    const joint = await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'vacation', ...later })
    expect(joint).toMatchObject({ startDateTime: from, endDateTime: later.endDateTime, note: 'Fjellet' })
    await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'meeting' })
    await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'vacation', substituteId: ola })
    expect(await list(api, 'kari.nilsen', 'kari.nilsen')).toHaveLength(3)
    const openEnded = await register(api, 'kari.nilsen', 'kari.nilsen', {
      kind: 'vacation',
      endDateTime: null,
    })
    expect(openEnded).toMatchObject({ startDateTime: from, endDateTime: null })
    expect(await list(api, 'kari.nilsen', 'kari.nilsen')).toHaveLength(3)
  })

  test('whoever is not told the reason is not told it by what becomes one', async () => {
    await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'sick' })
    await register(api, 'ingrid.solberg', 'kari.nilsen', { kind: 'sick' })
    expect(await list(api, 'ingrid.solberg', 'kari.nilsen')).toHaveLength(2)
    await register(api, 'ola.bakken', 'kari.nilsen', { kind: 'sick' })
    expect(await list(api, 'ola.bakken', 'kari.nilsen')).toHaveLength(1)
  })

  test('the service desk gives the time, and nothing else', async () => {
    const made = await register(api, 'anne.vik', 'kari.nilsen')
    expect(made).toMatchObject({ kind: null, registeredBy: { id: id('anne.vik') } })
    const path = `/v1.0/users/${kari}/absences`
    for (const more of [{ kind: 'sick' }, { note: 'Rygg' }, { substituteId: ola }]) {
      const body = { startDateTime: from, endDateTime: to, ...more }
      expect(await refusedWith(await api.as('anne.vik').post(path, body))).toEqual([403, 'timeOnly'])
    }
    const change = (body: object) => api.as('anne.vik').patch(`${path}/${made.id}`, body, { 'if-match': '*' })
    expect((await change({ endDateTime: '2025-03-20T15:00:00Z' })).status).toBe(200)
    expect((await change({ kind: 'lunch' })).status).toBe(403)
    expect((await list(api, 'kari.nilsen', 'kari.nilsen'))[0]).toMatchObject({ kind: 'other' })
  })

  test('is changed by who has seen it last', async () => {
    const made = await register(api, 'kari.nilsen', 'kari.nilsen')
    const path = `/v1.0/me/absences/${made.id}`
    const kariNow = api.as('kari.nilsen')
    expect((await kariNow.patch(path, { kind: 'leave' })).status).toBe(428)
    const etag = { 'if-match': made['@odata.etag'] ?? '' }
    expect((await kariNow.patch(path, { kind: 'leave' }, etag)).status).toBe(200)
    expect((await kariNow.patch(path, { kind: 'vacation' }, etag)).status).toBe(412)
    expect((await kariNow.delete(path)).status).toBe(204)
    expect((await kariNow.get(path)).status).toBe(404)
  })

  test('«I am back» ends it now', async () => {
    const now = api.clock.now().toISOString()
    const body = { startDateTime: '2025-03-12T08:00:00Z', endDateTime: null, kind: 'other' }
    const made = await register(api, 'kari.nilsen', 'kari.nilsen', body)
    const back = await api
      .as('kari.nilsen')
      .patch(`/v1.0/me/absences/${made.id}`, { endDateTime: now }, { 'if-match': '*' })
    expect(await back.json()).toMatchObject({ endDateTime: now })
    expect(await list(api, 'sara.holm', 'kari.nilsen')).toEqual([])
  })

  test.for([
    ['endBeforeStart', { endDateTime: from }],
    ['alreadyOver', { startDateTime: '2025-03-01T08:00:00Z', endDateTime: '2025-03-02T08:00:00Z' }],
    ['substituteIsSelf', { substituteId: kari }],
    ['unknownUser', { substituteId: '00000000-0000-4000-8000-000000000000' }],
    ['sensitiveContent', { note: 'Barnet 15889010069 er sykt' }],
    ['invalidContent', { kind: 'holiday' }],
    ['invalidContent', { startDateTime: '0001-01-01T00:00:00Z' }],
  ] as const)('refuses %s', async ([code, body]) => {
    const response = await api
      .as('kari.nilsen')
      .post('/v1.0/me/absences', { startDateTime: from, endDateTime: to, ...body })
    expect(await refusedWith(response)).toEqual([422, code])
  })

  test('refuses a substitute who has left', async () => {
    await api.disabled('nina.aas')
    const body = { startDateTime: from, endDateTime: to, substituteId: id('nina.aas') }
    expect(await refusedWith(await api.as('kari.nilsen').post('/v1.0/me/absences', body))).toEqual([
      422,
      'unknownUser',
    ])
  })

  test('the log tells what was done, and never why somebody is away', async () => {
    await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'sick', note: 'Rygg' })
    const entries = await api.db
      .selectFrom('audit_entry')
      .select(['action', 'data'])
      .where('target_type', '=', 'absence')
      .execute()
    expect(entries.at(-1)).toEqual({ action: 'absence.created', data: { userId: kari } })
    expect(JSON.stringify(entries)).not.toMatch(/sick|Rygg/)
  })
})

describeApi('Standing in', (api) => {
  const asked = () =>
    register(api, 'ola.bakken', 'ola.bakken', { kind: 'vacation', substituteId: id('nina.aas') })
  const substitutions = async (person: string) =>
    (
      (await (await api.as(person).get('/v1.0/me/substitutions')).json()) as { value: Substitution[] }
    ).value.filter(({ startDateTime }) => startDateTime === from)
  const actsFor = async (person: string) =>
    ((await (await api.as(person).get('/v1.0/me')).json()) as { actsFor: { id: string }[] }).actsFor

  test('is asked for, and begins with a yes when the absence does, and ends with it', async () => {
    const absence = await asked()
    expect(absence).toMatchObject({ substitute: { displayName: 'Nina Aas' }, substituteStatus: 'proposed' })
    expect(await substitutions('nina.aas')).toMatchObject([
      { user: { id: ola }, substituteStatus: 'proposed' },
    ])
    expect((await answer(api, 'nina.aas', absence, 'acceptSubstitution')).status).toBe(200)
    expect(await actsFor('nina.aas')).toEqual([])
    api.clock.set('2025-03-18T09:00:00Z')
    expect(await actsFor('nina.aas')).toMatchObject([{ id: ola }])
    api.clock.set('2025-03-21T15:00:00Z')
    expect(await actsFor('nina.aas')).toEqual([])
    expect(await substitutions('nina.aas')).toEqual([])
  })

  test('is shown to everybody after the yes only', async () => {
    const absence = await asked()
    const shown = async (person: string) =>
      (await list(api, person, 'ola.bakken')).find((one) => one.id === absence.id)?.substitute?.displayName
    expect([await shown('sara.holm'), await shown('nina.aas'), await shown('anne.vik')]).toEqual([
      undefined,
      'Nina Aas',
      'Nina Aas',
    ])
    await answer(api, 'nina.aas', absence, 'acceptSubstitution')
    expect(await shown('sara.holm')).toBe('Nina Aas')
  })

  test('a no can become a yes, and a yes a no, until it is over', async () => {
    const absence = await asked()
    const said = async (action: string) =>
      ((await (await answer(api, 'nina.aas', absence, action)).json()) as Absence).substituteStatus
    expect(await said('declineSubstitution')).toBe('declined')
    expect(await said('acceptSubstitution')).toBe('accepted')
    expect(await said('declineSubstitution')).toBe('declined')
    api.clock.set('2025-03-22T09:00:00Z')
    expect((await answer(api, 'nina.aas', absence, 'acceptSubstitution')).status).toBe(404)
    expect((await answer(api, 'ola.bakken', absence, 'acceptSubstitution')).status).toBe(403)
  })

  test('a yes holds for the time it was given for, not for a longer one', async () => {
    const absence = await asked()
    await answer(api, 'nina.aas', absence, 'acceptSubstitution')
    const change = async (body: object) =>
      (
        (await (
          await api.as('ola.bakken').patch(`/v1.0/me/absences/${absence.id}`, body, { 'if-match': '*' })
        ).json()) as Absence
      ).substituteStatus
    expect(await change({ endDateTime: '2025-03-20T15:00:00Z' })).toBe('accepted')
    expect(await change({ endDateTime: to })).toBe('proposed')
    await answer(api, 'nina.aas', absence, 'acceptSubstitution')
    expect(await change({ substituteId: id('liv.dahl') })).toBe('proposed')
    expect(await change({ substituteId: null })).toBe(null)
  })

  test('who stands in for a leader sees the reason of the people led, and not of the leader', async () => {
    await register(api, 'ola.bakken', 'ola.bakken', {
      kind: 'sick',
      startDateTime: '2025-03-12T08:00:00Z',
      substituteId: id('liv.dahl'),
    })
    const absence = (await list(api, 'ola.bakken', 'ola.bakken'))[0]
    expect(absence).toBeDefined()
    if (absence) await answer(api, 'liv.dahl', absence, 'acceptSubstitution')
    await register(api, 'kari.nilsen', 'kari.nilsen', { kind: 'leave' })
    expect((await list(api, 'liv.dahl', 'kari.nilsen'))[0]).toMatchObject({ kind: 'leave' })
    expect((await list(api, 'liv.dahl', 'ola.bakken'))[0]).toMatchObject({ kind: null })
    await register(api, 'liv.dahl', 'kari.nilsen', {
      startDateTime: '2025-03-24T08:00:00Z',
      endDateTime: null,
    })
    const entry = await api.db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id', 'on_behalf_of_id'])
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    expect(entry).toEqual({
      action: 'absence.created',
      actor_id: id('liv.dahl'),
      on_behalf_of_id: ola,
    })
  })
})
