// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { NewsPost } from './contract.ts'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, aPost, everyone, ifMatch, paragraph, problem, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'

/** The post in an answer that must be good. */
async function postOf(response: Response): Promise<NewsPost> {
  expect(response.status).toBe(200)
  return (await response.json()) as NewsPost
}

describeApi('The life of a post', (api) => {
  const kari = () => api.as('kari.nilsen')
  const ola = () => api.as('ola.bakken')
  const ingrid = () => api.as('ingrid.solberg')
  const liv = () => api.as('liv.dahl')
  const toDepartment = async () => ({
    everyone: false,
    orgUnitIds: [await demoUnitId(api.db, '2. etasje – langtid')],
    roles: [],
  })

  const toNursingHome = async () => ({
    everyone: false,
    orgUnitIds: [await demoUnitId(api.db, 'Elvestrand sykehjem')],
    roles: [],
  })

  describe('review', () => {
    test('N6: who may not publish submits; the reviewer sends it back with a reason, then approves it', async () => {
      const draft = await aDraft(kari(), { title: 'Lunsj på fredag', audience: await toNursingHome() })
      expect(draft.permissions).toMatchObject({ canEdit: true, canSubmit: true, canPublish: false })
      expect((await kari().post(`/v1.0/newsPosts/${draft.id}/publish`)).status).toBe(403)

      const submitted = await postOf(
        await kari().post(`/v1.0/newsPosts/${draft.id}/submit`, { comment: 'Ser det greit ut?' }),
      )
      expect(submitted).toMatchObject({
        state: 'inReview',
        review: { outcome: 'submitted', comment: 'Ser det greit ut?', byDisplayName: 'Kari Nilsen' },
        permissions: { canApprove: false, canWithdraw: true, canEdit: true },
      })
      const waiting = (await (
        await ingrid().get("/v1.0/me/newsPosts?$filter=state eq 'inReview'")
      ).json()) as {
        value: NewsPost[]
      }
      expect(waiting.value.map(({ id }) => id)).toContain(draft.id)

      const rejected = await postOf(
        await ingrid().post(`/v1.0/newsPosts/${draft.id}/reject`, { comment: 'Si hvor det er.' }),
      )
      expect(rejected.state).toBe('draft')
      const back = await readPost(kari(), draft.id)
      expect(back.review).toMatchObject({ outcome: 'rejected', comment: 'Si hvor det er.' })

      await kari().patch(`/v1.0/newsPosts/${draft.id}`, { lead: 'På pauserommet.' }, ifMatch(back))
      await kari().post(`/v1.0/newsPosts/${draft.id}/submit`)
      const seen = await readPost(ingrid(), draft.id)
      const approved = await postOf(
        await ingrid().post(`/v1.0/newsPosts/${draft.id}/approve`, {}, ifMatch(seen)),
      )
      expect(approved).toMatchObject({
        state: 'published',
        version: 1,
        author: { displayName: 'Kari Nilsen' },
      })
      expect((await readPost(api.as('nina.aas'), draft.id)).review).toBeNull()
    })

    test('N6: what the reviewer has not seen is not approved', async () => {
      const draft = await aDraft(kari(), { audience: await toDepartment() })
      await kari().post(`/v1.0/newsPosts/${draft.id}/submit`)
      const seen = await readPost(ola(), draft.id)
      await kari().patch(`/v1.0/newsPosts/${draft.id}`, { title: 'Noe annet' }, ifMatch(seen))
      const response = await ola().post(`/v1.0/newsPosts/${draft.id}/approve`, {}, ifMatch(seen))
      expect(response.status).toBe(412)
    })

    test('N6: nobody approves what they submitted themselves', async () => {
      const draft = await aDraft(ola(), { audience: await toDepartment() })
      await ola().post(`/v1.0/newsPosts/${draft.id}/submit`)
      expect((await ola().post(`/v1.0/newsPosts/${draft.id}/approve`, {}, { 'if-match': '*' })).status).toBe(
        403,
      )
      expect((await readPost(ingrid(), draft.id)).permissions.canApprove).toBe(true)
    })

    test('a draft that is not ready is not submitted, and says what is missing', async () => {
      const draft = await aDraft(kari(), { audience: { everyone: false, orgUnitIds: [], roles: [] } })
      const response = await kari().post(`/v1.0/newsPosts/${draft.id}/submit`)
      expect(response.status).toBe(422)
      expect((await problem(response)).details?.map(({ target }) => target)).toEqual(['audience'])
    })

    test('a rejection has a reason', async () => {
      const draft = await aDraft(kari(), { audience: await toDepartment() })
      await kari().post(`/v1.0/newsPosts/${draft.id}/submit`)
      expect((await ola().post(`/v1.0/newsPosts/${draft.id}/reject`, { comment: '  ' })).status).toBe(422)
    })
  })

  describe('named editors', () => {
    test('publish to their unit and below, and no further; leaders name them', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const named = await ingrid().post('/v1.0/newsEditors', {
        orgUnitId: unit,
        userId: demoPerson('kari.nilsen').id,
      })
      expect(named.status).toBe(201)
      const { id: namedId } = (await named.json()) as { id: string }
      const post = await aPost(kari(), { audience: await toDepartment() })
      expect(post.state).toBe('published')
      const wide = await aDraft(kari(), { audience: everyone })
      expect((await kari().post(`/v1.0/newsPosts/${wide.id}/publish`)).status).toBe(403)

      expect((await ingrid().delete(`/v1.0/newsEditors/${namedId}`)).status).toBe(204)
      const next = await aDraft(kari(), { audience: await toDepartment() })
      expect((await kari().post(`/v1.0/newsPosts/${next.id}/publish`)).status).toBe(403)
    })

    test('are named once, and only people and units that exist', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const body = { orgUnitId: unit, userId: demoPerson('kari.nilsen').id }
      await liv().post('/v1.0/newsEditors', body)
      expect((await liv().post('/v1.0/newsEditors', body)).status).toBe(409)
      const unknown = { ...body, userId: '00000000-0000-4000-8000-000000000000' }
      expect((await liv().post('/v1.0/newsEditors', unknown)).status).toBe(422)
      expect((await liv().post('/v1.0/newsEditors', { ...unknown, orgUnitId: unknown.userId })).status).toBe(
        422,
      )
    })
  })

  describe('the schedule', () => {
    test('N2: a post with a time ahead waits for it, unseen, and can be taken back', async () => {
      const draft = await aDraft(liv(), { publishDateTime: '2025-03-14T07:00:00Z' })
      const scheduled = await postOf(await liv().post(`/v1.0/newsPosts/${draft.id}/publish`))
      expect(scheduled).toMatchObject({ state: 'scheduled', version: 0, publishedDateTime: null })
      expect((await kari().get(`/v1.0/newsPosts/${draft.id}`)).status).toBe(404)
      const back = await postOf(await liv().post(`/v1.0/newsPosts/${draft.id}/withdraw`))
      expect(back.state).toBe('draft')
    })

    test('N2: an expired post is gone from the feed at the minute, and stays at its address', async () => {
      const { id } = await aPost(liv(), { expirationDateTime: '2025-03-12T10:00:00Z' })
      const inFeed = async () =>
        ((await (await kari().get(`/v1.0/newsPosts?$filter=id eq '${id}'`)).json()) as { value: unknown[] })
          .value.length
      api.clock.set('2025-03-12T09:59:59Z')
      expect(await inFeed()).toBe(1)
      api.clock.set('2025-03-12T10:00:00Z')
      expect(await inFeed()).toBe(0)
      expect((await kari().get(`/v1.0/newsPosts/${id}`)).status).toBe(200)
    })

    test('a post cannot expire before it is out', async () => {
      const draft = await aDraft(liv(), {
        publishDateTime: '2025-03-14T07:00:00Z',
        expirationDateTime: '2025-03-13T07:00:00Z',
      })
      const response = await liv().post(`/v1.0/newsPosts/${draft.id}/publish`)
      expect(response.status).toBe(422)
      expect((await problem(response)).details).toMatchObject([
        { code: 'expiresBeforePublished', target: 'expirationDateTime' },
      ])
    })

    test('N7: a pin ends by itself', async () => {
      const { id } = await aPost(liv(), { pinnedUntilDateTime: '2025-03-13T12:00:00Z' })
      expect((await readPost(kari(), id)).isPinned).toBe(true)
      api.clock.set('2025-03-13T12:00:00Z')
      expect((await readPost(kari(), id)).isPinned).toBe(false)
    })
  })

  describe('the archive', () => {
    test('restoring brings a post back where it was, with its confirmations', async () => {
      const post = await aPost(liv(), { importance: 'mustRead' })
      await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
      api.clock.advance({ hours: 3 })
      const archived = await postOf(await liv().post(`/v1.0/newsPosts/${post.id}/archive`))
      expect(archived.permissions).toMatchObject({ canRestore: true, canArchive: false })
      const restored = await postOf(await liv().post(`/v1.0/newsPosts/${post.id}/restore`))
      expect(restored).toMatchObject({ state: 'published', publishedDateTime: post.publishedDateTime })
      expect((await readPost(kari(), post.id)).viewer).toMatchObject({
        mustConfirm: false,
        confirmedVersion: 1,
      })
    })

    test('holds what has been out, for those it reached', async () => {
      const post = await aPost(liv(), { audience: await toDepartment() })
      await liv().post(`/v1.0/newsPosts/${post.id}/archive`)
      const found = async (as: ReturnType<typeof kari>) =>
        (
          (await (await as.get(`/v1.0/newsPosts/archived?$filter=id eq '${post.id}'`)).json()) as {
            value: unknown[]
          }
        ).value.length
      expect(await found(kari())).toBe(1)
      expect(await found(api.as('sara.holm'))).toBe(0)
    })
  })

  test('N12: a draft is nobody’s but the writers’, and its title may be empty until it is published', async () => {
    const draft = await aDraft(liv(), { title: '', body: paragraph('Uten tittel ennå') })
    expect((await kari().get(`/v1.0/newsPosts/${draft.id}`)).status).toBe(404)
    const response = await liv().post(`/v1.0/newsPosts/${draft.id}/publish`)
    expect((await problem(response)).details?.map(({ target }) => target)).toEqual(['title'])
  })

  test('N9: only what everyone may read is posted in Teams', async () => {
    const draft = await aDraft(liv(), { audience: await toDepartment(), sendToTeams: true })
    const response = await liv().post(`/v1.0/newsPosts/${draft.id}/publish`)
    expect((await problem(response)).details).toMatchObject([
      { code: 'notForEveryone', target: 'sendToTeams' },
    ])
  })
})
