// @vitest-environment node
import { beforeEach, expect, test } from 'vitest'
import type { AbsenceKind } from '#api/database/absence-tables.ts'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { Presence, Reachability, ReachabilityEntry, SubjectReachability } from './contract.ts'

const id = (name: string) => demoPerson(name).id
/** Who can be reached on weekdays and who is asked about: not what the seed says, so that it may change. */
const people = [
  'ola.bakken',
  'ingrid.solberg',
  'arne.lund',
  'marit.haugen',
  'liv.dahl',
  'hege.moen',
  'anne.vik',
]

describeApi('Reachability', (api) => {
  const named = (body: Pick<Reachability, 'chain'>) =>
    body.chain.map(({ user, why }) => `${user.displayName} ${why}`)
  const ask = async (of: string, as = 'sara.holm', headers = {}) => {
    const response = await api.as(as).get(`/v1.0/users/${id(of)}/reachability`, headers)
    expect(response.status, JSON.stringify(api.logged)).toBe(200)
    return (await response.json()) as Reachability
  }
  const bySubject = async (subject: string, as = 'anne.vik') => {
    const response = await api
      .as(as)
      .get(`/v1.0/reachability/bySubject?subject=${encodeURIComponent(subject)}`)
    expect(response.status, JSON.stringify(api.logged)).toBe(200)
    return (await response.json()) as SubjectReachability
  }
  const absent = (
    of: string,
    more: { kind?: AbsenceKind; substituteId?: string; until?: string | null } = {},
  ) =>
    api.db
      .insertInto('absence')
      .values({
        user_id: id(of),
        starts_at: '2025-03-12T08:30:00Z',
        ends_at: more.until === undefined ? new Date('2025-03-12T11:30:00Z') : null,
        kind: more.kind ?? 'meeting',
        ...(more.substituteId && { substitute_id: more.substituteId, substitute_status: 'accepted' }),
        created_at: api.clock.now(),
        changed_at: api.clock.now(),
      })
      .execute()
  const subjects = (of: string, responsibilities: string[]) =>
    api.db.updateTable('user').set({ responsibilities }).where('id', '=', id(of)).execute()

  beforeEach(async () => {
    await api.db.deleteFrom('absence').execute()
    await api.db.updateTable('org_unit').set({ deputy_leader_id: null }).execute()
    await api.db.updateTable('user').set({ responsibilities: [] }).execute()
    await api.db
      .updateTable('user')
      .set({ workdays: [1, 2, 3, 4, 5] })
      .where('id', 'in', people.map(id))
      .execute()
    await api.db.updateTable('user').set({ app_roles: [] }).where('id', '<>', id('anne.vik')).execute()
  })

  test('says whether somebody is there, and in the language asked for, or the reader’s own', async () => {
    const answer = await ask('ola.bakken')
    expect(answer).toMatchObject({ status: 'available', availableUntil: '2025-03-12T14:30:00.000Z' })
    expect(answer.text).toBe('Ola Bakken er ledig til kl. 15:30.')
    const english = await ask('ola.bakken', 'sara.holm', { 'accept-language': 'en-GB,en;q=0.9' })
    expect(english.text).toBe('Ola Bakken is available until 15:30.')
    await api.db
      .updateTable('user')
      .set({ preferred_language: 'nn' })
      .where('id', '=', id('sara.holm'))
      .execute()
    await absent('ola.bakken')
    expect((await ask('ola.bakken')).text).toContain('Ola Bakken er oppteken til kl. 12:30.')
  })

  test('goes from the person to the substitute, to the same subject, to the leader, to the service desk', async () => {
    await absent('ola.bakken', { kind: 'sick', substituteId: id('liv.dahl'), until: null })
    await subjects('ola.bakken', ['Besøkstid'])
    await subjects('kari.nilsen', ['BESØKSTID', 'mat'])
    const answer = await ask('ola.bakken')
    expect(answer).toMatchObject({ status: 'away', availableFrom: null })
    expect(named(answer)).toEqual([
      'Ola Bakken person',
      'Liv Dahl substitute',
      'Kari Nilsen sameSubject',
      'Ingrid Solberg leader',
      'Anne Vik serviceDesk',
    ])
    expect(answer.chain[1]?.user).toMatchObject({ givenName: 'Liv', businessPhones: [expect.any(String)] })
    expect(JSON.stringify(answer)).not.toMatch(/sick/)
  })

  test('passes the absent leader over, to the deputy, and to the leader above', async () => {
    await absent('kari.nilsen')
    await absent('ola.bakken')
    expect(named(await ask('kari.nilsen'))).toEqual([
      'Kari Nilsen person',
      'Ingrid Solberg leader',
      'Anne Vik serviceDesk',
    ])
    await api.db
      .updateTable('org_unit')
      .set({ deputy_leader_id: id('nina.aas') })
      .where('leader_id', '=', id('ola.bakken'))
      .execute()
    expect(named(await ask('kari.nilsen'))).toContain('Nina Aas leader')
  })

  test('ends in somebody at night too', async () => {
    api.clock.set('2025-03-12T22:00:00Z')
    await api.db
      .updateTable('user')
      .set({ workdays: [1, 2, 3, 4, 5] })
      .execute()
    const answer = await ask('ola.bakken')
    expect(answer).toMatchObject({ status: 'offHours', availableFrom: '2025-03-13T07:00:00.000Z' })
    expect(named(answer)).toEqual(['Ola Bakken person', 'Ingrid Solberg leader'])
  })

  test('answers for many at once in the order asked, leaving out whom one may not know of', async () => {
    await absent('liv.dahl', { kind: 'sick', until: null })
    await api.disabled('tor.berg')
    const ids = [id('liv.dahl'), id('tor.berg'), id('ola.bakken')]
    const response = await api.as('sara.holm').post('/v1.0/reachability/getByUserIds', { ids })
    const { value } = (await response.json()) as { value: ReachabilityEntry[] }
    expect(value.map((one) => [one.id, one.status])).toEqual([
      [id('liv.dahl'), 'away'],
      [id('ola.bakken'), 'available'],
    ])
    const tooMany = Array.from({ length: 101 }, () => id('liv.dahl'))
    expect((await api.as('sara.holm').post('/v1.0/reachability/getByUserIds', { ids: tooMany })).status).toBe(
      422,
    )
  })

  test('«byggesak» at 11:40, while the case worker is in a meeting', async () => {
    api.clock.set('2025-03-12T10:40:00Z')
    await subjects('hege.moen', ['Byggesak'])
    await subjects('liv.dahl', ['byggesak'])
    await subjects('tor.berg', ['byggesaksgebyr'])
    await absent('hege.moen')
    const answer = await bySubject('BYGGESAK')
    // Anne of the service desk works nearer to Hege.
    expect(named(answer).slice(0, 3)).toEqual([
      'Hege Moen sameSubject',
      'Liv Dahl sameSubject',
      'Tor Berg sameSubject',
    ])
    expect(answer.callNow?.user.displayName).toBe('Liv Dahl')
    expect(answer.text).toMatch(
      /^Hege Moen er opptatt til kl. 12:30. Ring heller Liv Dahl \(BYGGESAK\). Neste: /,
    )
    expect(answer.chain.at(-1)).toMatchObject({ why: 'serviceDesk' })
  })

  test('finds a subject however it is spelt, and nothing by a wildcard', async () => {
    await subjects('hege.moen', ['Søknad om båtplass'])
    for (const spelling of ['båtplass', 'baatplass', 'SOEKNAD', 'soknad om b']) {
      expect(named(await bySubject(spelling))[0], spelling).toBe('Hege Moen sameSubject')
    }
    for (const hostile of ['%%', '__', "'; drop table", '\\\\']) {
      const answer = await bySubject(hostile)
      expect(answer.chain[0], hostile).toMatchObject({
        why: 'serviceDesk',
        user: { displayName: 'Anne Vik' },
      })
      expect(answer.text).toBe(`Ingen har «${hostile}» som fagområde. Ring Anne Vik (servicekontoret).`)
    }
  })

  test.for(['', '?subject=a', `?subject=${'x'.repeat(61)}`, '?subject=byggesak&more=1', '?subject=a%00b'])(
    'refuses the question %s',
    async (query) => {
      expect((await api.as('anne.vik').get(`/v1.0/reachability/bySubject${query}`)).status).toBe(400)
    },
  )

  test('is Graph’s presence in other words, and says no more', async () => {
    await absent('ola.bakken', { kind: 'sick', until: null })
    await absent('liv.dahl')
    const ids = ['ola.bakken', 'liv.dahl', 'ingrid.solberg'].map(id)
    const response = await api.as('sara.holm').post('/v1.0/communications/getPresencesByUserId', { ids })
    const { value } = (await response.json()) as { value: Presence[] }
    expect(value.map(({ availability, activity }) => [availability, activity])).toEqual([
      ['Away', 'Away'],
      ['Busy', 'Busy'],
      ['Available', 'Available'],
    ])
    const one = await api.as('sara.holm').get(`/v1.0/users/${id('liv.dahl')}/presence`)
    expect(await one.json()).toEqual({ id: id('liv.dahl'), availability: 'Busy', activity: 'Busy' })
  })
})
