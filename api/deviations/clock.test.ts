// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { anAbsenceOf, tasksAbout } from '#tests/tasks.ts'
import { runJob, timedDeps } from '#tests/timed-work.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { Deviation } from './contract.ts'
import { planDeadline, receiveDeadline } from './deadlines.ts'
import { stepsOf } from './ladder.ts'

test.for<[what: string, from: string, severity: number, isPersonalData: boolean, expected: string]>([
  // 30 and 31 December, then 4 January: New Year's Day is a Friday.
  ['low on 29 December', '2026-12-29T09:00:00Z', 1, false, '2027-01-04T23:00:00.000Z'],
  ['high on 29 December', '2026-12-29T09:00:00Z', 4, false, '2026-12-30T23:00:00.000Z'],
  // Wednesday before Easter: Tuesday and Wednesday after it.
  ['medium before Easter', '2026-04-01T08:00:00Z', 3, false, '2026-04-08T22:00:00.000Z'],
  ['critical on Christmas Eve', '2026-12-24T22:00:00Z', 5, false, '2026-12-25T02:00:00.000Z'],
  // Four hours are four hours, also when the clock is put forward and back.
  ['critical in the night to summer time', '2026-03-29T00:30:00Z', 5, false, '2026-03-29T04:30:00.000Z'],
  ['critical in the night to winter time', '2026-10-24T23:30:00Z', 5, false, '2026-10-25T03:30:00.000Z'],
  ['personal data on a Sunday', '2026-03-29T10:00:00Z', 2, true, '2026-03-29T22:00:00.000Z'],
])('%s is received by %s', ([, from, severity, isPersonalData, expected]) => {
  expect(receiveDeadline(new Date(from), severity, isPersonalData).toISOString()).toBe(expected)
})

test('the plan of a critical one is the next working day, over Easter', () => {
  expect(planDeadline(new Date('2026-04-01T08:00:00Z'), 5).toISOString()).toBe('2026-04-07T22:00:00.000Z')
})

test('what waits for its effect to be reviewed is never late', () => {
  const facts = {
    state: 'effectReview' as const,
    severity: 3,
    isPersonalData: false,
    createdAt: new Date('2026-01-05T08:00:00Z'),
    discoveredAt: new Date('2026-01-05T08:00:00Z'),
    noticeDecidedAt: null,
    closedAt: null,
    receiveBy: null,
    planBy: null,
    completeBy: null,
    evaluateBy: new Date('2026-02-01T23:00:00Z'),
  }
  expect(stepsOf(facts)).toEqual([])
})

const report = async (api: TestApi, more: Record<string, unknown>): Promise<Deviation> => {
  const response = await api
    .as('kari.nilsen')
    .post('/v1.0/deviations', { title: 'Feil medisin', occurredDateTime: '2025-03-12T08:00:00Z', ...more })
  expect(response.status).toBe(201)
  return (await response.json()) as Deviation
}
const toldOf = async (api: TestApi, person: string, id: string): Promise<string[]> => {
  const { value } = (await (await api.as(person).get('/v1.0/me/notifications?$top=50')).json()) as {
    value: { kind: string; resource: { id: string } }[]
  }
  return value.filter(({ resource }) => resource.id === id).map(({ kind }) => kind)
}
const run = (api: TestApi) => runJob('take-deviation-steps', timedDeps(api))

