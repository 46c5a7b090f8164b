// @vitest-environment node
import { expect, test } from 'vitest'
import { absencesSeen, anAbsence, errorOf, nextWeek } from '#tests/absences.ts'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'

const id = (name: string) => demoPerson(name).id
const kari = id('kari.nilsen')
const ola = id('ola.bakken')
const { from, to } = nextWeek

describeApi('Absences', (api) => {
  test('Kari registers one, and everybody learns the time but not the reason', async () => {
    const made = await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'sick', note: 'Rygg' })
    expect(made).toMatchObject({ kind: 'sick', note: 'Rygg', source: 'person', registeredBy: null })
    expect((await absencesSeen(api, 'ola.bakken', 'kari.nilsen'))[0]).toMatchObject({
      kind: 'sick',
      note: 'Rygg',
    })
    expect(await absencesSeen(api, 'sara.holm', 'kari.nilsen')).toEqual([
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
    await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'sick' })
    const sick = "?$filter=kind eq 'sick'"
    expect(await absencesSeen(api, 'ola.bakken', 'kari.nilsen', sick)).toHaveLength(1)
    for (const person of [
      'ingrid.solberg',
      'marit.haugen',
      'hege.moen',
      'anne.vik',
      'jon.strand',
      'per.eide',
    ]) {
      expect(await absencesSeen(api, person, 'kari.nilsen', sick), person).toEqual([])
      expect(await absencesSeen(api, person, 'kari.nilsen', "?$filter=not (kind ne 'sick')"), person).toEqual(
        [],
      )
    }
    const order = await api.as('sara.holm').get(`/v1.0/users/${kari}/absences?$orderby=note`)
    expect(order.status).toBe(400)
  })

  test('what has been is seen by the person and the nearest leader only', async () => {
    await anAbsence(api, 'kari.nilsen', 'kari.nilsen')
    api.clock.set('2025-03-24T09:00:00Z')
    for (const [person, count] of [
      ['kari.nilsen', 1],
      ['ola.bakken', 1],
      ['ingrid.solberg', 0],
      ['sara.holm', 0],
      ['anne.vik', 0],
    ] as const) {
      expect(await absencesSeen(api, person, 'kari.nilsen'), person).toHaveLength(count)
    }
  })

  test('one that overlaps or meets its like becomes one with it', async () => {
    await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'vacation', note: 'Fjellet' })
    const later = { startDateTime: to, endDateTime: '2025-03-24T15:00:00.000Z' }
    const joint = await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'vacation', ...later })
    expect(joint).toMatchObject({ startDateTime: from, endDateTime: later.endDateTime, note: 'Fjellet' })
    await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'meeting' })
    await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'vacation', substituteId: ola })
    expect(await absencesSeen(api, 'kari.nilsen', 'kari.nilsen')).toHaveLength(3)
    const openEnded = await anAbsence(api, 'kari.nilsen', 'kari.nilsen', {
      kind: 'vacation',
      endDateTime: null,
    })
    expect(openEnded).toMatchObject({ startDateTime: from, endDateTime: null })
    expect(await absencesSeen(api, 'kari.nilsen', 'kari.nilsen')).toHaveLength(3)
  })

  test('whoever is not told the reason is not told it by what becomes one', async () => {
    await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'sick' })
    await anAbsence(api, 'ingrid.solberg', 'kari.nilsen', { kind: 'sick' })
    expect(await absencesSeen(api, 'ingrid.solberg', 'kari.nilsen')).toHaveLength(2)
    await anAbsence(api, 'ola.bakken', 'kari.nilsen', { kind: 'sick' })
    expect(await absencesSeen(api, 'ola.bakken', 'kari.nilsen')).toHaveLength(1)
  })

  test('the service desk gives the time, and nothing else', async () => {
    const made = await anAbsence(api, 'anne.vik', 'kari.nilsen')
    expect(made).toMatchObject({ kind: null, registeredBy: { id: id('anne.vik') } })
    const path = `/v1.0/users/${kari}/absences`
    for (const more of [{ kind: 'sick' }, { note: 'Rygg' }, { substituteId: ola }]) {
      const body = { startDateTime: from, endDateTime: to, ...more }
      expect(await errorOf(await api.as('anne.vik').post(path, body))).toEqual([403, 'timeOnly'])
    }
    const change = (body: object) => api.as('anne.vik').patch(`${path}/${made.id}`, body, { 'if-match': '*' })
    expect((await change({ endDateTime: '2025-03-20T15:00:00Z' })).status).toBe(200)
    expect((await change({ kind: 'lunch' })).status).toBe(403)
    expect((await absencesSeen(api, 'kari.nilsen', 'kari.nilsen'))[0]).toMatchObject({ kind: 'other' })
  })

  test('is changed by who has seen it last', async () => {
    const made = await anAbsence(api, 'kari.nilsen', 'kari.nilsen')
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
    const made = await anAbsence(api, 'kari.nilsen', 'kari.nilsen', body)
    const back = await api
      .as('kari.nilsen')
      .patch(`/v1.0/me/absences/${made.id}`, { endDateTime: now }, { 'if-match': '*' })
    expect(await back.json()).toMatchObject({ endDateTime: now })
    expect(await absencesSeen(api, 'sara.holm', 'kari.nilsen')).toEqual([])
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
    expect(await errorOf(response)).toEqual([422, code])
  })

  test('refuses a substitute who has left', async () => {
    await api.disabled('nina.aas')
    const body = { startDateTime: from, endDateTime: to, substituteId: id('nina.aas') }
    expect(await errorOf(await api.as('kari.nilsen').post('/v1.0/me/absences', body))).toEqual([
      422,
      'unknownUser',
    ])
  })

  test('the log tells what was done, and never why somebody is away', async () => {
    await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'sick', note: 'Rygg' })
    const entries = await api.db
      .selectFrom('audit_entry')
      .select(['action', 'data'])
      .where('target_type', '=', 'absence')
      .execute()
    expect(entries.at(-1)).toEqual({ action: 'absence.created', data: { userId: kari } })
    expect(JSON.stringify(entries)).not.toMatch(/sick|Rygg/)
  })
})
