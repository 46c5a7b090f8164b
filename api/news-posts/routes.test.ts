// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, aPost, ifMatch, paragraph, problem, type Problem, readPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import type { NewsPost } from './contract.ts'

/** Made-up number of the Tenor series (month + 80), which no person has. */
const testNumber = '15889010069'

describeApi('News', (api) => {
  const liv = () => api.as('liv.dahl')
  const kari = () => api.as('kari.nilsen')
  describe('POST /v1.0/newsPosts', () => {
    test('makes a draft with sensible defaults, and says where it is', async () => {
      const response = await liv().post('/v1.0/newsPosts', { title: '  Kantina  ' })
      const post = (await response.json()) as NewsPost
      expect(response.headers.get('location')).toBe(`https://tunet.test/v1.0/newsPosts/${post.id}`)
      expect(response.headers.get('etag')).toBe(post['@odata.etag'])
      expect(post).toMatchObject({
        title: 'Kantina',
        lead: '',
        state: 'draft',
        version: 0,
        importance: 'normal',
        author: { displayName: 'Liv Dahl' },
        responsibleUnit: { displayName: 'Kommunikasjon' },
        permissions: { canEdit: true, canPublish: true, canDelete: true, canArchive: false },
      })
    })

    test.for([
      ['no title', {}, 'title', 'requiredFieldMissing'],
      ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title', 'tooLong'],
      ['an unknown property', { title: 'x', state: 'published' }, 'state', 'unknownProperty'],
      ['an importance of its own', { title: 'x', importance: 'urgent' }, 'importance', 'malformedValue'],
      ['a day that is not one', { title: 'x', confirmBy: '2026-02-30' }, 'confirmBy', 'malformedValue'],
      [
        'a body that is not a document',
        { title: 'x', body: { type: 'doc', content: [{ type: 'script' }] } },
        'body',
        'malformedValue',
      ],
      [
        'a unit that does not exist',
        {
          title: 'x',
          audience: { everyone: false, orgUnitIds: ['00000000-0000-4000-8000-000000000000'], roles: [] },
        },
        'audience/orgUnitIds',
        'unknownOrgUnit',
      ],
      [
        'a file that does not exist',
        { title: 'x', attachmentIds: ['00000000-0000-4000-8000-000000000000'] },
        'attachmentIds',
        'unknownFile',
      ],
    ] as const)('refuses %s, naming the field', async ([, input, target, code]) => {
      const response = await liv().post('/v1.0/newsPosts', input)
      expect(response.status).toBe(422)
      expect((await problem(response)).details).toContainEqual(expect.objectContaining({ target, code }))
    })

    test('refuses what is not JSON', async () => {
      expect((await liv().post('/v1.0/newsPosts', '{', { 'content-type': 'application/json' })).status).toBe(
        400,
      )
      expect(
        (
          await liv().post('/v1.0/newsPosts', 'title=x', {
            'content-type': 'application/x-www-form-urlencoded',
          })
        ).status,
      ).toBe(415)
    })

    test('stops an identity number, tells where, and lets the author answer for it, which is logged', async () => {
      const input = { title: 'Sak', body: paragraph(`Gjelder ${testNumber}.`) }
      const refused = await liv().post('/v1.0/newsPosts', input)
      expect(refused.status).toBe(422)
      const text = await refused.text()
      expect(text).not.toContain(testNumber)
      const { innerError, details } = (JSON.parse(text) as Problem).error
      expect(innerError.code).toBe('sensitiveContent')
      expect(details).toEqual([
        expect.objectContaining({ target: 'body', start: 8, end: 19, code: 'sensitiveContent' }),
      ])

      const acceptedFindings = [{ target: 'body', start: 8, end: 19 }]
      const post = await aDraft(liv(), { ...input, acceptedFindings })
      const log = await api
        .as('per.eide')
        .get(
          `/v1.0/auditEntries?$filter=target/id eq '${post.id}' and activity eq 'newsPost.sensitiveContentAccepted'`,
        )
      const logged = await log.text()
      expect((JSON.parse(logged) as { value: unknown[] }).value).toHaveLength(1)
      expect(logged).not.toContain(testNumber)
      // What has been answered for is not asked about again.
      const change = { body: paragraph(`Nå gjelder det ${testNumber}, ja.`) }
      expect((await liv().patch(`/v1.0/newsPosts/${post.id}`, change, ifMatch(post))).status).toBe(204)
    })
  })

  describe('PATCH /v1.0/newsPosts/{id}', () => {
    test('changes what is sent and nothing else', async () => {
      const post = await aDraft(liv(), { lead: 'Kort' })
      expect(
        (await liv().patch(`/v1.0/newsPosts/${post.id}`, { title: 'Annet' }, ifMatch(post))).status,
      ).toBe(204)
      expect(await readPost(liv(), post.id)).toMatchObject({
        title: 'Annet',
        lead: 'Kort',
        body: paragraph('Hei alle'),
      })
    })

    test('answers with the entity when that is preferred', async () => {
      const post = await aDraft(liv())
      const response = await liv().patch(
        `/v1.0/newsPosts/${post.id}`,
        { title: 'Annet' },
        ifMatch(post, { prefer: 'return=representation' }),
      )
      expect(response.status).toBe(200)
      expect(response.headers.get('preference-applied')).toBe('return=representation')
      expect(await response.json()).toMatchObject({ title: 'Annet' })
    })

    test('needs the etag: 428 without, 400 malformed, 412 when someone else was first', async () => {
      const post = await aDraft(liv())
      const path = `/v1.0/newsPosts/${post.id}`
      expect((await liv().patch(path, { title: 'A' })).status).toBe(428)
      expect((await liv().patch(path, { title: 'A' }, { 'if-match': 'tull' })).status).toBe(400)
      expect((await liv().patch(path, { title: 'A' }, ifMatch(post))).status).toBe(204)
      const late = await liv().patch(path, { title: 'B' }, ifMatch(post))
      expect([late.status, (await problem(late)).innerError.code]).toEqual([412, 'resourceModified'])
      expect((await readPost(liv(), post.id)).title).toBe('A')
    })

    test('two at once: one wins, the other gets 412', async () => {
      const post = await aDraft(liv())
      const answers = await Promise.all(
        ['A', 'B'].map((title) => liv().patch(`/v1.0/newsPosts/${post.id}`, { title }, ifMatch(post))),
      )
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 412])
    })

    test('gives what is out a new version when its text changes, and only then', async () => {
      const post = await aPost(liv())
      await liv().patch(`/v1.0/newsPosts/${post.id}`, { importance: 'important' }, ifMatch(post))
      const same = await readPost(liv(), post.id)
      expect(same.version).toBe(1)
      await liv().patch(`/v1.0/newsPosts/${post.id}`, { body: paragraph('Nytt') }, ifMatch(same))
      expect((await readPost(liv(), post.id)).version).toBe(2)
    })

    test('asks for a new confirmation when an attachment is exchanged', async () => {
      const post = await aPost(liv(), { importance: 'mustRead' })
      const item = { name: 'rutine.txt', fileSize: 3 }
      const session = await liv().post('/v1.0/files/createUploadSession', { item })
      const { uploadUrl } = (await session.json()) as { uploadUrl: string }
      const stored = await api.signedOut.put(uploadUrl, 'Hei', { 'content-range': 'bytes 0-2/3' })
      const { id } = (await stored.json()) as { id: string }
      await liv().patch(`/v1.0/newsPosts/${post.id}`, { attachmentIds: [id] }, ifMatch(post))
      expect((await readPost(liv(), post.id)).version).toBe(2)
    })

    test('a leader does not hand a post over to a unit out of reach', async () => {
      const ola = api.as('ola.bakken')
      const unit = await demoUnitId(api.db, '2. etasje – langtid')
      const draft = await aDraft(liv(), {
        responsibleUnitId: unit,
        audience: { everyone: false, orgUnitIds: [unit], roles: [] },
      })
      const away = { responsibleUnitId: await demoUnitId(api.db, 'Bjørkåsen skole') }
      expect((await ola.patch(`/v1.0/newsPosts/${draft.id}`, away, ifMatch(draft))).status).toBe(403)
      expect((await readPost(liv(), draft.id)).responsibleUnit?.displayName).toBe('2. etasje – langtid')
    })

    test('does not let what is out lose its audience', async () => {
      const post = await aPost(liv())
      const nobody = { audience: { everyone: false, orgUnitIds: [], roles: [] } }
      expect((await liv().patch(`/v1.0/newsPosts/${post.id}`, nobody, ifMatch(post))).status).toBe(422)
      expect((await readPost(liv(), post.id)).audience.everyone).toBe(true)
    })
  })

  describe('DELETE /v1.0/newsPosts/{id}', () => {
    test('takes the files only the draft had along, and leaves those another post has', async () => {
      const upload = async (name: string) => {
        const item = { name, fileSize: 3 }
        const session = await liv().post('/v1.0/files/createUploadSession', { item })
        const { uploadUrl } = (await session.json()) as { uploadUrl: string }
        const stored = await api.signedOut.put(uploadUrl, 'Hei', { 'content-range': 'bytes 0-2/3' })
        return ((await stored.json()) as { id: string }).id
      }
      const [own, shared] = [await upload('egen.txt'), await upload('felles.txt')]
      await aDraft(liv(), { attachmentIds: [shared] })
      const { id } = await aDraft(liv(), { attachmentIds: [own, shared] })
      expect((await liv().delete(`/v1.0/newsPosts/${id}`)).status).toBe(204)
      expect((await liv().get(`/v1.0/newsPosts/${id}`)).status).toBe(404)
      expect((await liv().get(`/v1.0/files/${own}`)).status).toBe(404)
      expect((await liv().get(`/v1.0/files/${shared}/content`)).status).toBe(200)
    })
  })

  describe('publish and archive', () => {
    test('a draft without title, text and audience is told all that is missing at once', async () => {
      const post = await aDraft(liv(), {
        title: '',
        body: paragraph(' '),
        audience: { everyone: false, orgUnitIds: [], roles: [] },
      })
      const response = await liv().post(`/v1.0/newsPosts/${post.id}/publish`)
      expect(response.status).toBe(422)
      expect((await problem(response)).details?.map(({ target }) => target)).toEqual([
        'title',
        'body',
        'audience',
      ])
    })

    test('publishing twice is a conflict, and an archived post can be put out again', async () => {
      const { id } = await aPost(liv())
      expect((await liv().post(`/v1.0/newsPosts/${id}/publish`)).status).toBe(409)
      expect(await (await liv().post(`/v1.0/newsPosts/${id}/archive`)).json()).toMatchObject({
        state: 'archived',
      })
      expect((await liv().post(`/v1.0/newsPosts/${id}/archive`)).status).toBe(409)
      expect((await liv().post(`/v1.0/newsPosts/${id}/publish`)).status).toBe(200)
    })

    test('an archived post is out of the feed, but can still be read by those it reached', async () => {
      const { id } = await aPost(liv())
      await liv().post(`/v1.0/newsPosts/${id}/archive`)
      const feed = await kari().get(`/v1.0/newsPosts?$filter=id eq '${id}'`)
      expect(await feed.json()).toMatchObject({ value: [] })
      expect((await kari().get(`/v1.0/newsPosts/${id}`)).status).toBe(200)
      expect((await kari().post(`/v1.0/newsPosts/${id}/confirm`)).status).toBe(403)
    })

    test('leaders publish to what they lead, and no further', async () => {
      const ola = api.as('ola.bakken')
      const to = async (name: string) => ({
        audience: { everyone: false, orgUnitIds: [await demoUnitId(api.db, name)], roles: [] },
      })
      const own = await aDraft(ola, await to('2. etasje – langtid'))
      const above = await aDraft(ola, await to('Elvestrand sykehjem'))
      const role = await aDraft(ola, { audience: { everyone: false, orgUnitIds: [], roles: ['Leader'] } })
      expect(own.permissions.canPublish).toBe(true)
      expect(above.permissions.canPublish).toBe(false)
      expect((await ola.post(`/v1.0/newsPosts/${own.id}/publish`)).status).toBe(200)
      expect((await ola.post(`/v1.0/newsPosts/${above.id}/publish`)).status).toBe(403)
      expect((await ola.post(`/v1.0/newsPosts/${role.id}/publish`)).status).toBe(403)
    })

    test('a post reaches a role, and only that role', async () => {
      const { id } = await aPost(liv(), {
        audience: { everyone: false, orgUnitIds: [], roles: ['SafetyRep'] },
      })
      expect((await api.as('nina.aas').get(`/v1.0/newsPosts/${id}`)).status).toBe(200)
      expect((await kari().get(`/v1.0/newsPosts/${id}`)).status).toBe(404)
    })
  })
})
