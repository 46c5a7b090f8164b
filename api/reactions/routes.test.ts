// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost, readPost } from '#tests/news-posts.ts'

describeApi('Reactions to news', (api) => {
  const react = (person: string, id: string, reaction: string) =>
    api.as(person).post(`/v1.0/newsPosts/${id}/setReaction`, { reaction })

  test('N11 each has one, changed or taken back at will, and only the numbers are told', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    expect((await react('kari.nilsen', id, 'like')).status).toBe(204)
    expect((await react('kari.nilsen', id, 'useful')).status).toBe(204)
    expect((await react('ola.bakken', id, 'useful')).status).toBe(204)
    expect((await react('sara.holm', id, 'thanks')).status).toBe(204)
    const post = await readPost(api.as('kari.nilsen'), id)
    expect(post.viewer.reaction).toBe('useful')
    expect(post.reactions).toEqual([
      { reaction: 'useful', count: 2 },
      { reaction: 'thanks', count: 1 },
    ])
    expect((await api.as('kari.nilsen').post(`/v1.0/newsPosts/${id}/unsetReaction`)).status).toBe(204)
    expect((await api.as('kari.nilsen').post(`/v1.0/newsPosts/${id}/unsetReaction`)).status).toBe(204)
    const after = await readPost(api.as('kari.nilsen'), id)
    expect(after.viewer.reaction).toBeNull()
    expect(after.reactions).toContainEqual({ reaction: 'useful', count: 1 })
  })

  test('is one of those there are, on a post that is out', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    expect((await react('kari.nilsen', id, 'angry')).status).toBe(422)
    await api.as('liv.dahl').post(`/v1.0/newsPosts/${id}/archive`)
    expect((await react('kari.nilsen', id, 'like')).status).toBe(403)
  })

  test('can be taken back after the post has been archived', async () => {
    const { id } = await aPost(api.as('liv.dahl'))
    await react('kari.nilsen', id, 'like')
    await api.as('liv.dahl').post(`/v1.0/newsPosts/${id}/archive`)
    expect((await api.as('kari.nilsen').post(`/v1.0/newsPosts/${id}/unsetReaction`)).status).toBe(204)
    expect((await readPost(api.as('kari.nilsen'), id)).reactions).toEqual([])
  })

  test('does not touch what others are editing', async () => {
    const { id, ...post } = await aPost(api.as('liv.dahl'))
    await react('kari.nilsen', id, 'like')
    expect((await readPost(api.as('liv.dahl'), id))['@odata.etag']).toBe(post['@odata.etag'])
  })
})
