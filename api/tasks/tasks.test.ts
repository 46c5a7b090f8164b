// @vitest-environment node
import { expect, test } from 'vitest'
import { aComment, aQuestion } from '#tests/comments.ts'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, aPost, everyone, paragraph } from '#tests/news-posts.ts'
import { aCallFor, countTasks, tasksAbout, tasksOf, withoutTasks } from '#tests/tasks.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { Task, TaskState } from './contract.ts'

describeApi('Tasks', (api) => {
  const id = (person: string) => demoPerson(person).id
  const about = (person: string, resourceId: string, state?: TaskState) =>
    tasksAbout(api.as(person), resourceId, state)

  test('A20 a must-read waits until it is confirmed, then it is done', async () => {
    const post = await aPost(api.as('liv.dahl'), {
      title: 'Ny rutine',
      importance: 'mustRead',
      confirmBy: '2025-03-20',
    })
    const [task] = await about('kari.nilsen', post.id)
    expect(task).toMatchObject({
      id: `newsPostToConfirm-${post.id}`,
      kind: 'newsPostToConfirm',
      title: 'Ny rutine',
      dueDate: '2025-03-20',
      onBehalfOf: null,
      person: null,
      phone: null,
      period: null,
      completedDateTime: null,
      readingTimeInMinutes: 1,
      resource: { type: 'newsPost', id: post.id, commentId: null },
    })
    await api.as('liv.dahl').post(`/v1.0/newsPosts/${post.id}/remind`)
    expect((await about('kari.nilsen', post.id))[0]?.remindedDateTime).toBe(api.clock.now().toISOString())
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
    expect(await about('kari.nilsen', post.id)).toEqual([])
    expect(await about('kari.nilsen', post.id, 'done')).toMatchObject([
      { kind: 'newsPostToConfirm', completedDateTime: api.clock.now().toISOString() },
    ])
    api.clock.advance({ days: 31 })
    expect(await about('kari.nilsen', post.id, 'done')).toEqual([])
  })

  test('A20 a post that asks for something waits until that is done, once, behind a confirmation', async () => {
    const actionRequired = { what: 'Meld deg på', who: '', dueDate: '2025-03-14' }
    const asks = await aPost(api.as('liv.dahl'), { title: 'Vaksine', actionRequired })
    const both = await aPost(api.as('liv.dahl'), { title: 'Begge', importance: 'mustRead', actionRequired })
    expect(await about('kari.nilsen', asks.id)).toMatchObject([
      { kind: 'newsPostAction', title: 'Meld deg på', detail: 'Vaksine', dueDate: '2025-03-14' },
    ])
    expect(await about('kari.nilsen', both.id)).toMatchObject([
      { kind: 'newsPostToConfirm', dueDate: '2025-03-14' },
    ])
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${both.id}/confirm`, { version: 1 })
    expect(await about('kari.nilsen', both.id)).toMatchObject([{ kind: 'newsPostAction' }])
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${asks.id}/completeAction`)
    expect(await about('kari.nilsen', asks.id)).toEqual([])
    expect(await about('kari.nilsen', asks.id, 'done')).toMatchObject([{ kind: 'newsPostAction' }])
    api.clock.advance({ days: 3 })
    expect(await about('kari.nilsen', both.id)).toEqual([])
  })

  test('A20 what is in review waits for those who may approve it, and for others with who sent it', async () => {
    const draft = await aDraft(api.as('kari.nilsen'), { title: 'Julebord', audience: everyone })
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${draft.id}/submit`)
    expect(await about('liv.dahl', draft.id)).toMatchObject([
      { kind: 'newsPostToApprove', title: 'Julebord', person: { displayName: 'Kari Nilsen' } },
    ])
    expect(await about('kari.nilsen', draft.id)).toEqual([])
    expect(await about('kari.nilsen', draft.id, 'waitingOnOthers')).toMatchObject([
      { id: `waitingOnOthers-newsPostToApprove-${draft.id}`, kind: 'newsPostToApprove' },
    ])
    expect(await about('ola.bakken', draft.id)).toEqual([])
    await api.as('liv.dahl').post(`/v1.0/newsPosts/${draft.id}/reject`, { comment: 'For langt.' })
    expect(await about('liv.dahl', draft.id)).toEqual([])
    expect(await about('liv.dahl', draft.id, 'done')).toMatchObject([{ kind: 'newsPostToApprove' }])
    expect(await about('kari.nilsen', draft.id, 'waitingOnOthers')).toEqual([])
    expect(await about('kari.nilsen', draft.id)).toMatchObject([
      { kind: 'newsPostReturned', title: 'Julebord', person: { displayName: 'Liv Dahl' } },
    ])
  })

  test('A20 what the clock could not publish waits for its author, sent back by nobody', async () => {
    const draft = await aDraft(api.as('liv.dahl'), { title: 'Planlagt' })
    const problem = JSON.stringify({ dateTime: api.clock.now().toISOString(), details: [] })
    await api.db
      .updateTable('news_post')
      .set({ publish_problem: problem })
      .where('id', '=', draft.id)
      .execute()
    expect(await about('liv.dahl', draft.id)).toMatchObject([{ kind: 'newsPostReturned', person: null }])
  })

  test('A20 a question waits for who answers for the post, its answer for who asked', async () => {
    const post = await aPost(api.as('liv.dahl'), { title: 'Ny kantine' })
    const question = await aQuestion(api.as('kari.nilsen'), post.id, 'Er den åpen i helga?')
    await api.as('ola.bakken').post(`/v1.0/newsPosts/${post.id}/comments/${question.id}/sameQuestion`)
    expect(await about('liv.dahl', post.id)).toMatchObject([
      {
        kind: 'questionToAnswer',
        title: 'Er den åpen i helga?',
        detail: 'Ny kantine',
        dueDate: question.answerBy,
        person: { id: id('kari.nilsen') },
        resource: { commentId: question.id },
      },
    ])
    expect(await about('kari.nilsen', post.id)).toEqual([])
    expect(await about('ola.bakken', post.id, 'waitingOnOthers')).toMatchObject([
      { kind: 'questionToAnswer' },
    ])
    const answer = await api
      .as('liv.dahl')
      .post(`/v1.0/newsPosts/${post.id}/comments/${question.id}/answer`, { body: paragraph('Ja.') })
    const { id: answerId } = (await answer.json()) as { id: string }
    expect(await about('liv.dahl', post.id)).toEqual([])
    expect(await about('liv.dahl', post.id, 'done')).toMatchObject([{ kind: 'questionToAnswer' }])
    for (const person of ['kari.nilsen', 'ola.bakken']) {
      expect(await about(person, post.id)).toMatchObject([
        { kind: 'questionAnswered', person: { id: id('liv.dahl') }, resource: { commentId: answerId } },
      ])
    }
    await api.as('kari.nilsen').post(`/v1.0/me/newsQuestions/${question.id}/markSeen`)
    expect(await about('kari.nilsen', post.id)).toEqual([])
  })

  test('A20 a mention waits until it is seen', async () => {
    const post = await aPost(api.as('liv.dahl'))
    const mention = {
      type: 'mention',
      attrs: { id: id('ola.bakken'), label: 'Ola Bakken' },
    }
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] }
    const comment = await aComment(api.as('kari.nilsen'), post.id, '', { body })
    expect(await about('ola.bakken', post.id)).toMatchObject([
      { kind: 'mention', person: { id: id('kari.nilsen') }, resource: { commentId: comment.id } },
    ])
    await api.as('ola.bakken').post(`/v1.0/me/mentions/${comment.id}/markSeen`)
    expect(await about('ola.bakken', post.id)).toEqual([])
  })

  test('A20 the nearest deadline comes first, what has none last, page by page, and the count is the same', async () => {
    await withoutTasks(api)
    const liv = api.as('liv.dahl')
    const mustRead = { importance: 'mustRead' }
    const none = await aPost(liv, { ...mustRead, title: 'Uten frist' })
    const late = await aPost(liv, { ...mustRead, title: 'Sent', confirmBy: '2025-04-20' })
    const soon = await aPost(liv, { ...mustRead, title: 'Snart', confirmBy: '2025-03-13' })
    const call = await aCallFor(api, 'kari.nilsen', { due_on: '2025-03-10' })
    const order = [call.id, soon.id, late.id, none.id]
    expect((await tasksOf(api.as('kari.nilsen'))).map(({ resource }) => resource.id)).toEqual(order)
    expect(await countTasks(api.as('kari.nilsen'))).toBe(4)

    const seen: string[] = []
    const counts: (number | undefined)[] = []
    let next: string | undefined = `/v1.0/me/tasks?$top=1&$count=true&$filter=state eq 'waiting'`
    while (next !== undefined) {
      const answer = await api.as('kari.nilsen').get(next)
      // As in the contract, in Graph's envelope.
      const body = (await answer.json()) as {
        value: Task[]
        '@odata.nextLink'?: string
        '@odata.count'?: number
      }
      counts.push(body['@odata.count'])
      seen.push(...body.value.map(({ resource }) => resource.id))
      next = body['@odata.nextLink']
    }
    expect(seen).toEqual(order)
    expect(counts).toEqual([4, undefined, undefined, undefined])
  })

  test('A20 without a filter what waits comes before what waits for others and what is done', async () => {
    const answer = await api.as('liv.dahl').get('/v1.0/me/tasks?$top=100')
    const states = ((await answer.json()) as { value: Task[] }).value.map(({ state }) => state)
    const rank = ['waiting', 'waitingOnOthers', 'done']
    expect(states).toEqual(states.toSorted((a, b) => rank.indexOf(a) - rank.indexOf(b)))
    expect((await api.as('liv.dahl').get("/v1.0/me/tasks?$filter=title eq 'x'")).status).toBe(400)
  })
})
