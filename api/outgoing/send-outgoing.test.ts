// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost, aDraft, everyone } from '#tests/news-posts.ts'
import { runJob, testOutlets, timedDeps } from '#tests/timed-work.ts'
import { demoPerson } from '#tests/tokens.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { Undeliverable } from './outlets.ts'

const send = 'send-outgoing'

describeApi('Outgoing messages', (api) => {
  const editor = () => api.as('liv.dahl')
  /** To the department of Kari and Ola: a few dozen people, some of them without e-mail. */
  const toDepartment = async () => ({
    everyone: false,
    orgUnitIds: [await demoUnitId(api.db, '2. etasje – langtid')],
    roles: [],
  })
  const recipientsWithMail = async () => {
    const people = await api.db
      .selectFrom('user')
      .select('mail')
      .where('account_enabled', '=', true)
      .where('mail', 'is not', null)
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('org_unit_member as member')
          .innerJoin('org_unit as unit', 'unit.id', 'member.unit_id')
          .select('member.user_id')
          .where('unit.display_name', '=', '2. etasje – langtid'),
      )
      .execute()
    return people.map(({ mail }) => mail ?? '').sort()
  }
  const aMailedPost = async (input: Record<string, unknown> = {}) =>
    aPost(editor(), {
      title: 'Ny vaktliste',
      lead: 'Lista henger på vaktrommet.',
      audience: await toDepartment(),
      sendByEmail: true,
      ...input,
    })
  const states = async () => {
    const rows = await api.db
      .selectFrom('outgoing_message')
      .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute()
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
  }

  test('N9 a published post is e-mailed to everyone it reaches who has an address, once each', async () => {
    const outlets = testOutlets()
    const post = await aMailedPost()
    const deps = timedDeps(api, outlets.deps)
    const expected = await recipientsWithMail()
    expect(expected.length).toBeGreaterThan(3)
    expect(await runJob(send, deps)).toBe(expected.length)
    expect(outlets.emails.map(({ to }) => to).sort()).toEqual(expected)
    expect(outlets.posts).toEqual([])
    expect(await runJob(send, deps)).toBe(0)
    const mail = outlets.emails.find(({ to }) => to === 'ola.bakken@elvestrand.example')
    expect(mail).toMatchObject({ subject: 'Ny vaktliste', headers: { 'Auto-Submitted': 'auto-generated' } })
    expect(mail?.text).toContain(`Les hele nyheten på Tunet: https://tunet.test/news/${post.id}?via=email`)
    expect(mail?.text).toContain('Lista henger på vaktrommet.')
  })

  test('N9 an e-mail holds title and lead, never the body, and markup in them stays text', async () => {
    const outlets = testOutlets()
    await aMailedPost({ title: 'Pris < 10 & "fri"', body: undefined, lead: '<b>Kort</b>' })
    await runJob(send, timedDeps(api, outlets.deps))
    const [mail] = outlets.emails
    expect(mail?.subject).toBe('Pris < 10 & "fri"')
    expect(mail?.html).toContain('Pris &lt; 10 &amp; &quot;fri&quot;')
    expect(mail?.html).toContain('&lt;b&gt;Kort&lt;/b&gt;')
    expect(mail?.html).not.toMatch(/<img|Hei alle/)
  })

  test('N9 everyone is written to in the language they have chosen', async () => {
    const outlets = testOutlets()
    await api.db
      .updateTable('user')
      .set({ preferred_language: 'nn-NO' })
      .where('id', '=', demoPerson('ola.bakken').id)
      .execute()
    await aMailedPost({ importance: 'mustRead', confirmBy: '2025-03-20' })
    await runJob(send, timedDeps(api, outlets.deps))
    const to = (person: string) => outlets.emails.find((mail) => mail.to.startsWith(person))
    expect(to('ola.bakken')?.subject).toBe('Må lesast: Ny vaktliste')
    expect(to('ola.bakken')?.text).toContain('innan 20. mars')
    expect(to('kari.nilsen')?.subject).toBe('Må leses: Ny vaktliste')
  })

  test('N9 who has read the post, has left, or is no longer reached gets no e-mail', async () => {
    const outlets = testOutlets()
    const post = await aMailedPost()
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${post.id}/markRead`)
    await api.disabled('ola.bakken')
    const expected = (await recipientsWithMail()).filter((mail) => !mail.startsWith('kari.nilsen'))
    expect(await runJob(send, timedDeps(api, outlets.deps))).toBe(expected.length)
    expect(outlets.emails.map(({ to }) => to).sort()).toEqual(expected)
  })

  test('N9 what is archived while its e-mails wait is not sent', async () => {
    const outlets = testOutlets()
    const post = await aMailedPost()
    outlets.failure = () => new Error('away')
    await runJob(send, timedDeps(api, outlets.deps))
    outlets.failure = undefined
    await editor().post(`/v1.0/newsPosts/${post.id}/archive`)
    api.clock.advance({ minutes: 2 })
    expect(await runJob(send, timedDeps(api, outlets.deps))).toBe(0)
    expect(await states()).toEqual({ dropped: (await recipientsWithMail()).length })
  })

  test('N9 two processes at once send each e-mail once', async () => {
    const outlets = testOutlets()
    await aMailedPost()
    const deps = timedDeps(api, outlets.deps)
    await Promise.all([runJob(send, deps), runJob(send, deps), runJob(send, deps)])
    expect(outlets.emails.map(({ to }) => to).sort()).toEqual(await recipientsWithMail())
  })

  test('N9 a process that stops in the middle leaves the rest to the next, and what it had begun is not sent again', async () => {
    const outlets = testOutlets()
    await aMailedPost()
    const closing = new AbortController()
    const first = timedDeps(api, {
      email: async (email) => {
        await outlets.deps.email?.(email)
        closing.abort()
      },
    })
    await runJob(send, { ...first, signal: closing.signal })
    const before = outlets.emails.length
    expect(before).toBeGreaterThan(0)
    // One was handed over when the machine lost power: nobody knows whether it arrived.
    const cut = await api.db
      .updateTable('outgoing_message')
      .set({ state: 'sending', ended_at: null })
      .where('state', '=', 'sent')
      .where('recipient_id', '=', (eb) =>
        eb
          .selectFrom('user')
          .select('id')
          .where('mail', '=', outlets.emails[0]?.to ?? ''),
      )
      .executeTakeFirst()
    expect(cut.numUpdatedRows).toBe(1n)
    api.clock.advance({ minutes: 20 })
    await runJob(send, timedDeps(api, outlets.deps))
    const expected = await recipientsWithMail()
    expect(outlets.emails.map(({ to }) => to).sort()).toEqual(expected)
    expect(await states()).toEqual({ sent: expected.length - 1, failed: 1 })
  })

  test('N9 what the mail server does not take is tried after 1, 5, 30 minutes, 3 and 12 hours, then given up', async () => {
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    // On a Monday at 07:00, so that the last attempt is not in the quiet hours.
    api.clock.set('2025-03-10T23:30:00Z')
    await aMailedPost({ importance: 'important' })
    await api.db
      .updateTable('user')
      .set({ mail: null })
      .where('id', '!=', demoPerson('kari.nilsen').id)
      .execute()
    outlets.failure = () => new Error('away')
    for (const minutes of [0, 1, 5, 30, 180]) {
      api.clock.advance({ minutes, seconds: -1 })
      if (minutes > 0) await runJob(send, deps)
      api.clock.advance({ seconds: 1 })
      await runJob(send, deps)
    }
    const attempts = () => api.db.selectFrom('outgoing_message').select(['attempts', 'state']).execute()
    expect(await attempts()).toEqual([{ attempts: 5, state: 'waiting' }])
    api.clock.advance({ hours: 12 })
    await runJob(send, deps)
    expect(await attempts()).toEqual([{ attempts: 6, state: 'failed' }])
    api.clock.advance({ days: 1 })
    outlets.failure = undefined
    expect(await runJob(send, deps)).toBe(0)
  })

  test('N9 an address that does not exist is given up at once, and the others get theirs', async () => {
    const outlets = testOutlets()
    await aMailedPost()
    const refused = 'kari.nilsen@elvestrand.example'
    const deps = timedDeps(api, {
      email: async (email) => {
        if (email.to === refused) throw new Undeliverable('550 no such user')
        await outlets.deps.email?.(email)
      },
    })
    await runJob(send, deps)
    const expected = (await recipientsWithMail()).filter((mail) => mail !== refused)
    expect(outlets.emails.map(({ to }) => to).sort()).toEqual(expected)
    expect(await states()).toEqual({ sent: expected.length, failed: 1 })
  })

  test.for([
    ['in the evening', '2025-03-12T18:00:00Z', '2025-03-13T06:00:00Z'],
    ['on Maundy Thursday', '2025-04-17T08:00:00Z', '2025-04-22T05:00:00Z'],
    ['on Christmas Day', '2025-12-25T10:00:00Z', '2025-12-29T06:00:00Z'],
    ['the Saturday before the clock is put forward', '2025-03-29T10:00:00Z', '2025-03-31T05:00:00Z'],
  ] as const)(
    'N26 an ordinary post published %s is e-mailed when the next working day begins',
    async ([, published, opens]) => {
      const outlets = testOutlets()
      const deps = timedDeps(api, outlets.deps)
      api.clock.set(published)
      await aMailedPost()
      expect(await runJob(send, deps)).toBe(0)
      api.clock.set(new Date(Date.parse(opens) - 1000))
      expect(await runJob(send, deps)).toBe(0)
      api.clock.set(opens)
      expect(await runJob(send, deps)).toBeGreaterThan(3)
    },
  )

  test('N26 an important post somebody publishes in the evening is e-mailed at once; one the clock publishes waits', async () => {
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const input = { importance: 'important', sendByEmail: true, audience: await toDepartment() }
    const planned = await aDraft(editor(), { ...input, publishDateTime: '2025-03-12T20:00:00Z' })
    await editor().post(`/v1.0/newsPosts/${planned.id}/publish`)
    api.clock.set('2025-03-12T20:00:00Z')
    await runJob('publish-scheduled-posts', deps)
    expect(await runJob(send, deps)).toBe(0)
    await aMailedPost({ importance: 'important' })
    expect(await runJob(send, deps)).toBe((await recipientsWithMail()).length)
    api.clock.set('2025-03-13T06:00:00Z')
    expect(await runJob(send, deps)).toBe((await recipientsWithMail()).length)
  })

  test('N9 a post to everyone is posted once in Teams, as text with a way to the portal', async () => {
    const outlets = testOutlets()
    const post = await aPost(editor(), {
      title: '[Ny](x)',
      lead: '**Hei**',
      audience: everyone,
      sendToTeams: true,
    })
    const deps = timedDeps(api, outlets.deps)
    expect(await Promise.all([runJob(send, deps), runJob(send, deps)])).toContain(1)
    expect(outlets.posts).toHaveLength(1)
    const card = outlets.posts[0]?.attachments[0]
    expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive')
    expect(card?.content).toMatchObject({
      type: 'AdaptiveCard',
      body: [
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '[Ny](x)' }] },
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '**Hei**' }] },
      ],
      actions: [{ url: `https://tunet.test/news/${post.id}?via=teams` }],
    })
  })

  test('N9 a post put out anew in the same version is not sent again', async () => {
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const post = await aMailedPost()
    await runJob(send, deps)
    const count = outlets.emails.length
    await editor().post(`/v1.0/newsPosts/${post.id}/archive`)
    expect((await editor().post(`/v1.0/newsPosts/${post.id}/publish`)).status).toBe(200)
    await runJob(send, deps)
    expect(outlets.emails).toHaveLength(count)
  })

  test('N9 readers are counted by the channel they came through, each once', async () => {
    const post = await aMailedPost()
    const kari = api.as('kari.nilsen')
    await kari.post(`/v1.0/newsPosts/${post.id}/markRead`, { channel: 'email' })
    await kari.post(`/v1.0/newsPosts/${post.id}/markRead`, { channel: 'portal' })
    await api.as('ola.bakken').post(`/v1.0/newsPosts/${post.id}/markRead`, { channel: 'portal' })
    const rows = await api.db
      .selectFrom('news_post_reading')
      .select('channel')
      .where('news_post_id', '=', post.id)
      .orderBy('channel')
      .execute()
    expect(rows).toEqual([{ channel: 'email' }, { channel: 'portal' }])
  })

  test('what has no way out waits a week, then is let go of; who was written to is forgotten after a month', async () => {
    await aMailedPost()
    expect(await runJob(send, timedDeps(api))).toBe(0)
    api.clock.advance({ days: 8 })
    await runJob('tidy-outgoing', timedDeps(api))
    const outlets = testOutlets()
    expect(await runJob(send, timedDeps(api, outlets.deps))).toBe(0)
    await aMailedPost()
    await runJob(send, timedDeps(api, outlets.deps))
    api.clock.advance({ days: 31 })
    expect(await runJob('tidy-outgoing', timedDeps(api))).toBe(outlets.emails.length)
    expect(await states()).toEqual({})
  })
})
