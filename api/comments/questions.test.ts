// @vitest-environment node
import { expect, test } from 'vitest'
import { aComment, aQuestion, readComments } from '#tests/comments.ts'
import { describeApi, type Caller } from '#tests/call-api.ts'
import { aPost, paragraph, problem } from '#tests/news-posts.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { AnsweredQuestion, Comment, OpenQuestion } from './contract.ts'

const one = (postId: string, { id }: { id: string }) => `/v1.0/newsPosts/${postId}/comments/${id}`
const listOf = async <T>(as: Caller, path: string) =>
  ((await (await as.get(path)).json()) as { value: T[] }).value // as in the contract
const answersFor = (as: Caller) => listOf<AnsweredQuestion>(as, '/v1.0/me/newsQuestions')
const openFor = (as: Caller) => listOf<OpenQuestion>(as, '/v1.0/me/openNewsQuestions')

describeApi('Questions', (api) => {
  const answer = (person: string, postId: string, question: Comment, input: Record<string, unknown> = {}) =>
    api.as(person).post(`${one(postId, question)}/answer`, { body: paragraph('Ja.'), ...input })

  test.for([
    ['2025-03-12T09:00:00Z', '2025-03-17'],
    ['2025-04-15T21:30:00Z', '2025-04-23'],
    ['2025-04-15T22:30:00Z', '2025-04-24'],
  ] as const)('N27 a question asked at %s is answered by %s', async ([now, answerBy]) => {
    api.clock.set(now)
    const { id } = await aPost(api.as('liv.dahl'))
    expect(await aQuestion(api.as('kari.nilsen'), id)).toMatchObject({ answerBy, isAnswered: false })
  })

  test('N27 those who answer for the post have it on their list until it is answered', async () => {
    const { id } = await aPost(api.as('liv.dahl'), { title: 'Ny kantine' })
    const first = await aQuestion(api.as('kari.nilsen'), id, 'Er den åpen i helga?')
    api.clock.advance({ days: 1 })
    const second = await aQuestion(api.as('ola.bakken'), id, 'Hva koster det?')
    const open = (await openFor(api.as('liv.dahl'))).filter(({ target }) => target.id === id)
    expect(open.map((question) => question.id)).toEqual([first.id, second.id])
    expect(open[0]).toMatchObject({
      text: 'Er den åpen i helga?',
      target: { type: 'newsPost', title: 'Ny kantine' },
      author: { id: demoPerson('kari.nilsen').id },
      answerBy: first.answerBy,
    })
    expect(await openFor(api.as('kari.nilsen'))).toEqual([])
    expect((await answer('kari.nilsen', id, first)).status).toBe(403)
    expect((await answer('liv.dahl', id, first)).status).toBe(201)
    await api.as('ola.bakken').delete(one(id, second))
    expect((await openFor(api.as('liv.dahl'))).filter(({ target }) => target.id === id)).toEqual([])
  })

  test('N27 the answer stands with the question, and all who asked are told until they have seen it', async () => {
    const { id } = await aPost(api.as('liv.dahl'), { title: 'Ny kantine' })
    const question = await aQuestion(api.as('kari.nilsen'), id, 'Er den åpen i helga?')
    const same = await api.as('ola.bakken').post(`${one(id, question)}/sameQuestion`)
    expect(await same.json()).toMatchObject({ sameQuestionCount: 1, viewer: { asksSame: true } })
    await api.as('sara.holm').post(`${one(id, question)}/sameQuestion`)
    const unset = await api.as('sara.holm').post(`${one(id, question)}/unsetSameQuestion`)
    expect(await unset.json()).toMatchObject({ sameQuestionCount: 1, viewer: { asksSame: false } })

    const response = await answer('liv.dahl', id, question)
    const reply = (await response.json()) as Comment
    expect(reply).toMatchObject({ parentId: question.id, isAnswer: true })
    const answers = await readComments(
      api.as('nina.aas'),
      id,
      '?$filter=isAnswered eq true or isAnswer eq true',
    )
    expect(answers.map((comment) => comment.id)).toEqual([question.id, reply.id])
    expect(answers[0]).toMatchObject({ isAnswered: true, answerId: reply.id })

    for (const person of ['kari.nilsen', 'ola.bakken']) {
      const [told] = await answersFor(api.as(person))
      expect(told).toMatchObject({ id: question.id, text: 'Er den åpen i helga?', answer: { text: 'Ja.' } })
      const path = `/v1.0/me/newsQuestions/${question.id}/markSeen`
      expect((await api.as(person).post(path)).status).toBe(204)
      expect(await answersFor(api.as(person))).toEqual([])
    }
    expect(await answersFor(api.as('sara.holm'))).toEqual([])
    expect((await api.as('sara.holm').post(`/v1.0/me/newsQuestions/${question.id}/markSeen`)).status).toBe(
      404,
    )
  })

  test('is answered once; sent once more it is the same answer', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const question = await aQuestion(api.as('kari.nilsen'), id)
    const sent = { id: '0190a0a0-0000-7000-8000-0000000000d1' }
    expect((await answer('liv.dahl', id, question, sent)).status).toBe(201)
    expect((await answer('liv.dahl', id, question, sent)).status).toBe(201)
    const other = await answer('liv.dahl', id, question)
    expect([other.status, (await problem(other)).innerError.code]).toEqual([409, 'notOpenQuestion'])
    expect(await readComments(api.as('liv.dahl'), id)).toHaveLength(2)
    const comment = await aComment(api.as('kari.nilsen'), id)
    expect((await answer('liv.dahl', id, comment)).status).toBe(409)
  })

  test('an answered question stays what was answered', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const question = await aQuestion(api.as('kari.nilsen'), id)
    await answer('liv.dahl', id, question)
    const patch = { body: paragraph('Noe helt annet') }
    const changed = await api.as('kari.nilsen').patch(one(id, question), patch, { 'if-match': '*' })
    expect(changed.status).toBe(403)
    expect((await api.as('ola.bakken').post(`${one(id, question)}/sameQuestion`)).status).toBe(409)
  })

  test('a question whose answer is taken back waits again, and its asker is told of the next one', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    const kari = api.as('kari.nilsen')
    const question = await aQuestion(kari, id)
    const reply = (await (await answer('liv.dahl', id, question)).json()) as Comment
    await kari.post(`/v1.0/me/newsQuestions/${question.id}/markSeen`)
    await api.as('liv.dahl').delete(one(id, reply))
    expect((await openFor(api.as('liv.dahl'))).map((open) => open.id)).toContain(question.id)
    expect((await readComments(kari, id))[0]).toMatchObject({ isAnswered: false, answerId: null })
    await api.as('liv.dahl').post(`${one(id, reply)}/restore`)
    expect((await answersFor(kari)).map((told) => told.id)).toEqual([question.id])
  })

  test('can be answered after the comments are closed', async () => {
    const liv = api.as('liv.dahl')
    const { id } = await aPost(liv)
    const question = await aQuestion(api.as('kari.nilsen'), id)
    await liv.patch(`/v1.0/newsPosts/${id}`, { commentsEnabled: false }, { 'if-match': '*' })
    expect((await answer('liv.dahl', id, question)).status).toBe(201)
  })
})
