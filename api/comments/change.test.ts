// @vitest-environment node
import { expect, test } from 'vitest'
import type { Comment } from './contract.ts'
import { aComment, readComments } from '#tests/comments.ts'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { aPost, paragraph, problem, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { runJob, timedDeps } from '#tests/timed-work.ts'
import { demoPerson } from '#tests/tokens.ts'

/** A synthetic number of Test-Norge (month + 80), which belongs to nobody. */
const identityNumber = '17912099997'

const one = (postId: string, { id }: { id: string }) => `/v1.0/newsPosts/${postId}/comments/${id}`
const textOf = ({ body }: Comment) => body?.content?.[0]?.content?.[0]?.text ?? null
const nursingHome = async ({ db }: TestApi) => ({
  everyone: false,
  orgUnitIds: [await demoUnitId(db, 'Elvestrand sykehjem')],
  roles: [],
})

describeApi('PATCH and DELETE /v1.0/newsPosts/:id/comments/:commentId', (api) => {
  test('saving the same text again is no edit', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    const comment = await aComment(kari, id, 'Fire')
    const etag = { 'if-match': comment['@odata.etag'] ?? '' }
    expect((await kari.patch(one(id, comment), { body: comment.body }, etag)).status).toBe(204)
    expect((await readComments(kari, id))[0]?.editedDateTime).toBeNull()
  })

  test('one edits what one has written, and it shows that it was edited', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    const comment = await aComment(kari, id, 'Fir')
    api.clock.advance({ minutes: 5 })
    const patch = { body: paragraph('Fire') }
    expect((await kari.patch(one(id, comment), patch)).status).toBe(428)
    const etag = { 'if-match': comment['@odata.etag'] ?? '' }
    expect((await kari.patch(one(id, comment), patch, etag)).status).toBe(204)
    expect((await kari.patch(one(id, comment), { body: paragraph('Fem') }, etag)).status).toBe(412)
    const [edited] = await readComments(kari, id)
    expect(edited && textOf(edited)).toBe('Fire')
    expect(edited?.editedDateTime).toBe(api.clock.now().toISOString())
    for (const other of ['ola.bakken', 'liv.dahl']) {
      expect((await api.as(other).patch(one(id, comment), patch, { 'if-match': '*' })).status).toBe(403)
    }
  })

  test('what one deletes is gone, and can be had back for an hour', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    const comment = await aComment(kari, id, 'Ops')
    expect((await api.as('ola.bakken').delete(one(id, comment))).status).toBe(403)
    expect((await kari.delete(one(id, comment))).status).toBe(204)
    expect((await kari.delete(one(id, comment))).status).toBe(409)
    expect(await readComments(kari, id)).toEqual([])
    expect((await api.as('liv.dahl').post(`${one(id, comment)}/restore`)).status).toBe(404)
    expect((await kari.post(`${one(id, comment)}/restore`)).status).toBe(200)
    expect((await readComments(kari, id)).map(textOf)).toEqual(['Ops'])
    await kari.delete(one(id, comment))
    api.clock.advance({ minutes: 61 })
    const late = await kari.post(`${one(id, comment)}/restore`)
    expect([late.status, (await problem(late)).innerError.code]).toEqual([409, 'restoreTimeOver'])
  })

  test('what others have replied to leaves a mark without a name, and its text is erased in time', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    const root = await aComment(kari, id, 'Ops')
    await aComment(api.as('ola.bakken'), id, 'Hva mener du?', { parentId: root.id })
    await kari.delete(one(id, root))
    const [mark] = await readComments(api.as('liv.dahl'), id)
    expect(mark).toMatchObject({ body: null, author: null, removal: { kind: 'deleted', reason: null } })
    const named = await api.as('liv.dahl').get(`/v1.0/newsPosts/${id}/comments?$select=author/displayName`)
    expect(((await named.json()) as { value: Comment[] }).value[0]?.author).toBeNull()
    expect((await readPost(kari, id)).commentCount).toBe(1)
    api.clock.advance({ minutes: 61 })
    expect(await runJob('erase-comments', timedDeps(api))).toBe(1)
    expect(await runJob('erase-comments', timedDeps(api))).toBe(0)
    const kept = await api.db
      .selectFrom('comment')
      .select('body_text')
      .where('id', '=', root.id)
      .executeTakeFirst()
    expect(kept?.body_text).toBe('')
  })
})

describeApi('POST /v1.0/newsPosts/:id/comments/:commentId/remove', (api) => {
  test('N11 the writer sees why it was removed, others only that it was', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const comment = await aComment(api.as('kari.nilsen'), id, 'Upassende')
    const remove = (person: string, reason: string) =>
      api.as(person).post(`${one(id, comment)}/remove`, { reason })
    expect((await remove('ola.bakken', 'Nei')).status).toBe(403)
    expect((await remove('kari.nilsen', 'Nei')).status).toBe(403)
    expect((await remove('liv.dahl', ' ')).status).toBe(422)
    expect((await remove('liv.dahl', `Du skrev ${identityNumber}`)).status).toBe(422)
    expect((await remove('liv.dahl', 'Nevner en bruker')).status).toBe(200)
    expect((await remove('liv.dahl', 'Igjen')).status).toBe(409)
    const seenBy = async (person: string) => (await readComments(api.as(person), id))[0]
    expect(await seenBy('kari.nilsen')).toMatchObject({
      removal: { kind: 'moderated', reason: 'Nevner en bruker' },
      author: { id: demoPerson('kari.nilsen').id },
      permissions: { canRestore: false, canEdit: false, canDelete: false },
    })
    expect(await seenBy('ola.bakken')).toMatchObject({
      body: null,
      author: null,
      removal: { kind: 'moderated', reason: null },
    })
    const log = await api.db
      .selectFrom('audit_entry')
      .select('data')
      .where('action', '=', 'comment.removed')
      .execute()
    expect(log.map(({ data }) => data)).toEqual([{ commentId: comment.id }])
    expect((await api.as('kari.nilsen').post(`${one(id, comment)}/restore`)).status).toBe(403)
    expect((await api.as('liv.dahl').post(`${one(id, comment)}/restore`)).status).toBe(200)
    expect(textOf((await seenBy('ola.bakken')) as Comment)).toBe('Upassende')
  })

  test('the author of a post moderates it, whatever else the author is', async () => {
    const nursingHomeOnly = await nursingHome(api)
    const { id } = await aPost(api.as('ingrid.solberg'), { audience: nursingHomeOnly })
    const comment = await aComment(api.as('kari.nilsen'), id)
    const answer = await api.as('ingrid.solberg').post(`${one(id, comment)}/remove`, { reason: 'Feil sted' })
    expect(answer.status).toBe(200)
  })
})
