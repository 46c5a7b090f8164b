// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import type { AwayToday, UnitWeek } from './contract.ts'

const kari = demoPerson('kari.nilsen').id
const nina = demoPerson('nina.aas').id

describeApi('Who of a unit is away', (api) => {
  const floor = () => demoUnitId(api.db, '2. etasje – langtid')
  const read = async <T>(who: string, path: string) =>
    // The contracts of the two answers.
    (await (await api.as(who).get(`/v1.0/orgUnits/${await floor()}/${path}`)).json()) as T

  test('today: two of Kari’s department, never why', async () => {
    const response = await api.as('kari.nilsen').get(`/v1.0/orgUnits/${await floor()}/awayToday`)
    const text = await response.text()
    const { absences, memberCount } = JSON.parse(text) as AwayToday
    expect(absences).toHaveLength(2)
    expect(memberCount).toBe(31)
    expect(absences.map(({ substitute }) => substitute !== null)).toEqual([false, true])
    expect(text).not.toMatch(/sick|personal|kind|note|Ola hver fredag/)
  })

  test('today: each once, with what comes first; not what is over or begins tomorrow', async () => {
    await api.db.deleteFrom('absence').execute()
    await add(api, kari, '2025-03-12T06:00:00Z', '2025-03-12T08:00:00Z')
    await add(api, kari, '2025-03-12T11:00:00Z', '2025-03-12T12:00:00Z')
    await add(api, kari, '2025-03-12T14:00:00Z', null)
    await add(api, demoPerson('ola.bakken').id, '2025-03-13T06:00:00Z', null)
    const { absences } = await read<AwayToday>('sara.holm', 'awayToday')
    expect(absences.map(({ user, startDateTime }) => [user.id, startDateTime])).toEqual([
      [kari, '2025-03-12T11:00:00.000Z'],
    ])
  })

  test('K26: seven days with a hole where the substitute is away as well', async () => {
    await api.db.deleteFrom('absence').execute()
    await add(api, kari, '2025-03-12T23:00:00Z', '2025-03-15T23:00:00Z', nina)
    await add(api, nina, '2025-03-13T23:00:00Z', '2025-03-14T23:00:00Z')
    const { days } = await read<UnitWeek>('ola.bakken', 'week')
    expect(days.map(({ date }) => date)).toEqual([12, 13, 14, 15, 16, 17, 18].map((day) => `2025-03-${day}`))
    expect(days.map(({ absences }) => absences.length)).toEqual([0, 1, 1, 1, 0, 0, 0])
    expect(days.flatMap(({ date, holes }) => holes.map(({ id }) => [date, id]))).toEqual([
      ['2025-03-14', kari],
    ])
    expect(JSON.stringify(days)).not.toMatch(/sick|kind|note/)
  })

  test('whoever is back in the morning is there that day', async () => {
    await api.db.deleteFrom('absence').execute()
    await add(api, kari, '2025-03-12T11:00:00Z', '2025-03-14T06:30:00Z')
    await add(api, nina, '2025-03-13T05:00:00Z', '2025-03-13T06:30:00Z')
    const { days } = await read<UnitWeek>('ola.bakken', 'week')
    const away = days.flatMap(({ date, absences }) => absences.map(({ user }) => [date, user.id]))
    expect(away).toEqual([
      ['2025-03-12', kari],
      ['2025-03-13', kari],
    ])
    const nextFloor = await demoUnitId(api.db, '3. etasje – langtid')
    const response = await api.as('anne.vik').get(`/v1.0/orgUnits/${nextFloor}/week`)
    const other = (await response.json()) as UnitWeek
    expect(other.days[1]?.absences.map(({ user }) => user.id)).toContain(nina)
  })

  test('the week begins on the day asked for, which is no earlier than today', async () => {
    const { days } = await read<UnitWeek>('anne.vik', 'week?startDate=2025-03-24')
    expect(days[0]?.date).toBe('2025-03-24')
    for (const query of ['startDate=2025-03-11', 'startDate=2025-06-01', 'startDate=x', 'top=1']) {
      const response = await api.as('anne.vik').get(`/v1.0/orgUnits/${await floor()}/week?${query}`)
      expect(response.status, query).toBe(400)
    }
  })
})

const add = (api: TestApi, user_id: string, from: string, to: string | null, substituteId?: string) =>
  api.db
    .insertInto('absence')
    .values({
      user_id,
      starts_at: new Date(from),
      ends_at: to === null ? null : new Date(to),
      kind: 'sick',
      note: 'Rygg',
      substitute_id: substituteId,
      substitute_status: substituteId ? 'accepted' : null,
      created_at: api.clock.now(),
      changed_at: api.clock.now(),
    })
    .execute()
