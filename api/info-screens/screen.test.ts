// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { hex } from '../files/bytes.ts'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, aPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { samplePng } from '#tests/sample-files.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { OpenedInfoScreen, ScreenNews } from './contract.ts'

const to = (orgUnitIds: string[], roles: string[] = []) => ({ everyone: false, orgUnitIds, roles })

describeApi('What an information screen shows', (api) => {
  const liv = () => api.as('liv.dahl')
  const unit = (name: string) => demoUnitId(api.db, name)
  /** Puts up a screen in Kari's department. @returns the path it asks. */
  const aScreen = async () => {
    const orgUnitId = await unit('2. etasje – langtid')
    const response = await liv().post('/v1.0/infoScreens', { name: 'Vaktrommet', orgUnitId })
    const { screenUrl } = (await response.json()) as OpenedInfoScreen
    return `/v1.0/infoScreens/screen/${screenUrl.split('/').at(-1)}`
  }
  const read = async (path: string) => {
    const response = await api.signedOut.get(path)
    expect(response.status).toBe(200)
    return (await response.json()) as ScreenNews
  }
  const titles = async (path: string) => (await read(path)).posts.map(({ title }) => title)
  const onScreens = (title: string, more: Record<string, unknown> = {}) =>
    aPost(liv(), { title, lead: 'Kort sagt', showOnScreens: true, ...more })
  /** A picture with a text, for the cover of a post. */
  const aCover = async () => {
    const bytes = samplePng({})
    const upload = await liv().post('/v1.0/files/createUploadSession', {
      item: { name: 'forside.png', fileSize: bytes.length },
    })
    const { uploadUrl } = (await upload.json()) as { uploadUrl: string }
    const stored = await api.signedOut.put(uploadUrl, bytes, {
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    })
    expect(stored.status).toBe(201)
    return { fileId: ((await stored.json()) as { id: string }).id, altText: 'Hovedinngangen' }
  }

  describe('N14: shows', () => {
    test('what is meant for screens, to everyone or to units around it, the newest first', async () => {
      const path = await aScreen()
      await onScreens('Til alle')
      api.clock.advance({ minutes: 1 })
      await onScreens('Til sykehjemmet', { audience: to([await unit('Elvestrand sykehjem')]) })
      api.clock.advance({ minutes: 1 })
      await onScreens('Til avdelingen', { audience: to([await unit('2. etasje – langtid')], ['HR']) })
      await onScreens('Til skolen', { audience: to([await unit('Bjørkåsen skole')]) })
      await onScreens('Til en rolle', { audience: to([], ['HR']) })
      await aPost(liv(), { title: 'Ikke på skjerm' })
      await aDraft(liv(), { title: 'Utkast', showOnScreens: true })
      expect((await titles(path)).slice(0, 3)).toEqual(['Til avdelingen', 'Til sykehjemmet', 'Til alle'])
      for (const title of ['Til skolen', 'Til en rolle', 'Ikke på skjerm', 'Utkast']) {
        expect(await titles(path)).not.toContain(title)
      }
    })

    test('nothing but what is shown', async () => {
      const path = await aScreen()
      const { id } = await onScreens('Vannet er stengt')
      const news = await read(path)
      expect(Object.keys(news)).toEqual(['unitName', 'posts'])
      expect(news.unitName).toBe('2. etasje – langtid')
      expect(news.posts[0]).toEqual({
        id,
        title: 'Vannet er stengt',
        lead: 'Kort sagt',
        coverImage: null,
        publishedDateTime: api.clock.now().toISOString(),
        url: `https://tunet.test/news/${id}?via=qr`,
      })
    })

    test('a post no longer once it has expired or is archived', async () => {
      const path = await aScreen()
      const expirationDateTime = new Date(api.clock.now().getTime() + 3_600_000).toISOString()
      await onScreens('Utløper snart', { expirationDateTime })
      const archived = await onScreens('Arkiveres')
      expect(await titles(path)).toEqual(expect.arrayContaining(['Utløper snart', 'Arkiveres']))
      api.clock.advance({ minutes: 61 })
      await liv().post(`/v1.0/newsPosts/${archived.id}/archive`)
      const shown = await titles(path)
      expect(shown).not.toContain('Utløper snart')
      expect(shown).not.toContain('Arkiveres')
    })

    test('twenty at most', async () => {
      const path = await aScreen()
      const author_id = demoPerson('liv.dahl').id
      const now = api.clock.now()
      await api.db
        .insertInto('news_post')
        .values(
          Array.from({ length: 25 }, (_, index) => ({
            title: `Nummer ${index}`,
            lead: '',
            body: JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] }),
            body_text: '',
            reading_minutes: 1,
            importance: 'normal' as const,
            audience_everyone: true,
            audience_org_unit_ids: [],
            audience_roles: [],
            show_on_screens: true,
            state: 'published' as const,
            version: 1,
            author_id,
            created_at: now,
            changed_at: now,
            changed_by_id: author_id,
            published_at: new Date(now.getTime() + index * 1000),
          })),
        )
        .execute()
      const shown = await titles(path)
      expect(shown).toHaveLength(20)
      expect(shown[0]).toBe('Nummer 24')
    })
  })

  test('a screen that has it all is answered in a few bytes', async () => {
    const path = await aScreen()
    const first = await api.signedOut.get(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    const again = await api.signedOut.get(path, { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    await onScreens('Noe nytt')
    expect((await api.signedOut.get(path, { 'if-none-match': etag })).status).toBe(200)
  })

  test('covers are shown under the same address, and no other file is', async () => {
    const path = await aScreen()
    const coverImage = await aCover()
    const { id } = await onScreens('Med bilde', { coverImage })
    const cover = (await read(path)).posts[0]?.coverImage
    expect(cover).toMatchObject({
      altText: 'Hovedinngangen',
      url: `https://tunet.test${path}/covers/${coverImage.fileId}`,
    })
    const picture = await api.signedOut.get(cover?.url ?? '')
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await picture.arrayBuffer())).toHaveLength(
      Number(picture.headers.get('content-length')),
    )

    const other = await aCover()
    await aPost(liv(), { title: 'Ikke på skjerm', coverImage: other })
    expect((await api.signedOut.get(`${path}/covers/${other.fileId}`)).status).toBe(404)
    expect((await api.signedOut.get(`${path}/covers/x`)).status).toBe(404)
    await liv().post(`/v1.0/newsPosts/${id}/archive`)
    expect((await api.signedOut.get(cover?.url ?? '')).status).toBe(404)
  })

  describe('a wrong address', () => {
    test.for([
      ['another secret', '0'.repeat(26)],
      ['too short', 'abc'],
      ['too long', 'a'.repeat(27)],
      ['capitals', 'A'.repeat(26)],
      ['a letter that is never used', `${'0'.repeat(25)}l`],
      ['SQL', "'%20or%201=1--"],
      ['a path', '..%2F..%2Fme'],
      ['nothing printable', '%00%00'],
    ])('is the same 404: %s', async ([, secret]) => {
      await aScreen()
      const response = await api.signedOut.get(`/v1.0/infoScreens/screen/${secret}`)
      expect(response.status).toBe(404)
      const { error } = (await response.json()) as { error: { code: string; innerError: { code: string } } }
      expect(error).toMatchObject({ code: 'notFound', innerError: { code: 'itemNotFound' } })
    })

    test('a token opens nothing more, and the hash is no key', async () => {
      await aScreen()
      const { secret_hash: hash } = await api.db
        .selectFrom('info_screen')
        .select('secret_hash')
        .executeTakeFirstOrThrow()
      const key = hex(hash)
      for (const secret of [key, key.slice(0, 26)]) {
        expect((await liv().get(`/v1.0/infoScreens/screen/${secret}`)).status).toBe(404)
      }
    })
  })

  test('the address opens nothing else, and takes no query', async () => {
    const path = await aScreen()
    expect((await api.signedOut.get(`${path}?$select=body`)).status).toBe(400)
    expect((await api.signedOut.post(path)).status).toBe(401)
    expect((await api.signedOut.delete(path)).status).toBe(401)
    expect((await api.signedOut.get('/v1.0/infoScreens')).status).toBe(401)
    const { posts } = await read(path)
    expect((await api.signedOut.get(`/v1.0/newsPosts/${posts[0]?.id ?? 'x'}`)).status).toBe(401)
  })
})

describeApi(
  'A screen that asks too often',
  (api) => {
    test('is told to wait, and holds up no other', async () => {
      const paths: string[] = []
      for (const name of ['Kantina', 'Vaktrommet']) {
        const orgUnitId = await demoUnitId(api.db, 'Elvestrand sykehjem')
        const response = await api.as('liv.dahl').post('/v1.0/infoScreens', { name, orgUnitId })
        const { screenUrl } = (await response.json()) as OpenedInfoScreen
        paths.push(`/v1.0/infoScreens/screen/${screenUrl.split('/').at(-1)}`)
      }
      const ask = async (path = '') => (await api.signedOut.get(path)).status
      const statuses: number[] = []
      for (let i = 0; i < 4; i++) statuses.push(await ask(paths[0]))
      expect(statuses).toEqual([200, 200, 200, 429])
      expect(await ask(paths[1])).toBe(200)
      api.clock.advance({ minutes: 1 })
      expect(await ask(paths[0])).toBe(200)
    })
  },
  { rateLimit: { burst: 3, perSecond: 1 } },
)
