// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost, ifMatch, paragraph, problem, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { runJob, testOutlets, timedDeps } from '#tests/timed-work.ts'
import { reminderTimes } from './reminders.ts'

const remind = 'remind-readers'

describe('reminderTimes', () => {
  const at = (since: string, confirmBy: string) => {
    const { halfway, lastDay } = reminderTimes(new Date(since), confirmBy)
    return [halfway?.toISOString(), lastDay?.toISOString()]
  }
  test.for([
    [
      'ten days',
      '2025-03-12T09:00:00Z',
      '2025-03-22',
      '2025-03-17T07:00:00.000Z',
      '2025-03-21T07:00:00.000Z',
    ],
    [
      'over Easter, with summer time on the way',
      '2025-03-24T09:00:00Z',
      '2025-04-22',
      '2025-04-07T06:00:00.000Z',
      '2025-04-16T06:00:00.000Z',
    ],
    [
      'over Christmas',
      '2025-12-17T09:00:00Z',
      '2026-01-02',
      '2025-12-29T07:00:00.000Z',
      '2025-12-31T07:00:00.000Z',
    ],
    ['two days', '2025-03-12T09:00:00Z', '2025-03-14', undefined, '2025-03-13T07:00:00.000Z'],
    ['one day', '2025-03-12T06:00:00Z', '2025-03-13', undefined, undefined],
  ] as const)('N4 a deadline of %s', ([, since, confirmBy, halfway, lastDay]) => {
    expect(at(since, confirmBy)).toEqual([halfway, lastDay])
  })
})

