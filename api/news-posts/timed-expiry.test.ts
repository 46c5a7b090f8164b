// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost, ifMatch, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { runJob, testOutlets, timedDeps } from '#tests/timed-work.ts'
import { demoPerson } from '#tests/tokens.ts'

const expire = 'expire-posts'
const warn = 'warn-of-expiry'

describeApi('Expiry', (api) => {
  const editor = () => api.as('liv.dahl')
  const aPassingPost = (expirationDateTime: string, title = 'Sommerstengt kantine') =>
    aPost(editor(), { title, expirationDateTime })
  const inFeed = async (id: string) => {
    const response = await api.as('kari.nilsen').get(`/v1.0/newsPosts?$filter=id eq '${id}'`)
    return ((await response.json()) as { value: unknown[] }).value.length
  }

  test('N2 a post leaves the feed at its minute, and is kept in the archive', async () => {
    const { id } = await aPassingPost('2025-03-12T12:00:00Z')
    api.clock.set('2025-03-12T11:59:59Z')
    expect(await runJob(expire, timedDeps(api))).toBe(0)
    expect(await inFeed(id)).toBe(1)
    api.clock.set('2025-03-12T12:00:00Z')
    // Gone at once; the clock only has to note it.
    expect(await inFeed(id)).toBe(0)
    const done = await Promise.all([runJob(expire, timedDeps(api)), runJob(expire, timedDeps(api))])
    expect(done[0] + done[1]).toBe(1)
    expect((await readPost(api.as('kari.nilsen'), id)).state).toBe('expired')
    const archived = await api.as('kari.nilsen').get(`/v1.0/newsPosts/archived?$filter=id eq '${id}'`)
    expect(((await archived.json()) as { value: unknown[] }).value).toHaveLength(1)
    const told = await api.db
      .selectFrom('live_event')
      .select('audience_keys')
      .where('resource_id', '=', id)
      .where('topic', '=', 'newsPost.expired')
      .execute()
    expect(told).toEqual([{ audience_keys: ['everyone'] }])
  })

  test('N13 its editor is told four and two weeks before a post leaves the feed, once each', async () => {
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    // Summer time has begun between the notices and the end.
    await aPassingPost('2025-05-16T10:00:00Z')
    const subjects = async (moment: string) => {
      api.clock.set(moment)
      outlets.emails.length = 0
      await Promise.all([runJob(warn, deps), runJob(warn, deps)])
      await runJob('send-outgoing', deps)
      return outlets.emails.map(({ to, subject }) => `${to}: ${subject}`)
    }
    const told = ['liv.dahl@elvestrand.example: «Sommerstengt kantine» går ut av nyhetene 16. mai']
    expect(await subjects('2025-04-16T10:00:00Z')).toEqual([])
    // Four weeks before is Good Friday; nobody is written to before Tuesday.
    expect(await subjects('2025-04-18T10:00:00Z')).toEqual([])
    expect(await subjects('2025-04-22T06:00:00Z')).toEqual(told)
    expect(await subjects('2025-04-23T06:00:00Z')).toEqual([])
    expect(await subjects('2025-05-02T10:00:00Z')).toEqual(told)
    expect(await subjects('2025-05-15T10:00:00Z')).toEqual([])
  })

  test('N13 a post that never lived that long has no notice, and a new end date has new ones', async () => {
    const deps = timedDeps(api)
    const { id } = await aPassingPost('2025-04-04T10:00:00Z')
    const kinds = async () => {
      const rows = await api.db
        .selectFrom('news_post_notice')
        .select(['kind', 'occasion'])
        .where('news_post_id', '=', id)
        .orderBy('sent_at')
        .execute()
      return rows.map(({ kind, occasion }) => `${kind} ${occasion}`)
    }
    await runJob(warn, deps)
    expect(await kinds()).toEqual([])
    api.clock.set('2025-03-24T10:00:00Z')
    await runJob(warn, deps)
    expect(await kinds()).toEqual(['expiresInTwoWeeks 2025-04-04'])
    const patch = { expirationDateTime: '2025-06-20T10:00:00Z' }
    const post = await readPost(editor(), id)
    expect((await editor().patch(`/v1.0/newsPosts/${id}`, patch, ifMatch(post))).status).toBe(204)
    api.clock.set('2025-06-02T10:00:00Z')
    await runJob(warn, deps)
    expect(await kinds()).toEqual(['expiresInTwoWeeks 2025-04-04', 'expiresInFourWeeks 2025-06-20'])
  })

  test('N13 when the author has left, the leader of the responsible unit is told', async () => {
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const ola = api.as('ola.bakken')
    const { id } = await aPost(editor(), { expirationDateTime: '2025-05-16T10:00:00Z' })
    const units = await api.db
      .selectFrom('org_unit')
      .select('id')
      .where('display_name', '=', '2. etasje – langtid')
      .execute()
    const post = await readPost(editor(), id)
    const patch = { responsibleUnitId: units[0]?.id }
    expect((await editor().patch(`/v1.0/newsPosts/${id}`, patch, ifMatch(post))).status).toBe(204)
    expect((await ola.get(`/v1.0/newsPosts/${id}`)).status).toBe(200)
    await api.disabled('liv.dahl')
    api.clock.set('2025-05-05T10:00:00Z')
    await runJob(warn, deps)
    await runJob('send-outgoing', deps)
    expect(outlets.emails.map(({ to }) => to)).toEqual(['ola.bakken@elvestrand.example'])
  })

  test('N13 a leader who has handed over the unit meanwhile is not written to about its posts', async () => {
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const post = await aPost(editor(), { expirationDateTime: '2025-05-16T10:00:00Z' })
    const unit = await demoUnitId(api.db, '2. etasje – langtid')
    await editor().patch(`/v1.0/newsPosts/${post.id}`, { responsibleUnitId: unit }, ifMatch(post))
    await api.disabled('liv.dahl')
    api.clock.set('2025-05-05T10:00:00Z')
    await runJob(warn, deps)
    const successor = demoPerson('kari.nilsen').id
    await api.db.updateTable('org_unit').set({ leader_id: successor }).where('id', '=', unit).execute()
    await runJob('send-outgoing', deps)
    expect(outlets.emails).toEqual([])
  })
})
