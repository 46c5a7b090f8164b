// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { NewsPost } from './contract.ts'
import { describeApi } from '#tests/call-api.ts'
import { aPost, ifMatch, readPost } from '#tests/news-posts.ts'

/** The post in an answer that must be good. */
async function postOf(response: Response): Promise<NewsPost> {
  expect(response.status).toBe(200)
  return (await response.json()) as NewsPost
}

describeApi('What readers are asked', (api) => {
  const kari = () => api.as('kari.nilsen')
  const ola = () => api.as('ola.bakken')
  const liv = () => api.as('liv.dahl')

  describe('a significant change', () => {
    const changeLead = async (post: NewsPost, patch: Record<string, unknown>) =>
      postOf(
        await liv().patch(
          `/v1.0/newsPosts/${post.id}`,
          patch,
          ifMatch(post, { prefer: 'return=representation' }),
        ),
      )

    test('N24: asks those who have confirmed again; an editorial one does not', async () => {
      const post = await aPost(liv(), { importance: 'mustRead', lead: 'Vask hendene i 20 sekunder.' })
      await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
      const editorial = await changeLead(await readPost(liv(), post.id), {
        lead: 'Vask hendene i 20 sekunder!',
        changeKind: 'editorial',
      })
      expect(editorial).toMatchObject({ version: 2, significantVersion: 1 })
      expect((await readPost(kari(), post.id)).viewer).toMatchObject({
        mustConfirm: false,
        confirmedVersion: 1,
      })

      await changeLead(editorial, {
        lead: 'Vask hendene i 40 sekunder.',
        changeKind: 'significant',
        changeNote: 'Dobbelt så lenge.',
      })
      const asked = await readPost(kari(), post.id)
      expect(asked.viewer.mustConfirm).toBe(true)
      expect(asked).toMatchObject({ version: 3, significantVersion: 3 })
      const before = (await (await kari().get(`/v1.0/newsPosts/${post.id}/versions/1`)).json()) as NewsPost
      expect(before.lead).toBe('Vask hendene i 20 sekunder.')
      const now = await (await kari().get(`/v1.0/newsPosts/${post.id}/versions/3`)).json()
      expect(now).toMatchObject({ note: 'Dobbelt så lenge.', isSignificant: true, isCurrent: true })
      await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 3 })
      expect((await readPost(kari(), post.id)).viewer).toMatchObject({
        mustConfirm: false,
        confirmedVersion: 3,
      })
    })

    test('a reader sees the text that is out and the one confirmed, no other', async () => {
      const post = await aPost(liv(), { lead: 'Navnet som ikke skulle stå her' })
      await changeLead(await readPost(liv(), post.id), { lead: 'Uten navn' })
      expect((await kari().get(`/v1.0/newsPosts/${post.id}/versions/1`)).status).toBe(404)
      expect((await kari().get(`/v1.0/newsPosts/${post.id}/versions/2`)).status).toBe(200)
      expect((await liv().get(`/v1.0/newsPosts/${post.id}/versions/1`)).status).toBe(200)
      expect((await liv().get(`/v1.0/newsPosts/${post.id}/versions/x`)).status).toBe(404)
    })

    test('other writers are held back by what was saved since', async () => {
      const post = await aPost(liv())
      await changeLead(post, { title: 'Først' })
      expect((await liv().patch(`/v1.0/newsPosts/${post.id}`, { title: 'Sist' }, ifMatch(post))).status).toBe(
        412,
      )
    })
  })

  describe('what a post asks for', () => {
    test('N23: what, who and when; done and undone by each reader; the feed can be narrowed to it', async () => {
      const post = await aPost(liv(), {
        actionRequired: { what: 'Meld deg på influensavaksine', who: 'Alle i turnus', dueDate: '2025-03-20' },
      })
      const mine = async () =>
        (
          (await (
            await kari().get(`/v1.0/newsPosts?$filter=viewer/requiresAction eq true and id eq '${post.id}'`)
          ).json()) as { value: NewsPost[] }
        ).value
      expect(await mine()).toMatchObject([
        {
          actionRequired: {
            what: 'Meld deg på influensavaksine',
            who: 'Alle i turnus',
            dueDate: '2025-03-20',
          },
        },
      ])
      await kari().post(`/v1.0/newsPosts/${post.id}/completeAction`)
      expect(await mine()).toEqual([])
      expect((await readPost(ola(), post.id)).viewer.requiresAction).toBe(true)
      await kari().post(`/v1.0/newsPosts/${post.id}/reopenAction`)
      expect(await mine()).toHaveLength(1)
      api.clock.set('2025-03-21T00:00:00Z')
      expect(await mine()).toEqual([])
    })

    test('nothing can be done about a post that asks for nothing', async () => {
      const post = await aPost(liv())
      expect((await kari().post(`/v1.0/newsPosts/${post.id}/completeAction`)).status).toBe(403)
    })
  })
})
