// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { type Caller, describeApi } from '#tests/call-api.ts'
import { aPost, ifMatch, paragraph, problem, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import type { NewsPost, NewsPostConfirmation } from './contract.ts'

describeApi('Reading news', (api) => {
  const liv = () => api.as('liv.dahl')
  const kari = () => api.as('kari.nilsen')

  describe('reading and confirming', () => {
    test('opening a post marks it read for the reader alone, once', async () => {
      const { id } = await aPost(liv())
      expect((await readPost(kari(), id)).viewer).toMatchObject({ isRead: false, readDateTime: null })
      await kari().post(`/v1.0/newsPosts/${id}/markRead`)
      const first = await readPost(kari(), id)
      api.clock.advance({ hours: 1 })
      await kari().post(`/v1.0/newsPosts/${id}/markRead`)
      expect((await readPost(kari(), id)).viewer).toEqual(first.viewer)
      expect(first.viewer.readDateTime).toBe('2025-03-12T09:00:00.000Z')
      expect((await readPost(liv(), id)).viewer.isRead).toBe(false)
    })

    test('a confirmation is bound to the version, and a new text asks again', async () => {
      const post = await aPost(liv(), { importance: 'mustRead', confirmBy: '2025-03-20' })
      expect((await readPost(kari(), post.id)).permissions.canConfirm).toBe(true)
      expect((await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })).status).toBe(200)
      expect((await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })).status).toBe(200)
      await liv().patch(`/v1.0/newsPosts/${post.id}`, { lead: 'Endret' }, ifMatch(post))
      expect(await readPost(kari(), post.id)).toMatchObject({
        version: 2,
        permissions: { canConfirm: true },
        viewer: { mustConfirm: true, confirmedVersion: 1 },
      })
      const stale = await kari().post(`/v1.0/newsPosts/${post.id}/confirm`, { version: 1 })
      expect([stale.status, (await problem(stale)).innerError.code]).toEqual([409, 'versionChanged'])
    })

    test('nothing is asked of readers of an ordinary post', async () => {
      const { id } = await aPost(liv())
      expect((await kari().post(`/v1.0/newsPosts/${id}/confirm`)).status).toBe(403)
    })

    test('the author sees who has and has not; another leader sees the own people only', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const { id } = await aPost(liv(), {
        importance: 'mustRead',
        audience: { everyone: false, orgUnitIds: [unit], roles: [] },
      })
      await kari().post(`/v1.0/newsPosts/${id}/confirm`)
      const list = async (as: Caller, query: string) =>
        (await (await as.get(`/v1.0/newsPosts/${id}/confirmations?$count=true&${query}`)).json()) as {
          '@odata.count': number
          value: NewsPostConfirmation[]
        }
      const confirmed = await list(liv(), '$filter=isCurrent eq true')
      expect(confirmed.value.map(({ displayName }) => displayName)).toEqual(['Kari Nilsen'])
      expect((await list(liv(), '$filter=isCurrent eq false'))['@odata.count']).toBe(140)
      expect((await list(api.as('ola.bakken'), '$filter=isCurrent eq false'))['@odata.count']).toBe(30)
    })

    test('someone who has left is no longer a recipient', async () => {
      const unit = await demoUnitId(api.db, 'Elvestrand sykehjem')
      const audience = { everyone: false, orgUnitIds: [unit], roles: [] }
      const count = async () =>
        ((await (await liv().post('/v1.0/newsPosts/countRecipients', audience)).json()) as { value: number })
          .value
      expect(await count()).toBe(141)
      await api.disabled('kari.nilsen')
      expect(await count()).toBe(140)
    })
  })

  describe('GET /v1.0/newsPosts', () => {
    test('N5 N7: has what I must confirm first, then what is pinned, then the newest, without bodies, and pages without gaps while posts are added', async () => {
      await aPost(liv(), { title: 'Festet', pinnedUntilDateTime: '2025-03-20T10:00:00Z' })
      const first = await kari().get('/v1.0/newsPosts?$top=3')
      const page = (await first.json()) as { value: NewsPost[]; '@odata.nextLink': string }
      await aPost(liv())
      const rest = (await (
        await kari().get(`${page['@odata.nextLink'].replace('$top=3', '$top=100')}`)
      ).json()) as { value: NewsPost[] }
      const posts = [...page.value, ...rest.value]
      const rank = ({ viewer, isPinned }: NewsPost) => (viewer.mustConfirm ? 2 : isPinned ? 1 : 0)
      const keys = posts.map((post) => `${rank(post)} ${post.publishedDateTime}`)
      expect(keys).toEqual(keys.toSorted().toReversed())
      expect(new Set(keys.map((key) => key.charAt(0)))).toEqual(new Set(['2', '1', '0']))
      expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length)
      expect(page.value[0]).not.toHaveProperty('body')
    })

    test('finds inflected words, in title, lead and text', async () => {
      const { id } = await aPost(liv(), {
        title: 'Nye vaktplaner',
        body: paragraph('Bilene skal vaskes hver fredag.'),
      })
      for (const word of ['vaktplan', 'vaktplanen', 'bil', 'vask', 'fredager']) {
        const found = (await (await kari().get(`/v1.0/newsPosts?$search="${word}"`)).json()) as {
          value: NewsPost[]
        }
        expect({ word, found: found.value.map((post) => post.id) }).toMatchObject({
          word,
          found: expect.arrayContaining([id]),
        })
      }
    })

    test('a skip token belongs to its query', async () => {
      const first = (await (await kari().get('/v1.0/newsPosts?$top=1')).json()) as {
        '@odata.nextLink': string
      }
      const token = new URL(first['@odata.nextLink']).searchParams.get('$skiptoken')
      const other = await kari().get(`/v1.0/newsPosts?$filter=viewer/isRead eq false&$skiptoken=${token}`)
      expect(other.status).toBe(400)
    })

    test.for([
      ['$foo=1', '$foo'],
      ['$top=1&$top=2', '$top'],
      ['$top=1000', '$top'],
      ['$skip=1', '$skip'],
      ["$filter=body eq 'x'", '$filter'],
      ['$filter=revision eq 1', '$filter'],
      ['$orderby=lead', '$orderby'],
      ['$select=revision', '$select'],
      ['$expand=author', '$expand'],
      ['$count=yes', '$count'],
    ])('refuses %s with 400', async ([query, target]) => {
      const response = await kari().get(`/v1.0/newsPosts?${query}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        error: { code: 'badRequest', target, innerError: { code: 'invalidQueryOption' } },
      })
    })
  })
})
