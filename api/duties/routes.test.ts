// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi, type Caller } from '#tests/call-api.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { Duty, DutyShift } from './contract.ts'

const kari = demoPerson('kari.nilsen').id
const nina = demoPerson('nina.aas').id

/** What a refusal says: its status and its specific code. */
async function refusal(response: Response) {
  const { error } = (await response.json()) as { error?: { innerError: { code: string } } }
  return { status: response.status, code: error?.innerError.code }
}

describeApi('Standing duties', (api) => {
  const ingrid = () => api.as('ingrid.solberg')
  const aDuty = async (more: Record<string, unknown> = {}) => {
    const orgUnitId = await demoUnitId(api.db, 'Elvestrand sykehjem')
    const response = await ingrid().post('/v1.0/duties', { displayName: 'Bakvakt', orgUnitId, ...more })
    expect(response.status).toBe(201)
    return (await response.json()) as Duty
  }
  const read = async (id: string, by: Caller = api.as('sara.holm')) =>
    (await (await by.get(`/v1.0/duties/${id}`)).json()) as Duty
  const addShift = (id: string, userId: string, startDateTime: string, endDateTime: string) =>
    ingrid().post(`/v1.0/duties/${id}/shifts`, { userId, startDateTime, endDateTime })
  const shifts = async (id: string) => {
    const response = await api.as('sara.holm').get(`/v1.0/duties/${id}/shifts`)
    return ((await response.json()) as { value: DutyShift[] }).value
  }

  test('K27: resolves to whoever has it now, until when, and whose number to ring', async () => {
    const { id } = await aDuty()
    expect(await read(id)).toMatchObject({ holder: null, holderUntil: null, phone: null })
    await api.db.updateTable('user').set({ mobile_phone: '29111111' }).where('id', '=', kari).execute()
    await addShift(id, kari, '2025-03-12T07:00:00Z', '2025-03-12T10:00:00Z')
    await addShift(id, nina, '2025-03-12T10:00:00Z', '2025-03-13T07:00:00Z')
    expect(await read(id)).toMatchObject({
      displayName: 'Bakvakt',
      orgUnit: { displayName: 'Elvestrand sykehjem' },
      holder: { id: kari, displayName: 'Kari Nilsen' },
      holderUntil: '2025-03-12T10:00:00.000Z',
      phone: '29111111',
      permissions: { canEdit: false },
    })
    // On the minute it changes hands.
    api.clock.advance({ hours: 1 })
    expect((await read(id)).holder?.id).toBe(nina)
    api.clock.advance({ days: 1 })
    expect(await read(id)).toMatchObject({ holder: null, holderUntil: null })
    expect((await shifts(id)).map(({ user }) => user.id)).toEqual([kari, nina])
  })

  test('the number of the duty itself goes before the holder’s', async () => {
    const { id } = await aDuty({ phone: '60 99 99 90' })
    await addShift(id, kari, '2025-03-12T07:00:00Z', '2025-03-12T10:00:00Z')
    expect(await read(id)).toMatchObject({ phone: '60 99 99 90', ownPhone: '60 99 99 90' })
  })

  test('somebody who has left has it no more', async () => {
    const { id } = await aDuty()
    await addShift(id, kari, '2025-03-12T07:00:00Z', '2025-03-12T10:00:00Z')
    await api.db.updateTable('user').set({ account_enabled: false }).where('id', '=', kari).execute()
    expect(await read(id)).toMatchObject({ holder: null, holderUntil: null, phone: null })
    expect(await shifts(id)).toEqual([])
  })

  describe('shifts do not overlap', () => {
    test.for([
      ['the same', '2025-03-12T08:00:00Z', '2025-03-12T16:00:00Z', 409],
      ['inside', '2025-03-12T09:00:00Z', '2025-03-12T10:00:00Z', 409],
      ['around', '2025-03-12T07:00:00Z', '2025-03-12T17:00:00Z', 409],
      ['over the end', '2025-03-12T15:59:00Z', '2025-03-12T20:00:00Z', 409],
      ['right after', '2025-03-12T16:00:00Z', '2025-03-12T20:00:00Z', 201],
      ['right before', '2025-03-12T00:00:00Z', '2025-03-12T08:00:00Z', 201],
    ] as const)('%s', async ([, from, to, status]) => {
      const { id } = await aDuty()
      await addShift(id, kari, '2025-03-12T08:00:00Z', '2025-03-12T16:00:00Z')
      const { status: given, code } = await refusal(await addShift(id, nina, from, to))
      expect([given, code]).toEqual([status, status === 409 ? 'shiftOverlaps' : undefined])
    })

    test('nor when two are added at once', async () => {
      const { id } = await aDuty()
      const both = await Promise.all(
        [kari, nina].map((user) => addShift(id, user, '2025-03-12T08:00:00Z', '2025-03-12T16:00:00Z')),
      )
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    })

    test('and other duties are no hindrance', async () => {
      for (const { id } of [await aDuty(), await aDuty()]) {
        const response = await addShift(id, kari, '2025-03-12T08:00:00Z', '2025-03-12T16:00:00Z')
        expect(response.status).toBe(201)
      }
    })
  })

  test('a shift is refused that ends before it begins, or is nobody’s', async () => {
    const { id } = await aDuty()
    const backwards = await addShift(id, kari, '2025-03-12T08:00:00Z', '2025-03-12T08:00:00Z')
    expect(await refusal(backwards)).toMatchObject({ status: 422 })
    const nobody = await addShift(id, id, '2025-03-12T08:00:00Z', '2025-03-12T09:00:00Z')
    expect(await refusal(nobody)).toMatchObject({ status: 422 })
    expect(await shifts(id)).toEqual([])
  })

  test('a shift is taken away, and only from its own duty', async () => {
    const [duty, other] = [await aDuty(), await aDuty()]
    await addShift(duty.id, kari, '2025-03-12T08:00:00Z', '2025-03-12T16:00:00Z')
    const [shift] = await shifts(duty.id)
    expect((await ingrid().delete(`/v1.0/duties/${other.id}/shifts/${shift?.id}`)).status).toBe(404)
    expect((await ingrid().delete(`/v1.0/duties/${duty.id}/shifts/${shift?.id}`)).status).toBe(204)
    expect(await shifts(duty.id)).toEqual([])
  })

  test('a duty is changed by whoever has seen it as it is, and not moved where one leads nothing', async () => {
    const duty = await aDuty()
    const path = `/v1.0/duties/${duty.id}`
    expect((await ingrid().patch(path, { phone: '60 99 99 91' })).status).toBe(428)
    const etag = { 'if-match': duty['@odata.etag'] ?? '' }
    expect((await ingrid().patch(path, { phone: '60 99 99 91' }, etag)).status).toBe(204)
    expect((await ingrid().patch(path, { phone: null }, etag)).status).toBe(412)
    const orgUnitId = await demoUnitId(api.db, 'Bjørkåsen skole')
    expect((await ingrid().patch(path, { orgUnitId }, { 'if-match': '*' })).status).toBe(403)
    expect(await read(duty.id)).toMatchObject({ phone: '60 99 99 91' })
  })

  test.for([
    ['an identity number as name', { displayName: 'Vakt 17912099997' }],
    ['letters as number', { phone: 'sentralbordet' }],
    ['no name', { displayName: ' ' }],
  ] as const)('%s is refused', async ([, more]) => {
    const orgUnitId = await demoUnitId(api.db, 'Elvestrand sykehjem')
    const response = await ingrid().post('/v1.0/duties', { displayName: 'Vakt', orgUnitId, ...more })
    expect(response.status).toBe(422)
  })
})
