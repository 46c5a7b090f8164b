// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, readPost } from '#tests/news-posts.ts'
import { runJob, testOutlets, timedDeps } from '#tests/timed-work.ts'

const publish = 'publish-scheduled-posts'

describeApi('Scheduled publishing', (api) => {
  const schedule = async (publishDateTime: string, input: Record<string, unknown> = {}) => {
    const editor = api.as('liv.dahl')
    const { id } = await aDraft(editor, { publishDateTime, ...input })
    expect((await editor.post(`/v1.0/newsPosts/${id}/publish`)).status).toBe(200)
    return id
  }
  const stateOf = async (id: string) => (await readPost(api.as('liv.dahl'), id)).state

  test('N2 a scheduled post goes out at its minute, to those it reaches, by nobody', async () => {
    const id = await schedule('2025-03-13T06:30:00Z')
    api.clock.set('2025-03-13T06:29:59Z')
    expect(await runJob(publish, timedDeps(api))).toBe(0)
    expect((await api.as('kari.nilsen').get(`/v1.0/newsPosts/${id}`)).status).toBe(404)
    api.clock.set('2025-03-13T06:30:00Z')
    expect(await runJob(publish, timedDeps(api))).toBe(1)
    const post = await readPost(api.as('kari.nilsen'), id)
    expect(post).toMatchObject({
      state: 'published',
      version: 1,
      publishedDateTime: '2025-03-13T06:30:00.000Z',
    })
    const entry = await api.db
      .selectFrom('audit_entry')
      .select(['actor_id', 'action'])
      .where('target_id', '=', id)
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    expect(entry).toEqual({ actor_id: null, action: 'newsPost.published' })
  })

  test('N2 a post scheduled for a quarter past two in the night the clock is put forward goes out at that moment', async () => {
    // 29 March 2026, 01:00 UTC: Oslo goes from 02:00 to 03:00.
    const id = await schedule('2026-03-29T01:15:00Z')
    api.clock.set('2026-03-29T01:13:00Z')
    // What else waited for a time before this night is out of the way.
    await runJob(publish, timedDeps(api))
    api.clock.set('2026-03-29T01:14:00Z')
    expect(await runJob(publish, timedDeps(api))).toBe(0)
    api.clock.set('2026-03-29T01:15:00Z')
    expect(await runJob(publish, timedDeps(api))).toBe(1)
    expect(await stateOf(id)).toBe('published')
  })

  test('N2 two processes at the same minute publish a post once', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => schedule('2025-03-13T06:30:00Z')))
    api.clock.set('2025-03-13T06:30:30Z')
    const done = await Promise.all([runJob(publish, timedDeps(api)), runJob(publish, timedDeps(api))])
    expect(done[0] + done[1]).toBe(3)
    const published = await api.db
      .selectFrom('audit_entry')
      .select('target_id')
      .where('action', '=', 'newsPost.published')
      .where('target_id', 'in', ids)
      .execute()
    expect(published).toHaveLength(3)
  })

  test('N2 what cannot go out is a draft again with the reason, does not stop the others, and its author is told', async () => {
    const bad = await schedule('2025-03-13T09:00:00Z', { expirationDateTime: '2025-03-13T09:05:00Z' })
    const good = await schedule('2025-03-13T09:01:00Z')
    // The server was down for ten minutes.
    api.clock.set('2025-03-13T09:10:00Z')
    const outlets = testOutlets()
    expect(await runJob(publish, timedDeps(api, outlets.deps))).toBe(1)
    expect(await stateOf(good)).toBe('published')
    expect(await readPost(api.as('liv.dahl'), bad)).toMatchObject({
      state: 'draft',
      publishProblem: {
        dateTime: '2025-03-13T09:10:00.000Z',
        details: [{ code: 'expiresBeforePublished', target: 'expirationDateTime' }],
      },
    })
    await runJob('send-outgoing', timedDeps(api, outlets.deps))
    expect(outlets.emails.map(({ to, subject }) => [to, subject])).toEqual([
      ['liv.dahl@elvestrand.example', '«Nytt» ble ikke publisert'],
    ])
  })

  test('N2 one post the database refuses to publish is logged, and the others go out', async () => {
    const [bad, good] = [await schedule('2025-03-13T09:00:00Z'), await schedule('2025-03-13T09:00:00Z')]
    // Its first version is there already: the insert of it fails.
    await api.db
      .insertInto('news_post_version')
      .values({
        news_post_id: bad,
        version: 1,
        title: '',
        lead: '',
        body: '{}',
        is_significant: true,
        note: '',
        made_by_id: null,
        made_at: api.clock.now(),
      })
      .execute()
    api.clock.set('2025-03-13T09:00:00Z')
    expect(await runJob(publish, timedDeps(api))).toBe(1)
    expect([await stateOf(bad), await stateOf(good)]).toEqual(['scheduled', 'published'])
    expect(api.logged).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ job: publish, id: bad }) }),
    )
  })
})
