// @vitest-environment node
import { expect, test } from 'vitest'
import type { Comment } from './contract.ts'
import { aComment, aQuestion, readComments } from '#tests/comments.ts'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { aDraft, aPost, paragraph, problem, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'

/** A synthetic number of Test-Norge (month + 80), which belongs to nobody. */
const identityNumber = '17912099997'

const one = (postId: string, { id }: { id: string }) => `/v1.0/newsPosts/${postId}/comments/${id}`
const textOf = ({ body }: Comment) => body?.content?.[0]?.content?.[0]?.text ?? null
/** The id of what stands before a comment. */
const before = (comments: readonly Comment[], id: string) =>
  comments[comments.findIndex((one) => one.id === id) - 1]?.id
const nursingHome = async ({ db }: TestApi) => ({
  everyone: false,
  orgUnitIds: [await demoUnitId(db, 'Elvestrand sykehjem')],
  roles: [],
})

describeApi('GET /v1.0/newsPosts/:id/comments', (api) => {
  test('N11 shows the oldest thread first, each reply after what it replies to', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const first = await aComment(api.as('kari.nilsen'), id, 'Først')
    api.clock.advance({ minutes: 1 })
    await aComment(api.as('ola.bakken'), id, 'Deretter')
    api.clock.advance({ minutes: 1 })
    await aComment(api.as('liv.dahl'), id, 'Svar til den første', { parentId: first.id })
    const seen = await readComments(api.as('sara.holm'), id)
    expect(seen.map(textOf)).toEqual(['Først', 'Svar til den første', 'Deretter'])
    expect(seen.map(({ parentId }) => parentId)).toEqual([null, first.id, null])
    expect(seen[0]).toMatchObject({
      kind: 'comment',
      author: { id: demoPerson('kari.nilsen').id },
      removal: null,
      viewer: { isAuthor: false },
    })
    expect((await readPost(api.as('sara.holm'), id)).commentCount).toBe(3)
  })

  test('pages by keyset without losing or repeating any, though all were written in the same moment', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    for (const text of ['a', 'b', 'c']) {
      const root = await aComment(kari, id, text)
      await aComment(api.as('ola.bakken'), id, `${text}1`, { parentId: root.id })
    }
    const whole = await readComments(kari, id)
    const paged: Comment[] = []
    const counts: (number | undefined)[] = []
    let next: string | undefined = `/v1.0/newsPosts/${id}/comments?$top=2&$count=true`
    while (next !== undefined) {
      const body = (await (await kari.get(next)).json()) as {
        value: Comment[]
        '@odata.nextLink'?: string
        '@odata.count'?: number
      }
      counts.push(body['@odata.count'])
      paged.push(...body.value)
      next = body['@odata.nextLink']
    }
    expect(paged).toEqual(whole)
    expect(counts).toEqual([6, undefined, undefined])
    const replies = whole.filter(({ parentId }) => parentId !== null)
    expect(replies.map(({ parentId }) => parentId)).toEqual(replies.map(({ id }) => before(whole, id)))
  })

  test('counts and filters by kind, and refuses what is not there to filter on', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    await aComment(kari, id)
    await aQuestion(kari, id, 'Når starter det?')
    expect(await (await kari.get(`/v1.0/newsPosts/${id}/comments/$count`)).text()).toBe('2')
    const questions = await readComments(kari, id, "?$filter=kind eq 'question'")
    expect(questions.map(textOf)).toEqual(['Når starter det?'])
    for (const name of ['body', 'writerId', 'author/id', 'threadAt']) {
      const answer = await kari.get(`/v1.0/newsPosts/${id}/comments?$filter=${name} eq null`)
      expect(answer.status).toBe(400)
    }
  })

  test('N11 what has been said can be read when the comments are closed, but nothing is added', async () => {
    const liv = api.as('liv.dahl')
    const kari = api.as('kari.nilsen')
    const { id } = await aPost(liv)
    const comment = await aComment(kari, id, 'Fint')
    const closing = await liv.patch(`/v1.0/newsPosts/${id}`, { commentsEnabled: false }, { 'if-match': '*' })
    expect(closing.status).toBe(204)
    expect((await readComments(kari, id)).map(textOf)).toEqual(['Fint'])
    expect((await kari.post(`/v1.0/newsPosts/${id}/comments`, { body: paragraph('Mer') })).status).toBe(403)
    const patch = { body: paragraph('Finere') }
    expect((await kari.patch(one(id, comment), patch, { 'if-match': '*' })).status).toBe(403)
    expect((await kari.delete(one(id, comment))).status).toBe(204)
  })

  test('nothing is said about what is not out', async () => {
    const liv = api.as('liv.dahl')
    const draft = await aDraft(liv)
    expect((await liv.post(`/v1.0/newsPosts/${draft.id}/comments`, { body: paragraph('Hei') })).status).toBe(
      403,
    )
    const post = await aPost(liv)
    await liv.post(`/v1.0/newsPosts/${post.id}/archive`)
    const late = await api
      .as('kari.nilsen')
      .post(`/v1.0/newsPosts/${post.id}/comments`, { body: paragraph('Hei') })
    expect(late.status).toBe(403)
  })

  test('outside the audience there is no thread, and no comment, whichever way it is asked for', async () => {
    const { id } = await aPost(api.as('liv.dahl'), { audience: await nursingHome(api) })
    const comment = await aComment(api.as('kari.nilsen'), id)
    const sara = api.as('sara.holm')
    const other = await aPost(api.as('liv.dahl'))
    for (const answer of [
      await sara.get(`/v1.0/newsPosts/${id}/comments`),
      await sara.get(one(id, comment)),
      await sara.get(one(other.id, comment)),
      await sara.post(`/v1.0/newsPosts/${id}/comments`, { body: paragraph('Hei') }),
      await sara.delete(one(other.id, comment)),
      await sara.post(`${one(other.id, comment)}/remove`, { reason: 'x' }),
      await sara.post(`/v1.0/me/mentions/${comment.id}/markSeen`),
    ]) {
      expect(answer.status).toBe(404)
    }
  })
})

