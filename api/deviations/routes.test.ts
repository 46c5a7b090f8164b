// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi, type Caller } from '#tests/call-api.ts'
import { tasksOf } from '#tests/tasks.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { Deviation } from './contract.ts'

const wetFloor = {
  title: 'Vått gulv i gangen',
  description: 'En beboer gled. Ingen ble skadet.',
  occurredDateTime: '2025-03-12T07:30:00Z',
  severity: 3,
}

async function reported(as: Caller, more: Record<string, unknown> = {}): Promise<Deviation> {
  const response = await as.post('/v1.0/deviations', { ...wetFloor, ...more })
  expect(response.status).toBe(201)
  return (await response.json()) as Deviation
}

const addressOf = ({ id }: Pick<Deviation, 'id'>) => `/v1.0/deviations/${id}`

/** Does it, and gives the case as it is then. */
async function done(
  as: Caller,
  deviation: Pick<Deviation, 'id'>,
  action: string,
  body?: unknown,
): Promise<Deviation> {
  const response = await as.post(`${addressOf(deviation)}/${action}`, body)
  const answer: unknown = await response.json()
  expect([response.status, answer]).toMatchObject([200, {}])
  return answer as Deviation
}

describeApi('Deviations', (api) => {
  const kari = () => api.as('kari.nilsen')
  const ola = () => api.as('ola.bakken')

  test('a report needs little, and goes to the leader of the unit', async () => {
    const deviation = await reported(kari(), { title: undefined })
    expect(deviation).toMatchObject({
      title: 'En beboer gled.',
      number: expect.stringMatching(/^2025-\d{5}$/),
      state: 'registered',
      responsible: { displayName: 'Ola Bakken' },
      reporter: { displayName: 'Kari Nilsen' },
      viewer: { isReporter: true },
      permissions: { canEdit: true, canReceive: false },
    })
    expect(await tasksOf(ola())).toContainEqual(
      expect.objectContaining({
        kind: 'deviationToReceive',
        resource: expect.objectContaining({ id: deviation.id }),
      }),
    )
    // The end of the second working day.
    expect(deviation.deadlines.receive).toBe('2025-03-14T23:00:00.000Z')
  })

  test('from report over actions and review to closed, each step told to the reporter', async () => {
    const it = await reported(kari())
    const early = await ola().post(`${addressOf(it)}/close`, { documentOutcome: 'notFollowed' })
    expect(early.status).toBe(409)
    expect(await early.json()).toMatchObject({
      error: { innerError: { code: 'invalidTransition' }, details: [{ target: 'state' }] },
    })
    await done(ola(), it, 'receive')
    await done(ola(), it, 'startTreatment')
    const action = { description: 'Nye matter', ownerId: demoPerson('nina.aas').id }
    const uncaused = await ola().post(`${addressOf(it)}/addAction`, action)
    expect(await uncaused.json()).toMatchObject({
      error: { details: [{ target: 'causeCategory' }, { target: 'cause' }] },
    })
    const treated = await ola().patch(
      addressOf(it),
      { causeCategory: 'equipment', cause: 'Lekkasje' },
      { 'if-match': '*' },
    )
    expect(treated.status).toBe(204)
    const withAction = await done(ola(), it, 'addAction', action)
    expect(withAction).toMatchObject({
      state: 'actionsInProgress',
      correctiveActions: [{ description: 'Nye matter', owner: { displayName: 'Nina Aas' }, state: 'new' }],
    })
    const actionId = withAction.correctiveActions?.[0]?.id
    // The owner does the action without seeing the case.
    const nina = api.as('nina.aas')
    expect((await nina.get(addressOf(it))).status).toBe(404)
    expect((await nina.post(`${addressOf(it)}/acceptAction`, { actionId })).status).toBe(204)
    expect((await nina.post(`${addressOf(it)}/completeAction`, { actionId, note: 'Lagt ut' })).status).toBe(
      204,
    )
    expect(await (await nina.get(`/v1.0/correctiveActions/${actionId}`)).json()).toMatchObject({
      state: 'done',
      deviation: { number: it.number, title: null },
    })
    const inReview = await done(ola(), it, 'submitForReview', {})
    expect(inReview).toMatchObject({ state: 'effectReview', isOverdue: false })
    // 90 days later, to the end of that day in summer time.
    expect(inReview.deadlines.evaluate).toBe('2025-06-10T22:00:00.000Z')
    api.clock.set('2025-06-10T08:00:00Z')
    expect(await (await ola().get(`${addressOf(it)}/effect`)).json()).toMatchObject({ after: 0 })
    await done(ola(), it, 'evaluate', { effectiveness: 'effective', note: 'Ingen nye fall' })
    const closed = await done(ola(), it, 'close', { documentOutcome: 'wrongOrUnclear' })
    expect(closed).toMatchObject({ state: 'closed', documentOutcome: 'wrongOrUnclear', dueDateTime: null })
    expect(closed.timeline?.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'registered',
        'received',
        'treatmentStarted',
        'actionAdded',
        'evaluated',
        'closed',
      ]),
    )
    const told = await (await kari().get('/v1.0/me/notifications?$top=50')).json()
    const kinds = (told as { value: { kind: string; resource: { id: string } }[] }).value
      .filter(({ resource }) => resource.id === it.id)
      .map(({ kind }) => kind)
    expect(kinds).toEqual(
      expect.arrayContaining(['deviationReceived', 'deviationActionsSet', 'deviationClosed']),
    )
  })

  test('no effect takes it up again', async () => {
    const it = await reported(kari())
    await api.db
      .updateTable('deviation')
      .set({ state: 'effectReview', cause: 'x', cause_category: 'routine' })
      .where('id', '=', it.id)
      .execute()
    const again = await done(ola(), it, 'evaluate', { effectiveness: 'notEffective', note: 'To nye fall' })
    expect(again).toMatchObject({ state: 'reopened', permissions: { canStartTreatment: true } })
  })

  test('the same key is the same report, and numbers have no gaps', async () => {
    const key = { 'idempotency-key': '0b7f6a0e-1111-4222-8333-444455556666' }
    const one = (await (await kari().post('/v1.0/deviations', wetFloor, key)).json()) as Deviation
    const refusedNumber = await kari().post('/v1.0/deviations', { ...wetFloor, attachmentIds: [one.id] })
    expect(refusedNumber.status).toBe(422)
    const other = (await (await kari().post('/v1.0/deviations', wetFloor, key)).json()) as Deviation
    expect(other.id).toBe(one.id)
    const many = await Promise.all(Array.from({ length: 8 }, () => reported(api.as('sara.holm'))))
    const first = Number(one.number.slice(5))
    expect(many.map(({ number }) => Number(number.slice(5))).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 8 }, (_, i) => first + 1 + i),
    )
  })

  test('a leader who is involved or reports never treats the case', async () => {
    const involved = await reported(kari(), { involvedIds: [demoPerson('ola.bakken').id] })
    expect(involved.responsible).toMatchObject({ displayName: 'Ingrid Solberg' })
    expect((await ola().get(addressOf(involved))).status).toBe(404)
    const own = await reported(ola())
    expect(own).toMatchObject({
      responsible: { displayName: 'Ingrid Solberg' },
      permissions: { canReceive: false, canEdit: true },
    })
    const marit = await reported(api.as('marit.haugen'))
    expect(marit).toMatchObject({ responsible: null, responsibleUnit: null })
    const pointed = await reported(kari(), {
      involvedIds: ['ola.bakken', 'ingrid.solberg', 'arne.lund', 'marit.haugen'].map(
        (name) => demoPerson(name).id,
      ),
    })
    expect(pointed.responsible).toBeNull()
  })

  test('an anonymous report leads nowhere, and one hidden from the unit only to the quality adviser', async () => {
    const response = await kari().post('/v1.0/deviations', { ...wetFloor, reporterVisibility: 'anonymous' })
    expect(response.status).toBe(201)
    const { number } = (await response.json()) as { number: string }
    const row = await api.db
      .selectFrom('deviation')
      .select(['id', 'reporter_id'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    expect(row.reporter_id).toBeNull()
    const entries = await api.db
      .selectFrom('audit_entry')
      .select('actor_id')
      .where('target_id', '=', row.id)
      .execute()
    expect(entries.map(({ actor_id }) => actor_id)).toEqual(entries.map(() => null))
    const hidden = await reported(kari(), { reporterVisibility: 'hiddenFromUnit' })
    const seen = async (as: Caller) => (await (await as.get(addressOf(hidden))).json()) as Deviation
    expect((await seen(ola())).reporter).toBeNull()
    expect(JSON.stringify(await seen(ola()))).not.toContain('Kari')
    expect((await seen(api.as('tor.berg'))).reporter).toMatchObject({ displayName: 'Kari Nilsen' })
    const filtered = await ola().get(
      `/v1.0/deviations?$filter=reporter/id eq ${demoPerson('kari.nilsen').id}`,
    )
    expect(((await filtered.json()) as { value: { id: string }[] }).value.map(({ id }) => id)).not.toContain(
      hidden.id,
    )
    await kari().post(`${addressOf(hidden)}/messages`, { text: 'Det hender hver uke' })
    const messages = await (await ola().get(`${addressOf(hidden)}/messages`)).json()
    expect(messages).toMatchObject({ value: [{ isFromReporter: true, person: null }] })
  })

  test('what looks like whistleblowing stops, and identity numbers are refused', async () => {
    const whistle = { ...wetFloor, description: 'Jeg vil varsle om at lederen trakasserer oss.' }
    const stopped = await kari().post('/v1.0/deviations', whistle)
    expect(await stopped.json()).toMatchObject({ error: { innerError: { code: 'possibleWhistleblowing' } } })
    expect((await kari().post('/v1.0/deviations', { ...whistle, isWhistleblowing: false })).status).toBe(201)
    const check = await kari().post('/v1.0/deviations/check', {
      description: 'Jeg tror Ola Bakken glemte det.',
      answers: { happened: 'happened', injury: 'serious', personalData: false },
    })
    expect(await check.json()).toMatchObject({
      classification: { severity: 5, category: 'hse', clocks: ['labourInspectionAtOnce'] },
      names: [{ target: 'description', start: 9, end: 19, jobTitle: 'Avdelingsleder' }],
      responsible: { displayName: 'Ola Bakken' },
    })
  })

  test('sent on, it is accepted or comes back; whoever sent it follows it until then', async () => {
    const it = await reported(kari())
    const target = await api.db
      .selectFrom('org_unit')
      .select(['id', 'leader_id'])
      .where('display_name', '=', 'Bjørkåsen skole')
      .executeTakeFirstOrThrow()
    const away = await done(ola(), it, 'forward', { orgUnitId: target.id, reason: 'Skjedde hos dere' })
    expect(away).toMatchObject({ state: 'forwarded', forwardedFrom: {}, permissions: { canReceive: false } })
    const leader = await api.db
      .selectFrom('user')
      .selectAll()
      .where('id', '=', target.leader_id ?? '')
      .executeTakeFirstOrThrow()
    const other = api.as({
      id: leader.id,
      userPrincipalName: leader.user_principal_name,
      displayName: leader.display_name,
      appRoles: [],
    })
    const back = await other.post(`${addressOf(it)}/return`, { reason: 'Ikke vårt gulv' })
    expect(back.status).toBe(204)
    expect(await done(ola(), it, 'receive')).toMatchObject({ state: 'received', forwardedFrom: null })
  })
})
