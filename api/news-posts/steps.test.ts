// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, aPost, ifMatch, problem, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'

describeApi('Steps of a post that go wrong', (api) => {
  const kari = () => api.as('kari.nilsen')
  const ingrid = () => api.as('ingrid.solberg')
  const liv = () => api.as('liv.dahl')
  const toSchool = async () => ({
    everyone: false,
    orgUnitIds: [await demoUnitId(api.db, 'Bjørkåsen skole')],
    roles: [],
  })
  const logged = async (id: string) => {
    const rows = await api.db
      .selectFrom('audit_entry')
      .select(['action', 'data'])
      .where('target_id', '=', id)
      .orderBy('seq')
      .execute()
    return rows.map(({ action, data }) => ({ action, data }))
  }

  describe('review', () => {
    test('a reviewer rejects with a reason, and neither takes the post back nor removes it', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const school = await demoUnitId(api.db, 'Bjørkåsen skole')
      const audience = { everyone: false, orgUnitIds: [unit], roles: [] }
      const draft = await aDraft(kari(), { responsibleUnitId: school, audience })
      await kari().post(`/v1.0/newsPosts/${draft.id}/submit`)
      expect((await readPost(ingrid(), draft.id)).permissions).toMatchObject({
        canApprove: true,
        canWithdraw: false,
        canDelete: false,
      })
      expect((await ingrid().post(`/v1.0/newsPosts/${draft.id}/withdraw`)).status).toBe(403)
      expect((await ingrid().delete(`/v1.0/newsPosts/${draft.id}`)).status).toBe(403)
      expect((await kari().post(`/v1.0/newsPosts/${draft.id}/withdraw`)).status).toBe(200)
    })

    test('an audience that is widened in review is out of the reviewer’s hands', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const draft = await aDraft(kari(), { audience: { everyone: false, orgUnitIds: [unit], roles: [] } })
      await kari().post(`/v1.0/newsPosts/${draft.id}/submit`)
      const seen = await readPost(ingrid(), draft.id)
      const everyone = { everyone: true, orgUnitIds: [], roles: [] }
      await kari().patch(`/v1.0/newsPosts/${draft.id}`, { audience: everyone }, ifMatch(seen))
      const answer = await ingrid().post(`/v1.0/newsPosts/${draft.id}/approve`, {}, { 'if-match': '*' })
      expect(answer.status).toBe(403)
      expect((await readPost(kari(), draft.id)).state).toBe('inReview')
    })

    test('two approvals at once put a post out once', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const draft = await aDraft(kari(), { audience: { everyone: false, orgUnitIds: [unit], roles: [] } })
      await kari().post(`/v1.0/newsPosts/${draft.id}/submit`)
      const seen = await readPost(liv(), draft.id)
      const answers = await Promise.all(
        [liv(), ingrid()].map((as) => as.post(`/v1.0/newsPosts/${draft.id}/approve`, {}, ifMatch(seen))),
      )
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      const actions = (await logged(draft.id)).map(({ action }) => action)
      expect(actions.filter((action) => action === 'newsPost.published')).toHaveLength(1)
    })
  })

  describe('the schedule', () => {
    const scheduled = async () => {
      const draft = await aDraft(liv(), {
        publishDateTime: '2025-03-14T07:00:00Z',
        audience: await toSchool(),
      })
      expect((await liv().post(`/v1.0/newsPosts/${draft.id}/publish`)).status).toBe(200)
      return readPost(liv(), draft.id)
    }

    test('pressing twice schedules once', async () => {
      const post = await scheduled()
      const again = await liv().post(`/v1.0/newsPosts/${post.id}/publish`)
      expect(await again.json()).toMatchObject({ state: 'scheduled', '@odata.etag': post['@odata.etag'] })
      const actions = (await logged(post.id)).map(({ action }) => action)
      expect(actions).toEqual(['newsPost.created', 'newsPost.scheduled'])
    })

    test('a post that loses its time is a draft again, and can be published at once', async () => {
      const post = await scheduled()
      await liv().patch(`/v1.0/newsPosts/${post.id}`, { publishDateTime: null }, ifMatch(post))
      expect((await readPost(liv(), post.id)).state).toBe('draft')
      expect(await (await liv().post(`/v1.0/newsPosts/${post.id}/publish`)).json()).toMatchObject({
        state: 'published',
      })
    })

    test('what is scheduled is withdrawn before it is removed', async () => {
      const post = await scheduled()
      const refused = await liv().delete(`/v1.0/newsPosts/${post.id}`)
      expect(refused.status).toBe(409)
      expect((await problem(refused)).innerError.code).toBe('scheduled')
      await liv().post(`/v1.0/newsPosts/${post.id}/withdraw`)
      expect((await liv().delete(`/v1.0/newsPosts/${post.id}`)).status).toBe(204)
    })
  })

  describe('days and times', () => {
    test.for([
      ['expirationDateTime', '0000-01-01T00:00:00Z'],
      ['expirationDateTime', '9999-12-31T23:59:59-12:00'],
      ['publishDateTime', '0001-01-01T00:00:00Z'],
      ['confirmBy', '0000-01-01'],
    ] as const)('%s %s is refused with its field', async ([target, value]) => {
      const refused = await liv().post('/v1.0/newsPosts', { title: 'Nytt', [target]: value })
      expect(refused.status).toBe(422)
      expect((await problem(refused)).details?.map((detail) => detail.target)).toEqual([target])
    })

    test('a must-read does not go out after its last day to confirm, nor get such a day when it is out', async () => {
      const passed = [{ code: 'dayPassed', target: 'confirmBy' }]
      const late = await aDraft(liv(), { importance: 'mustRead', confirmBy: '2025-03-11' })
      const refused = await liv().post(`/v1.0/newsPosts/${late.id}/publish`)
      expect(refused.status).toBe(422)
      expect((await problem(refused)).details).toMatchObject(passed)
      // By the day it goes out, not the day it is scheduled.
      const publishDateTime = '2025-03-20T07:00:00Z'
      const planned = await aDraft(liv(), {
        importance: 'mustRead',
        confirmBy: '2025-03-14',
        publishDateTime,
      })
      expect((await liv().post(`/v1.0/newsPosts/${planned.id}/publish`)).status).toBe(422)

      const post = await aPost(liv(), { importance: 'mustRead', confirmBy: '2025-03-14' })
      api.clock.set('2025-03-17T09:00:00Z')
      const at = `/v1.0/newsPosts/${post.id}`
      expect((await liv().patch(at, { confirmBy: '2025-03-13' }, ifMatch(post))).status).toBe(422)
      // The day has come and gone; the text is put right all the same.
      const title = { title: 'Rettet', confirmBy: '2025-03-14' }
      expect((await liv().patch(at, title, ifMatch(post))).status).toBe(204)
    })
  })

  test('whoever opens a post before it is out has not read it', async () => {
    const draft = await aDraft(liv())
    expect((await liv().post(`/v1.0/newsPosts/${draft.id}/markRead`)).status).toBe(204)
    await liv().post(`/v1.0/newsPosts/${draft.id}/publish`)
    expect((await readPost(liv(), draft.id)).viewer.isRead).toBe(false)
    await liv().post(`/v1.0/newsPosts/${draft.id}/markRead`)
    expect((await readPost(liv(), draft.id)).viewer.isRead).toBe(true)
  })

  test('an attachment named twice is there once', async () => {
    const item = { name: 'liste.txt', fileSize: 3 }
    const session = await liv().post('/v1.0/files/createUploadSession', { item })
    const { uploadUrl } = (await session.json()) as { uploadUrl: string }
    const stored = await api.signedOut.put(uploadUrl, 'Hei', { 'content-range': 'bytes 0-2/3' })
    const { id } = (await stored.json()) as { id: string }
    const post = await aPost(liv(), { attachmentIds: [id, id.toUpperCase()] })
    expect(post.attachments.map((file) => file.id)).toEqual([id])
    const same = { attachmentIds: [id.toUpperCase(), id] }
    await liv().patch(`/v1.0/newsPosts/${post.id}`, same, ifMatch(post))
    expect((await readPost(liv(), post.id)).version).toBe(1)
  })

  test('the audit log says whom a post reached, and whom it reached before', async () => {
    const audience = await toSchool()
    const keys = audience.orgUnitIds.map((id) => `unit:${id}`)
    const post = await aPost(liv(), { audience })
    await liv().patch(
      `/v1.0/newsPosts/${post.id}`,
      { audience: { everyone: true, orgUnitIds: [], roles: [] } },
      ifMatch(post),
    )
    const entries = await logged(post.id)
    expect(entries[1]).toEqual({ action: 'newsPost.published', data: { version: 1, audienceKeys: keys } })
    expect(entries[2]).toEqual({
      action: 'newsPost.changed',
      data: { changed: ['audience'], audienceKeys: ['everyone'], audienceKeysBefore: keys },
    })
  })
})
