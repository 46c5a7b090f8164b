// @vitest-environment node
import { expect, test } from 'vitest'
import { absencesSeen, anAbsence, answerAbsence, standsIn } from '#tests/absences.ts'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { aPost, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { NewsPostConfirmation } from './news-posts/contract.ts'

const id = (name: string) => demoPerson(name).id

/** Who did the last thing of a kind, and for whom. */
const lastEntry = async ({ db }: TestApi, action: string) =>
  db
    .selectFrom('audit_entry')
    .select(['actor_id', 'on_behalf_of_id'])
    .where('action', '=', action)
    .orderBy('seq', 'desc')
    .executeTakeFirst()

describeApi('Standing in for a leader', (api) => {
  const toDepartment = async (as: string) => {
    const orgUnitIds = [await demoUnitId(api.db, '2. etasje – langtid')]
    const body = { title: 'Nytt', lead: 'Kort', audience: { everyone: false, orgUnitIds, roles: [] } }
    const response = await api.as(as).post('/v1.0/newsPosts', body)
    return ((await response.json()) as { id: string }).id
  }
  const publish = async (as: string, post: string) =>
    (await api.as(as).post(`/v1.0/newsPosts/${post}/publish`)).status

  test('Nina publishes for Ola while he is away, and the log says for whom; then it ends by itself', async () => {
    const before = await toDepartment('nina.aas')
    expect(await publish('nina.aas', before)).toBe(403)
    await standsIn(api, 'nina.aas', 'ola.bakken')
    expect(await publish('nina.aas', before)).toBe(200)
    expect(await lastEntry(api, 'newsPost.published')).toEqual({
      actor_id: id('nina.aas'),
      on_behalf_of_id: id('ola.bakken'),
    })
    const after = await toDepartment('nina.aas')
    api.clock.advance({ days: 7, seconds: 1 })
    expect(await publish('nina.aas', after)).toBe(403)
  })

  test('what one may oneself is not done for anybody else', async () => {
    await standsIn(api, 'ingrid.solberg', 'ola.bakken')
    expect(await publish('ingrid.solberg', await toDepartment('ingrid.solberg'))).toBe(200)
    expect(await lastEntry(api, 'newsPost.published')).toEqual({
      actor_id: id('ingrid.solberg'),
      on_behalf_of_id: null,
    })
  })

  test('of two one stands in for, the one whose right it was is named', async () => {
    await standsIn(api, 'nina.aas', 'ola.bakken')
    await standsIn(api, 'nina.aas', 'arne.lund')
    const orgUnitIds = [await demoUnitId(api.db, 'Hjemmetjenesten')]
    const audience = { everyone: false, orgUnitIds, roles: [] }
    const made = await api.as('nina.aas').post('/v1.0/newsPosts', { title: 'Nytt', lead: 'Kort', audience })
    const post = ((await made.json()) as { id: string }).id
    expect(await publish('nina.aas', post)).toBe(200)
    expect(await lastEntry(api, 'newsPost.published')).toMatchObject({ on_behalf_of_id: id('arne.lund') })
  })

  test('approves and rejects, names editors and lists confirmations for the leader', async () => {
    await standsIn(api, 'nina.aas', 'ola.bakken')
    const post = await toDepartment('kari.nilsen')
    expect((await api.as('kari.nilsen').post(`/v1.0/newsPosts/${post}/submit`)).status).toBe(200)
    const { '@odata.etag': etag = '' } = await readPost(api.as('nina.aas'), post)
    const approved = await api
      .as('nina.aas')
      .post(`/v1.0/newsPosts/${post}/approve`, {}, { 'if-match': etag })
    expect(approved.status).toBe(200)
    expect(await lastEntry(api, 'newsPost.approved')).toMatchObject({ on_behalf_of_id: id('ola.bakken') })
    const orgUnitId = await demoUnitId(api.db, '2. etasje – langtid')
    const named = await api.as('nina.aas').post('/v1.0/newsEditors', { orgUnitId, userId: id('kari.nilsen') })
    expect(named.status).toBe(201)
    expect(await lastEntry(api, 'newsEditor.named')).toMatchObject({ on_behalf_of_id: id('ola.bakken') })
  })
})

describeApi('Standing in for somebody who must read', (api) => {
  /** To leaders, of whom Nina is none. */
  const mustRead = async () =>
    aPost(api.as('liv.dahl'), {
      importance: 'mustRead',
      audience: { everyone: false, orgUnitIds: [], roles: ['Leader'] },
    })
  const confirm = (as: string, post: string, body: object) =>
    api.as(as).post(`/v1.0/newsPosts/${post}/confirm`, body)
  const forOla = { onBehalfOfId: id('ola.bakken') }

  test('the substitute reads it and confirms for the one who is away, by name', async () => {
    const post = await mustRead()
    expect((await api.as('nina.aas').get(`/v1.0/newsPosts/${post.id}`)).status).toBe(404)
    await standsIn(api, 'nina.aas', 'ola.bakken')
    const seen = await readPost(api.as('nina.aas'), post.id)
    expect(seen).toMatchObject({
      permissions: { canConfirm: false },
      viewer: { isRecipient: false, mustConfirmFor: [{ id: id('ola.bakken'), displayName: 'Ola Bakken' }] },
    })
    const feed = await api.as('nina.aas').get(`/v1.0/newsPosts/$count?$filter=id eq ${post.id}`)
    expect(await feed.text()).toBe('0')
    const answer = await confirm('nina.aas', post.id, forOla)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ viewer: { mustConfirmFor: [] } })
    expect(await lastEntry(api, 'newsPost.confirmed')).toEqual({
      actor_id: id('nina.aas'),
      on_behalf_of_id: id('ola.bakken'),
    })
    const list = await api
      .as('liv.dahl')
      .get(`/v1.0/newsPosts/${post.id}/confirmations?$filter=id eq ${id('ola.bakken')}`)
    const { value } = (await list.json()) as { value: NewsPostConfirmation[] }
    expect(value).toMatchObject([{ isCurrent: true, confirmedBy: { displayName: 'Nina Aas' } }])
    expect(await readPost(api.as('ola.bakken'), post.id)).toMatchObject({
      viewer: { mustConfirm: false, isRead: false },
    })
    const again = await api.db
      .selectFrom('audit_entry')
      .select('seq')
      .where('action', '=', 'newsPost.confirmed')
      .where('target_id', '=', post.id)
      .execute()
    expect((await confirm('nina.aas', post.id, forOla)).status).toBe(200)
    expect(again).toHaveLength(1)
  })

  test('it ends by itself when the absence does', async () => {
    const post = await mustRead()
    await standsIn(api, 'nina.aas', 'ola.bakken')
    api.clock.advance({ days: 7, seconds: 1 })
    expect((await api.as('nina.aas').get(`/v1.0/newsPosts/${post.id}`)).status).toBe(404)
    expect((await confirm('nina.aas', post.id, forOla)).status).toBe(404)
  })

  test('nobody else may, nor before the yes, nor for what is not asked of the one who is away', async () => {
    const post = await mustRead()
    const absence = await anAbsence(api, 'ola.bakken', 'ola.bakken', {
      startDateTime: '2025-03-12T07:00:00Z',
      kind: 'vacation',
      substituteId: id('nina.aas'),
    })
    expect((await confirm('nina.aas', post.id, forOla)).status).toBe(404)
    expect((await confirm('ingrid.solberg', post.id, forOla)).status).toBe(403)
    await answerAbsence(api, 'nina.aas', absence, 'acceptSubstitution')
    const notOlas = await aPost(api.as('liv.dahl'), {
      importance: 'mustRead',
      audience: { everyone: false, orgUnitIds: [await demoUnitId(api.db, '3. etasje – langtid')], roles: [] },
    })
    expect((await confirm('nina.aas', notOlas.id, forOla)).status).toBe(403)
    expect((await confirm('nina.aas', notOlas.id, {})).status).toBe(200)
    expect((await confirm('nina.aas', post.id, {})).status).toBe(403)
    const seen = await absencesSeen(api, 'nina.aas', 'ola.bakken')
    expect(seen.find((one) => one.id === absence.id)).toMatchObject({ kind: null })
  })

  test('an ordinary post to the one who is away stays theirs', async () => {
    const post = await aPost(api.as('liv.dahl'), {
      audience: { everyone: false, orgUnitIds: [], roles: ['Leader'] },
    })
    await standsIn(api, 'nina.aas', 'ola.bakken')
    // Ola leads, and so does Nina for him now; but she is no recipient of what leaders get.
    expect((await api.as('nina.aas').get(`/v1.0/newsPosts/${post.id}`)).status).toBe(404)
  })
})
