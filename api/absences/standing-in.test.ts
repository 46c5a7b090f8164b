// @vitest-environment node
import { expect, test } from 'vitest'
import { absencesSeen, anAbsence, answerAbsence, nextWeek } from '#tests/absences.ts'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { Absence, Substitution } from './contract.ts'

const id = (name: string) => demoPerson(name).id
const ola = id('ola.bakken')
const { from, to } = nextWeek

describeApi('Standing in', (api) => {
  const asked = () =>
    anAbsence(api, 'ola.bakken', 'ola.bakken', { kind: 'vacation', substituteId: id('nina.aas') })
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
    expect((await answerAbsence(api, 'nina.aas', absence, 'acceptSubstitution')).status).toBe(200)
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
      (await absencesSeen(api, person, 'ola.bakken')).find((one) => one.id === absence.id)?.substitute
        ?.displayName
    expect([await shown('sara.holm'), await shown('nina.aas'), await shown('anne.vik')]).toEqual([
      undefined,
      'Nina Aas',
      'Nina Aas',
    ])
    await answerAbsence(api, 'nina.aas', absence, 'acceptSubstitution')
    expect(await shown('sara.holm')).toBe('Nina Aas')
  })

  test('a no can become a yes, and a yes a no, until it is over', async () => {
    const absence = await asked()
    const said = async (action: 'acceptSubstitution' | 'declineSubstitution') =>
      ((await (await answerAbsence(api, 'nina.aas', absence, action)).json()) as Absence).substituteStatus
    expect(await said('declineSubstitution')).toBe('declined')
    expect(await said('acceptSubstitution')).toBe('accepted')
    expect(await said('declineSubstitution')).toBe('declined')
    api.clock.set('2025-03-22T09:00:00Z')
    expect((await answerAbsence(api, 'nina.aas', absence, 'acceptSubstitution')).status).toBe(404)
    expect((await answerAbsence(api, 'ola.bakken', absence, 'acceptSubstitution')).status).toBe(403)
  })

  test('a yes holds for the time it was given for, not for a longer one', async () => {
    const absence = await asked()
    await answerAbsence(api, 'nina.aas', absence, 'acceptSubstitution')
    const change = async (body: object) =>
      (
        (await (
          await api.as('ola.bakken').patch(`/v1.0/me/absences/${absence.id}`, body, { 'if-match': '*' })
        ).json()) as Absence
      ).substituteStatus
    expect(await change({ endDateTime: '2025-03-20T15:00:00Z' })).toBe('accepted')
    expect(await change({ endDateTime: to })).toBe('proposed')
    await answerAbsence(api, 'nina.aas', absence, 'acceptSubstitution')
    expect(await change({ substituteId: id('liv.dahl') })).toBe('proposed')
    expect(await change({ substituteId: null })).toBe(null)
  })

  test('who stands in for a leader sees the reason of the people led, and not of the leader', async () => {
    await anAbsence(api, 'ola.bakken', 'ola.bakken', {
      kind: 'sick',
      startDateTime: '2025-03-12T08:00:00Z',
      substituteId: id('liv.dahl'),
    })
    const absence = (await absencesSeen(api, 'ola.bakken', 'ola.bakken'))[0]
    expect(absence).toBeDefined()
    if (absence) await answerAbsence(api, 'liv.dahl', absence, 'acceptSubstitution')
    await anAbsence(api, 'kari.nilsen', 'kari.nilsen', { kind: 'leave' })
    expect((await absencesSeen(api, 'liv.dahl', 'kari.nilsen'))[0]).toMatchObject({ kind: 'leave' })
    expect((await absencesSeen(api, 'liv.dahl', 'ola.bakken'))[0]).toMatchObject({ kind: null })
    await anAbsence(api, 'liv.dahl', 'kari.nilsen', {
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