describeApi('POST /v1.0/newsPosts/:id/comments', (api) => {
  test('answers with the comment and where it is', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const answer = await api
      .as('kari.nilsen')
      .post(`/v1.0/newsPosts/${id}/comments`, { body: paragraph('Hei') })
    const comment = (await answer.json()) as Comment
    expect(answer.headers.get('location')).toBe(`https://tunet.test${one(id, comment)}`)
    expect(answer.headers.get('etag')).toBe('W/"1"')
    expect(comment.permissions).toEqual({
      canEdit: true,
      canDelete: true,
      canRemove: false,
      canRestore: false,
      canReply: true,
      canAnswer: false,
      canAskSame: false,
    })
  })

  test('sent once more with the same id it is the same comment, and nobody can take the id of another', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const sent = { id: '0190a0a0-0000-7000-8000-0000000000c1' }
    const first = await aComment(api.as('kari.nilsen'), id, 'Hei', sent)
    const again = await aComment(api.as('kari.nilsen'), id, 'Hei', sent)
    expect(again).toEqual(first)
    expect(await readComments(api.as('kari.nilsen'), id)).toHaveLength(1)
    const other = await api.as('ola.bakken').post(`/v1.0/newsPosts/${id}/comments`, {
      body: paragraph('Hei'),
      ...sent,
    })
    expect([other.status, (await problem(other)).innerError.code]).toEqual([409, 'idTaken'])
  })

  test.for([
    ['nothing', paragraph(' '), 'requiredFieldMissing'],
    ['too much', paragraph('x'.repeat(4001)), 'tooLong'],
    [
      'a heading',
      { type: 'doc', content: [{ type: 'heading', content: [{ type: 'text', text: 'x' }] }] },
      'malformedValue',
    ],
    ['no document', { type: 'doc', content: 'x' }, 'malformedValue'],
  ] satisfies [string, unknown, string][])('refuses %s', async ([, body, code]) => {
    const { id } = await aPost(api.as('liv.dahl'))
    const answer = await api.as('kari.nilsen').post(`/v1.0/newsPosts/${id}/comments`, { body })
    expect(answer.status).toBe(422)
    expect((await problem(answer)).details?.[0]).toMatchObject({ code, target: 'body' })
  })

  test('a reply has no replies, a question is none, and what is replied to is of the same post', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    const root = await aComment(kari, id)
    const reply = await aComment(kari, id, 'Svar', { parentId: root.id })
    const elsewhere = await aComment(kari, (await aPost(api.as('liv.dahl'))).id)
    const refusals = [
      { parentId: reply.id },
      { parentId: elsewhere.id },
      { parentId: id },
      { parentId: root.id, kind: 'question' },
    ]
    for (const input of refusals) {
      const answer = await kari.post(`/v1.0/newsPosts/${id}/comments`, { body: paragraph('x'), ...input })
      expect(answer.status).toBe(422)
      expect((await problem(answer)).details?.[0]?.target).toBe('parentId')
    }
  })

  test('stops an identity number, says where it is, and logs the answer that it is none', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    const body = paragraph(`Se ${identityNumber}`)
    const stopped = await kari.post(`/v1.0/newsPosts/${id}/comments`, { body })
    expect(stopped.status).toBe(422)
    const { details } = await problem(stopped)
    expect(details).toMatchObject([{ code: 'sensitiveContent', target: 'body', start: 3, end: 14 }])
    expect(JSON.stringify(details)).not.toContain(identityNumber)
    const finding = { target: 'body', start: 3, end: 14 }
    const comment = await aComment(kari, id, `Se ${identityNumber}`, { acceptedFindings: [finding] })
    const logged = await api.db
      .selectFrom('audit_entry')
      .select('data')
      .where('action', '=', 'comment.sensitiveContentAccepted')
      .execute()
    expect(logged.map(({ data }) => data)).toEqual([{ commentId: comment.id, findings: [finding] }])
  })

  test('tells open pages of those the post reaches, and leaves what was said out of the log', async () => {
    const { id } = await aPost(api.as('liv.dahl'), { audience: await nursingHome(api) })
    const comment = await aComment(api.as('kari.nilsen'), id, 'Noe privat')
    const entry = await api.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'comment.created')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      actor_id: demoPerson('kari.nilsen').id,
      target_type: 'newsPost',
      target_id: id,
      data: { commentId: comment.id, kind: 'comment' },
    })
    const event = await api.db
      .selectFrom('live_event')
      .selectAll()
      .where('id', '=', entry.seq)
      .executeTakeFirst()
    expect(event).toMatchObject({
      topic: 'comment.created',
      resource_id: id,
      audience_keys: [`unit:${await demoUnitId(api.db, 'Elvestrand sykehjem')}`, 'role:Editor'],
    })
  })
})