describeApi('The clock of deviations', (api) => {
  test('a critical one is with the kommunedirektør at once, who alone closes it', async () => {
    const it = await report(api, { severity: 5 })
    expect(await toldOf(api, 'marit.haugen', it.id)).toEqual(['deviationEscalated'])
    expect(it).toMatchObject({ isEscalated: true, deadlines: { receive: '2025-03-12T13:00:00.000Z' } })
  })

  test('a medium one goes up after three working days and seven, once, whoever looks', async () => {
    const it = await report(api, { severity: 3 })
    api.clock.set('2025-03-14T23:00:00Z')
    await run(api)
    expect(await toldOf(api, 'ola.bakken', it.id)).toContain('deviationOverdue')
    expect(await toldOf(api, 'ingrid.solberg', it.id)).toEqual([])
    api.clock.set('2025-03-19T22:59:00Z')
    await run(api)
    expect(await toldOf(api, 'ingrid.solberg', it.id)).toEqual([])
    api.clock.set('2025-03-19T23:00:00Z')
    await Promise.all([run(api), run(api)])
    await run(api)
    expect(await toldOf(api, 'ingrid.solberg', it.id)).toEqual(['deviationEscalated'])
    api.clock.set('2025-03-25T23:00:00Z')
    await run(api)
    expect(await toldOf(api, 'tor.berg', it.id)).toEqual(['deviationEscalated'])
    const steps = await api.db
      .selectFrom('deviation_step')
      .select('step')
      .where('deviation_id', '=', it.id)
      .execute()
    expect(steps).toHaveLength(3)
    const { rows } = {
      rows: await api.db.selectFrom('notification').select('count').where('thread_id', '=', it.id).execute(),
    }
    expect(rows.every(({ count }) => count === 1)).toBe(true)
  })

  test('the data protection officer hears at once of personal data, the kommunedirektør after 48 hours', async () => {
    const it = await report(api, { severity: 2, isPersonalDataBreach: true, category: 'informationSecurity' })
    expect(await toldOf(api, 'per.eide', it.id)).toEqual(['deviationEscalated'])
    expect(it.authorityNotice).toMatchObject({ deadline: '2025-03-15T09:00:00.000Z', outcome: null })
    api.clock.set('2025-03-14T09:00:00Z')
    await run(api)
    expect(await toldOf(api, 'marit.haugen', it.id)).toEqual(['deviationEscalated'])
    const marit = api.as('marit.haugen')
    const decide = `/v1.0/deviations/${it.id}/decideAuthorityNotice`
    const unreasoned = await marit.post(decide, { outcome: 'doNotNotify' })
    expect(await unreasoned.json()).toMatchObject({ error: { details: [{ target: 'reason' }] } })
    expect((await marit.post(decide, { outcome: 'doNotNotify', reason: 'Kryptert' })).status).toBe(200)
    expect((await api.as('ola.bakken').post(decide, { outcome: 'doNotNotify', reason: 'x' })).status).toBe(
      403,
    )
  })

  test('when the leader is away the substitute hears of it and acts: S for L', async () => {
    await anAbsenceOf(api, 'ola.bakken', 'sara.holm', { from: -1, to: 3, status: 'accepted' })
    const it = await report(api, { severity: 2 })
    const sara = api.as('sara.holm')
    expect(await toldOf(api, 'sara.holm', it.id)).toEqual(['deviationAssigned'])
    expect(await tasksAbout(sara, it.id)).toMatchObject([{ kind: 'deviationToReceive' }])
    const response = await sara.post(`/v1.0/deviations/${it.id}/receive`)
    const { timeline } = (await response.json()) as Deviation
    expect(timeline).toContainEqual(
      expect.objectContaining({
        kind: 'received',
        person: expect.objectContaining({ displayName: 'Sara Holm' }),
        onBehalfOf: { id: demoPerson('ola.bakken').id, displayName: 'Ola Bakken' },
      }),
    )
    api.clock.advance({ days: 4 })
    expect((await sara.get(`/v1.0/deviations/${it.id}`)).status).toBe(404)
  })

  test('30 days after it was closed it is archived', async () => {
    const it = await report(api, { severity: 1 })
    const closedAt = api.clock.now()
    await api.db
      .updateTable('deviation')
      .set({
        state: 'closed',
        closed_at: closedAt,
        next_step_at: new Date(closedAt.getTime() + 30 * 86_400_000),
      })
      .where('id', '=', it.id)
      .execute()
    api.clock.advance({ days: 30 })
    await run(api)
    const row = await api.db
      .selectFrom('deviation')
      .select('state')
      .where('id', '=', it.id)
      .executeTakeFirstOrThrow()
    expect(row.state).toBe('archived')
  })
})
