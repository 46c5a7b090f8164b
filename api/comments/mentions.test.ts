// @vitest-environment node
import { expect, test } from 'vitest'
import type { Mention } from './contract.ts'
import { aComment } from '#tests/comments.ts'
import { describeApi, type TestApi } from '#tests/call-api.ts'
import { aPost, paragraph, problem } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { demoPerson } from '#tests/tokens.ts'

const mentioning = (person: string, text = 'Se på dette, ') => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text },
        { type: 'mention', attrs: { id: demoPerson(person).id, label: 'En kollega' } },
      ],
    },
  ],
})

const one = (postId: string, { id }: { id: string }) => `/v1.0/newsPosts/${postId}/comments/${id}`
const nursingHome = async ({ db }: TestApi) => ({
  everyone: false,
  orgUnitIds: [await demoUnitId(db, 'Elvestrand sykehjem')],
  roles: [],
})

describeApi('Mentions', (api) => {
  const mentionsOf = async (person: string) =>
    ((await (await api.as(person).get('/v1.0/me/mentions')).json()) as { value: Mention[] }).value

  test('N11 whoever is mentioned is told, the unseen first', async () => {
    const { id } = await aPost(api.as('liv.dahl'), { title: 'Kurs' })
    const kari = api.as('kari.nilsen')
    const seen = await aComment(kari, id, '', { body: mentioning('ola.bakken', 'Den gamle ') })
    api.clock.advance({ hours: 1 })
    await aComment(kari, id, '', { body: mentioning('ola.bakken', 'Den nye ') })
    api.clock.advance({ hours: 1 })
    expect((await api.as('ola.bakken').post(`/v1.0/me/mentions/${seen.id}/markSeen`)).status).toBe(204)
    const mentions = await mentionsOf('ola.bakken')
    expect(mentions.map(({ text, isSeen }) => [text, isSeen])).toEqual([
      ['Den nye @En kollega', false],
      ['Den gamle @En kollega', true],
    ])
    expect(mentions[0]).toMatchObject({
      target: { type: 'newsPost', id, title: 'Kurs' },
      author: { id: demoPerson('kari.nilsen').id },
    })
    const ofKari = await mentionsOf('kari.nilsen')
    expect(ofKari.filter(({ target }) => target.id === id)).toEqual([])
    const unseen = await api.as('ola.bakken').get('/v1.0/me/mentions/$count?$filter=isSeen eq false')
    expect(await unseen.text()).toBe('1')
  })

  test('nobody is mentioned who may not read the post, and whoever writes is told who', async () => {
    const { id } = await aPost(api.as('liv.dahl'), { audience: await nursingHome(api) })
    const answer = await api
      .as('kari.nilsen')
      .post(`/v1.0/newsPosts/${id}/comments`, { body: mentioning('sara.holm') })
    expect(answer.status).toBe(422)
    const { innerError, details } = await problem(answer)
    expect(innerError.code).toBe('notInAudience')
    expect(details).toMatchObject([
      { code: 'notInAudience', target: `mentions/${demoPerson('sara.holm').id}` },
    ])
    expect(await mentionsOf('sara.holm')).toEqual([])
    // Those who manage the post read it too, whether or not it is for them.
    await aComment(api.as('kari.nilsen'), id, '', { body: mentioning('liv.dahl') })
    await aComment(api.as('kari.nilsen'), id, '', { body: mentioning('marit.haugen') })
    expect(await mentionsOf('liv.dahl')).toHaveLength(1)
  })

  test('a mention is gone with the text, with the comment, and with the right to read it', async () => {
    const liv = api.as('liv.dahl')
    const { id } = await aPost(liv)
    const kari = api.as('kari.nilsen')
    const comments = [1, 2, 3].map(() => aComment(kari, id, '', { body: mentioning('sara.holm') }))
    const [edited, deleted] = await Promise.all(comments)
    if (!edited || !deleted) throw new Error('not written')
    await kari.patch(one(id, edited), { body: paragraph('Ingen') }, { 'if-match': '*' })
    await kari.delete(one(id, deleted))
    expect(await mentionsOf('sara.holm')).toHaveLength(1)
    await liv.patch(`/v1.0/newsPosts/${id}`, { audience: await nursingHome(api) }, { 'if-match': '*' })
    expect(await mentionsOf('sara.holm')).toEqual([])
  })
})
