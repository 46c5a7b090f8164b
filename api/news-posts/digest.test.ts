// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { runJob, testOutlets, timedDeps } from '#tests/timed-work.ts'
import { dueDigests } from './digest.ts'

test.for([
  ['a Wednesday at seven', '2025-03-12T06:00:00Z', ['daily']],
  ['a minute before seven', '2025-03-12T05:59:00Z', []],
  ['a Wednesday in the afternoon', '2025-03-12T13:00:00Z', []],
  ['a Monday', '2025-03-10T06:00:00Z', ['daily', 'weekly']],
  ['a Sunday', '2025-03-09T08:00:00Z', []],
  ['Easter Monday', '2025-04-21T08:00:00Z', []],
  ['the Tuesday after Easter', '2025-04-22T05:00:00Z', ['daily', 'weekly']],
  ['the Monday after the clock was put forward', '2025-03-31T05:00:00Z', ['daily', 'weekly']],
  ['the Monday after the clock was put back, at six', '2025-10-27T05:00:00Z', []],
  ['Christmas Day', '2025-12-25T08:00:00Z', []],
] as const)('N8 digests due on %s', ([, moment, due]) => {
  expect(dueDigests(new Date(moment))).toEqual(due)
})

describeApi('Digests', (api) => {
  const monday = '2025-03-17T06:00:00Z'
  const digest = async (moment = monday) => {
    api.clock.set(moment)
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const made = await runJob('make-digests', deps)
    await runJob('send-outgoing', deps)
    const to = (person: string) => outlets.emails.filter((mail) => mail.to.startsWith(person))
    return { made, to, emails: outlets.emails }
  }
  const choose = async (person: string, newsDigest: string) =>
    expect((await api.as(person).patch('/v1.0/me/notificationSettings', { newsDigest })).status).toBe(204)

  test('N8 on Monday each person gets what is new, unread and for them, newest first', async () => {
    const editor = api.as('liv.dahl')
    const nursingHome = await demoUnitId(api.db, 'Elvestrand sykehjem')
    const audience = { everyone: false, orgUnitIds: [nursingHome], roles: [] }
    await aPost(editor, { title: 'Til alle', lead: 'Kort.' })
    api.clock.advance({ hours: 1 })
    await aPost(editor, { title: 'Til sykehjemmet', audience })
    const read = await aPost(editor, { title: 'Lest av Kari' })
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${read.id}/markRead`)
    const { to } = await digest()
    const [kari] = to('kari.nilsen')
    expect(kari?.subject).toMatch(/^\d+ nyheter du ikke har lest$/)
    const text = kari?.text ?? ''
    expect(text.indexOf('Til sykehjemmet')).toBeGreaterThan(0)
    expect(text.indexOf('Til sykehjemmet')).toBeLessThan(text.indexOf('Til alle'))
    expect(text).not.toContain('Lest av Kari')
    expect(kari?.headers['List-Unsubscribe']).toBe('<https://tunet.test/me?digest=never>')
    const [sara] = to('sara.holm')
    expect(sara?.text).toContain('Lest av Kari')
    expect(sara?.text).not.toContain('Til sykehjemmet')
  })

  test('N8 nobody gets it twice, neither from two processes at once nor from a run after a stop', async () => {
    await aPost(api.as('liv.dahl'), { title: 'Til alle' })
    api.clock.set(monday)
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const made = await Promise.all([runJob('make-digests', deps), runJob('make-digests', deps)])
    expect(made[0] + made[1]).toBeGreaterThan(1000)
    api.clock.advance({ minutes: 30 })
    expect(await runJob('make-digests', deps)).toBe(0)
    const rows = await api.db
      .selectFrom('outgoing_message')
      .select((eb) => [
        eb.fn.count<number>('recipient_id').distinct().as('people'),
        eb.fn.countAll<number>().as('messages'),
      ])
      .executeTakeFirstOrThrow()
    expect(Number(rows.messages)).toBe(made[0] + made[1])
    expect(Number(rows.people)).toBe(Number(rows.messages))
  })

  test('N8 each chooses how often: never, daily or weekly, and what has come once does not come again', async () => {
    await choose('kari.nilsen', 'never')
    await choose('ola.bakken', 'daily')
    await aPost(api.as('liv.dahl'), { title: 'Onsdag' })
    const thursday = await digest('2025-03-13T06:00:00Z')
    expect(thursday.emails).toHaveLength(1)
    expect(thursday.to('ola.bakken')[0]?.text).toContain('Onsdag')
    api.clock.set('2025-03-13T12:00:00Z')
    await aPost(api.as('liv.dahl'), { title: 'Torsdag' })
    const onMonday = await digest()
    expect(onMonday.to('kari.nilsen')).toEqual([])
    expect(onMonday.to('ola.bakken')[0]?.text).toContain('Torsdag')
    expect(onMonday.to('ola.bakken')[0]?.text).not.toContain('Onsdag')
    expect(onMonday.to('sara.holm')[0]?.text).toContain('Onsdag')
    const nextMonday = await digest('2025-03-24T06:00:00Z')
    expect(nextMonday.emails).toEqual([])
  })

  test('N8 a long absence is ten posts and a number, and what is read before it is sent is left out', async () => {
    const editor = api.as('liv.dahl')
    for (let number = 1; number <= 14; number++) {
      api.clock.advance({ minutes: 1 })
      await aPost(editor, { title: `Sak ${number}.` })
    }
    await api.db.deleteFrom('news_post_reading').execute()
    await api.db
      .updateTable('news_post')
      .set({ state: 'archived' })
      .where('title', 'not like', 'Sak %')
      .execute()
    const { to } = await digest()
    const text = to('sara.holm')[0]?.text ?? ''
    expect(text).toContain('Sak 14.')
    expect(text).toContain('Sak 5.')
    expect(text).not.toContain('Sak 4.')
    expect(text).toContain('og 4 til')
  })

  test('N8 where no e-mail can be sent, none is gathered', async () => {
    await aPost(api.as('liv.dahl'), {})
    api.clock.set(monday)
    expect(await runJob('make-digests', timedDeps(api))).toBe(0)
  })
})

describeApi('/v1.0/me/notificationSettings', (api) => {
  const read = async (person: string) =>
    (await api.as(person).get('/v1.0/me/notificationSettings')).json() as Promise<{ newsDigest: string }>

  test('N8 weekly until chosen, and what is chosen is kept', async () => {
    expect((await read('kari.nilsen')).newsDigest).toBe('weekly')
    const kari = api.as('kari.nilsen')
    const changed = await kari.patch(
      '/v1.0/me/notificationSettings',
      { newsDigest: 'daily' },
      { prefer: 'return=representation' },
    )
    expect(await changed.json()).toMatchObject({ newsDigest: 'daily' })
    expect((await read('kari.nilsen')).newsDigest).toBe('daily')
    expect((await read('ola.bakken')).newsDigest).toBe('weekly')
  })

  test('N8 without an e-mail address there is none to choose', async () => {
    const kari = api.as('kari.nilsen')
    const { id } = await (await kari.get('/v1.0/me')).json()
    await api.db.updateTable('user').set({ mail: null }).where('id', '=', id).execute()
    expect((await read('kari.nilsen')).newsDigest).toBe('never')
    expect((await kari.patch('/v1.0/me/notificationSettings', { newsDigest: 'daily' })).status).toBe(422)
  })

  test('another frequency, another property and someone signed out are refused', async () => {
    const kari = api.as('kari.nilsen')
    expect((await kari.patch('/v1.0/me/notificationSettings', { newsDigest: 'hourly' })).status).toBe(422)
    expect((await kari.patch('/v1.0/me/notificationSettings', { digestedAt: null })).status).toBe(422)
    expect((await api.signedOut.get('/v1.0/me/notificationSettings')).status).toBe(401)
  })
})
