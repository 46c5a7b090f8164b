// @vitest-environment node
import { expect, test } from 'vitest'
import { aComment, aQuestion } from '#tests/comments.ts'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, aPost, everyone, ifMatch, paragraph, problem, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { aCallFor, anAbsenceOf } from '#tests/tasks.ts'
import { demoPerson } from '#tests/tokens.ts'
import { runJob, testOutlets, timedDeps } from '#tests/timed-work.ts'
import type { Notification } from './contract.ts'
import { notify } from './notify.ts'

describeApi('Notifications', (api) => {
  const id = (person: string) => demoPerson(person).id
  const toldTo = async (person: string, filter = 'isRead eq false') => {
    const answer = await api.as(person).get(`/v1.0/me/notifications?$top=100&$filter=${filter}`)
    expect(answer.status).toBe(200)
    return ((await answer.json()) as { value: Notification[] }).value // as in the contract
  }
  const settings = async (person: string, patch: Record<string, unknown>) =>
    api.as(person).patch('/v1.0/me/notificationSettings', patch)

  test('A22 replies in a thread are one notification with a count, until it is read', async () => {
    const post = await aPost(api.as('liv.dahl'), { title: 'Ny kantine' })
    const comment = await aComment(api.as('kari.nilsen'), post.id)
    const reply = { parentId: comment.id }
    await aComment(api.as('ola.bakken'), post.id, 'Ja.', reply)
    api.clock.advance({ minutes: 5 })
    const last = await aComment(api.as('sara.holm'), post.id, 'Enig.', reply)
    await aComment(api.as('kari.nilsen'), post.id, 'Takk.', reply)
    const [told, ...others] = await toldTo('kari.nilsen')
    expect(others).toEqual([])
    expect(told).toMatchObject({
      kind: 'commentReplied',
      title: 'Ny kantine',
      count: 2,
      person: { id: id('sara.holm') },
      resource: { type: 'newsPost', id: post.id, commentId: last.id },
      lastDateTime: api.clock.now().toISOString(),
      isRead: false,
      isTask: false,
    })
    expect(await toldTo('liv.dahl')).toMatchObject([{ kind: 'newsPostCommented', count: 1 }])
    expect((await api.as('kari.nilsen').post(`/v1.0/me/notifications/${told?.id}/markRead`)).status).toBe(204)
    expect(await toldTo('kari.nilsen')).toEqual([])
    await aComment(api.as('ola.bakken'), post.id, 'Igjen.', reply)
    expect(await toldTo('kari.nilsen')).toMatchObject([{ count: 1 }])
  })

  test('A22 nobody reads or marks what is told to another', async () => {
    const post = await aPost(api.as('liv.dahl'))
    await aComment(api.as('kari.nilsen'), post.id)
    const [told] = await toldTo('liv.dahl')
    expect(await toldTo('ola.bakken', `id eq ${told?.id}`)).toEqual([])
    expect((await api.as('ola.bakken').post(`/v1.0/me/notifications/${told?.id}/markRead`)).status).toBe(404)
    await api.as('ola.bakken').post('/v1.0/me/notifications/markAllRead')
    expect(await toldTo('liv.dahl')).toHaveLength(1)
    expect((await api.as('liv.dahl').post('/v1.0/me/notifications/markAllRead')).status).toBe(204)
    expect(await toldTo('liv.dahl')).toEqual([])
  })

  test('A22 a question, its answer and its followers are told to whom they concern', async () => {
    const post = await aPost(api.as('liv.dahl'))
    const question = await aQuestion(api.as('kari.nilsen'), post.id)
    const one = `/v1.0/newsPosts/${post.id}/comments/${question.id}`
    await api.as('ola.bakken').post(`${one}/sameQuestion`)
    await api.as('ola.bakken').post(`${one}/sameQuestion`)
    expect(await toldTo('kari.nilsen')).toMatchObject([{ kind: 'sameQuestionAsked', count: 1 }])
    expect(await toldTo('liv.dahl')).toEqual([])
    await api.as('liv.dahl').post(`${one}/answer`, { body: paragraph('Ja.') })
    for (const person of ['kari.nilsen', 'ola.bakken']) {
      expect(await toldTo(person, 'isRead eq false and isTask eq true')).toMatchObject([
        { kind: 'questionAnswered', person: { id: id('liv.dahl') } },
      ])
    }
    await api.as('ola.bakken').post(`/v1.0/me/newsQuestions/${question.id}/markSeen`)
    expect(await toldTo('ola.bakken')).toEqual([])
  })

  test('A22 who wrote a post is told what came of the review', async () => {
    const draft = await aDraft(api.as('kari.nilsen'), { title: 'Julebord', audience: everyone })
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${draft.id}/submit`)
    await api.as('liv.dahl').post(`/v1.0/newsPosts/${draft.id}/reject`, { comment: 'For langt.' })
    expect(await toldTo('kari.nilsen')).toMatchObject([{ kind: 'newsPostRejected', isTask: true }])
    await api.as('kari.nilsen').post(`/v1.0/newsPosts/${draft.id}/submit`)
    const asSeen = ifMatch(await readPost(api.as('liv.dahl'), draft.id))
    await api.as('liv.dahl').post(`/v1.0/newsPosts/${draft.id}/approve`, {}, asSeen)
    expect(await toldTo('kari.nilsen', 'isTask eq false')).toMatchObject([
      { kind: 'newsPostApproved', title: 'Julebord', person: { id: id('liv.dahl') } },
    ])
  })

  test('K5 who is away is told what the substitute answered', async () => {
    const absence = await anAbsenceOf(api, 'ola.bakken', 'kari.nilsen', { from: 1, to: 3 })
    const answer = await api
      .as('kari.nilsen')
      .post(`/v1.0/users/${id('ola.bakken')}/absences/${absence.id}/acceptSubstitution`)
    expect(answer.ok).toBe(true)
    expect(await toldTo('ola.bakken')).toMatchObject([
      { kind: 'substituteAccepted', person: { id: id('kari.nilsen') }, title: null },
    ])
  })

  test('K23 who took a call is told when it is answered', async () => {
    const call = await aCallFor(api, 'ola.bakken')
    await api.as('ola.bakken').post(`/v1.0/callBackMessages/${call.id}/answer`)
    expect(await toldTo('nina.aas')).toMatchObject([
      { kind: 'callBackAnswered', title: 'Berit Strøm', person: { id: id('ola.bakken') } },
    ])
    expect(await toldTo('ola.bakken')).toEqual([])
  })

  test('N1 what one may no longer know of is not told', async () => {
    const post = await aPost(api.as('liv.dahl'), { title: 'Hemmelig' })
    const comment = await aComment(api.as('kari.nilsen'), post.id)
    await aComment(api.as('ola.bakken'), post.id, 'Ja.', { parentId: comment.id })
    const editors = { audience_everyone: false, audience_roles: ['Editor' as const] }
    await api.db.updateTable('news_post').set(editors).where('id', '=', post.id).execute()
    expect(await toldTo('kari.nilsen')).toEqual([])
  })

  test('A22 one chooses for each kind, and who wants to hear nothing is told nothing', async () => {
    expect((await settings('kari.nilsen', { notifications: { comments: 'none' } })).status).toBe(204)
    expect((await settings('kari.nilsen', { notifications: { mentions: 'inApp' } })).status).toBe(204)
    expect(await (await api.as('kari.nilsen').get('/v1.0/me/notificationSettings')).json()).toMatchObject({
      newsDigest: 'weekly',
      notifications: { comments: 'none', mentions: 'inApp', newsPosts: 'email' },
      maxEmailsPerDay: 5,
    })
    const post = await aPost(api.as('liv.dahl'))
    const comment = await aComment(api.as('kari.nilsen'), post.id)
    await aComment(api.as('ola.bakken'), post.id, 'Ja.', { parentId: comment.id })
    expect(await toldTo('kari.nilsen')).toEqual([])
    expect((await settings('kari.nilsen', { notifications: { weather: 'inApp' } })).status).toBe(422)
    expect((await settings('kari.nilsen', { maxEmailsPerDay: 0 })).status).toBe(422)
  })

  test('A22 who has no e-mail address cannot choose it, and has it chosen for nothing', async () => {
    await api.db.updateTable('user').set({ mail: null }).where('id', '=', id('kari.nilsen')).execute()
    const answer = await settings('kari.nilsen', { notifications: { mentions: 'email' } })
    expect(answer.status).toBe(422)
    expect((await problem(answer)).details).toMatchObject([{ target: 'notifications/mentions' }])
    expect(await (await api.as('kari.nilsen').get('/v1.0/me/notificationSettings')).json()).toMatchObject({
      notifications: { mentions: 'inApp' },
    })
  })

  test('N8 the e-mail of the day has what is not seen, once, and one e-mail with the news', async () => {
    await api.db.updateTable('news_post').set({ state: 'archived' }).execute()
    await api.db.deleteFrom('comment').execute()
    await settings('kari.nilsen', { newsDigest: 'daily' })
    await settings('ola.bakken', { newsDigest: 'never' })
    const post = await aPost(api.as('liv.dahl'), { title: 'Hemmelig tittel' })
    const question = await aQuestion(api.as('kari.nilsen'), post.id)
    const one = `/v1.0/newsPosts/${post.id}/comments/${question.id}`
    for (const person of ['ola.bakken', 'sara.holm']) await api.as(person).post(`${one}/sameQuestion`)
    await api.as('liv.dahl').post(`${one}/answer`, { body: paragraph('Ja.') })
    await api.as('sara.holm').post(`/v1.0/me/newsQuestions/${question.id}/markSeen`)
    api.clock.set('2025-03-13T06:00:00Z')
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    for (let i = 0; i < 2; i++) {
      await runJob('make-digests', deps)
      await runJob('send-outgoing', deps)
    }
    const to = (person: string) => outlets.emails.filter((mail) => mail.to.startsWith(person))
    expect(to('kari.nilsen')).toHaveLength(1)
    expect(to('kari.nilsen')[0]?.text).toContain('Hemmelig tittel')
    expect(to('kari.nilsen')[0]?.text).toContain('Liv Dahl svarte på spørsmålet ditt')
    expect(to('ola.bakken')).toHaveLength(1)
    expect(to('ola.bakken')[0]?.subject).toBe('1 ting du ikke har sett')
    expect(to('ola.bakken')[0]?.text).not.toContain('Hemmelig tittel')
    expect(to('sara.holm')).toEqual([])
    api.clock.set('2025-03-14T06:00:00Z')
    await runJob('make-digests', deps)
    await runJob('send-outgoing', deps)
    expect(to('ola.bakken')).toHaveLength(1)
  })

  test('A22 what is beyond the e-mails of a day waits for the next morning, but for what is urgent', async () => {
    await settings('kari.nilsen', { maxEmailsPerDay: 1 })
    const outlets = testOutlets()
    const deps = timedDeps(api, outlets.deps)
    const orgUnitIds = [await demoUnitId(api.db, '2. etasje – langtid')]
    const audience = { everyone: false, orgUnitIds, roles: [] }
    const mailed = (title: string, importance: string) =>
      aPost(api.as('liv.dahl'), { title, importance, audience, sendByEmail: true })
    const toKari = () =>
      outlets.emails.filter(({ to }) => to.startsWith('kari.nilsen')).map(({ subject }) => subject)
    await mailed('Først', 'normal')
    await runJob('send-outgoing', deps)
    await mailed('Så', 'normal')
    await mailed('Haster', 'important')
    await runJob('send-outgoing', deps)
    expect(toKari()).toEqual(['Først', 'Haster'])
    api.clock.set('2025-03-13T06:00:00Z')
    await runJob('send-outgoing', deps)
    expect(toKari()).toEqual(['Først', 'Haster', 'Så'])
  })

  test('A22 what happened long ago, or beyond what anybody looks through, is forgotten', async () => {
    const tell = (threadId: string) =>
      api.db.transaction().execute((trx) =>
        notify(trx, {
          kind: 'substituteAccepted',
          userIds: [id('kari.nilsen')],
          actorId: null,
          threadId,
          resource: { type: 'absence', id: threadId },
          at: api.clock.now(),
        }),
      )
    const count = async () => (await api.db.selectFrom('notification').select('id').execute()).length
    await api.db.deleteFrom('notification').execute()
    for (let i = 0; i < 203; i++) await tell(crypto.randomUUID())
    await runJob('tidy-notifications', timedDeps(api))
    expect(await count()).toBe(200)
    api.clock.advance({ days: 61 })
    await runJob('tidy-notifications', timedDeps(api))
    expect(await count()).toBe(0)
  })
})