describeApi('Reminders', (api) => {
  const editor = () => api.as('liv.dahl')
  const aMustRead = async (input: Record<string, unknown> = {}) =>
    aPost(editor(), {
      title: 'Ny hygienerutine',
      importance: 'mustRead',
      confirmBy: '2025-03-21',
      audience: {
        everyone: false,
        orgUnitIds: [await demoUnitId(api.db, '2. etasje – langtid')],
        roles: [],
      },
      ...input,
    })
  const notices = (id: string) =>
    api.db
      .selectFrom('news_post_notice')
      .select(['kind', 'version', 'sent_at', 'recipient_count'])
      .where('news_post_id', '=', id)
      .orderBy('sent_at')
      .execute()

  test('N4 those who have not confirmed are reminded half-way and one working day before, once each', async () => {
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const { id, recipientCount } = await aMustRead()
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${id}/confirm`)
    for (const moment of [
      '2025-03-14T10:00:00Z',
      '2025-03-15T10:00:00Z',
      '2025-03-17T06:59:00Z',
      '2025-03-17T07:00:00Z',
      '2025-03-17T07:10:00Z',
      '2025-03-18T08:00:00Z',
      '2025-03-20T07:00:00Z',
      '2025-03-20T15:00:00Z',
      '2025-03-21T08:00:00Z',
      '2025-03-24T08:00:00Z',
    ]) {
      api.clock.set(moment)
      await runJob(remind, deps)
    }
    const count = (recipientCount ?? 0) - 1
    expect(await notices(id)).toEqual([
      { kind: 'halfway', version: 1, sent_at: new Date('2025-03-17T07:00:00Z'), recipient_count: count },
      { kind: 'lastDay', version: 1, sent_at: new Date('2025-03-20T07:00:00Z'), recipient_count: count },
    ])
  })

  test('N4 a reminder is an e-mail to those with an address, and seen in the portal by those without', async () => {
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const { id } = await aMustRead()
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${id}/confirm`)
    api.clock.set('2025-03-17T07:00:00Z')
    await runJob(remind, deps)
    await runJob('send-outgoing', deps)
    // The seed has must-reads of its own.
    const about = outlets.emails.filter(({ subject }) => subject === 'Husk å bekrefte: Ny hygienerutine')
    const ola = about.find(({ to }) => to.startsWith('ola.bakken'))
    expect(ola?.text).toContain('innen 21. mars')
    expect(about.some(({ to }) => to.startsWith('kari.nilsen'))).toBe(false)
    const seenBy = async (person: string) => (await readPost(api.as(person), id)).viewer.remindedDateTime
    expect(await seenBy('ola.bakken')).toBe('2025-03-17T07:00:00.000Z')
    expect(await seenBy('kari.nilsen')).toBeNull()
    const event = await api.db
      .selectFrom('live_event')
      .select('audience_keys')
      .where('resource_id', '=', id)
      .where('topic', '=', 'newsPost.reminded')
      .executeTakeFirst()
    expect(event?.audience_keys[0]).toMatch(/^unit:/)
  })

  test('N4 two processes at once give one reminder', async () => {
    const { id } = await aMustRead()
    api.clock.set('2025-03-17T07:00:00Z')
    const done = await Promise.all([runJob(remind, timedDeps(api)), runJob(remind, timedDeps(api))])
    expect(done[0] + done[1]).toBeGreaterThan(0)
    expect(await notices(id)).toHaveLength(1)
    const batches = await api.db
      .selectFrom('outgoing_batch')
      .select('id')
      .where('news_post_id', '=', id)
      .execute()
    expect(batches).toHaveLength(1)
  })

  test('N4 a reminder missed while the server was down is given when it is up, in working hours', async () => {
    const { id } = await aMustRead()
    api.clock.set('2025-03-17T20:00:00Z')
    await runJob(remind, timedDeps(api))
    expect(await notices(id)).toEqual([])
    api.clock.set('2025-03-18T07:00:00Z')
    await runJob(remind, timedDeps(api))
    expect((await notices(id)).map(({ kind }) => kind)).toEqual(['halfway'])
  })

  test('N4 a significant change starts the reminders anew, an editorial one does not', async () => {
    const { id } = await aMustRead()
    api.clock.set('2025-03-17T07:00:00Z')
    await runJob(remind, timedDeps(api))
    const change = async (text: string, changeKind: string) => {
      const post = await readPost(editor(), id)
      const patch = { body: paragraph(text), changeKind, confirmBy: '2025-03-28' }
      expect((await editor().patch(`/v1.0/newsPosts/${id}`, patch, ifMatch(post))).status).toBe(204)
    }
    await change('Rettet en skrivefeil', 'editorial')
    api.clock.set('2025-03-20T08:00:00Z')
    await runJob(remind, timedDeps(api))
    expect(await notices(id)).toHaveLength(1)
    await change('Nytt steg i rutinen', 'significant')
    expect((await readPost(api.as('ola.bakken'), id)).viewer.remindedDateTime).toBeNull()
    api.clock.set('2025-03-24T07:00:00Z')
    await runJob(remind, timedDeps(api))
    expect((await notices(id)).map(({ kind, version }) => [kind, version])).toEqual([
      ['halfway', 1],
      ['halfway', 3],
    ])
  })

  test('N4 nobody is reminded of what everyone has confirmed', async () => {
    const { id } = await aMustRead()
    await api.db
      .insertInto('news_post_reading')
      .columns(['news_post_id', 'user_id', 'confirmed_version', 'confirmed_at', 'read_at'])
      .expression((eb) =>
        eb
          .selectFrom('user')
          .select((row) => [
            row.val(id).$castTo<string>().as('news_post_id'),
            'id',
            row.lit(1).as('confirmed_version'),
            row.val(api.clock.now()).as('confirmed_at'),
            row.val(api.clock.now()).as('read_at'),
          ]),
      )
      .execute()
    api.clock.set('2025-03-17T07:00:00Z')
    await runJob(remind, timedDeps(api))
    expect(await notices(id)).toEqual([])
    const response = await editor().post(`/v1.0/newsPosts/${id}/remind`)
    expect(await response.json()).toEqual({ value: 0 })
  })

  test('N4 the editor reminds by hand at most once a working day, and is told when it was', async () => {
    const { id, recipientCount } = await aMustRead()
    const ask = () => editor().post(`/v1.0/newsPosts/${id}/remind`)
    const first = await ask()
    expect([first.status, await first.json()]).toEqual([200, { value: recipientCount }])
    api.clock.advance({ hours: 3 })
    const again = await ask()
    expect(again.status).toBe(409)
    expect(await problem(again)).toMatchObject({
      innerError: { code: 'remindedToday' },
      details: [{ code: 'remindedToday', message: '2025-03-12T09:00:00.000Z' }],
    })
    // A Saturday counts for Monday.
    api.clock.set('2025-03-15T10:00:00Z')
    expect((await ask()).status).toBe(200)
    api.clock.set('2025-03-17T10:00:00Z')
    expect((await ask()).status).toBe(409)
    api.clock.set('2025-03-18T10:00:00Z')
    expect((await ask()).status).toBe(200)
  })

  test('N4 only a must-read that is out can be reminded of', async () => {
    const normal = await aPost(editor(), {})
    expect((await editor().post(`/v1.0/newsPosts/${normal.id}/remind`)).status).toBe(403)
    const { id } = await aMustRead()
    await editor().post(`/v1.0/newsPosts/${id}/archive`)
    expect((await editor().post(`/v1.0/newsPosts/${id}/remind`)).status).toBe(403)
    expect((await api.as('kari.nilsen').post(`/v1.0/newsPosts/${id}/remind`)).status).toBe(403)
    expect((await api.as('sara.holm').post(`/v1.0/newsPosts/${id}/remind`)).status).toBe(404)
  })
})
