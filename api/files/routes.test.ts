// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi, testOrigin, type TestApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import { sampleExif, sampleJpeg, samplePdf, samplePng } from '#tests/sample-files.ts'
import { latin1Bytes } from './bytes.ts'
import { chunkSize } from './chunks.ts'
import { storeFile, type FileRow } from './store.ts'

const unknownId = '00000000-0000-4000-8000-000000000000'

/** Stores a file as the person, attached to nothing. */
const aFile = (
  api: TestApi,
  person: string,
  name = 'Møteplan.pdf',
  bytes: Uint8Array = samplePdf(),
): Promise<FileRow> =>
  api.db
    .transaction()
    .execute((trx) => storeFile(trx, { name, bytes, userId: demoPerson(person).id, now: api.clock.now() }))

/** Attaches the file to a new post of the editor's: out to all, or still a draft. */
async function attach(api: TestApi, fileId: string, state: 'draft' | 'published') {
  const editor = api.as('liv.dahl')
  const draft = {
    title: 'Møteplan for våren',
    lead: 'Nå er den klar.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Se vedlegget.' }] }],
    },
    audience: { everyone: true, orgUnitIds: [], roles: [] },
  }
  const post = await (await editor.post('/v1.0/newsPosts', draft)).json()
  await api.db
    .insertInto('news_post_attachment')
    .values({ news_post_id: post.id, file_id: fileId, position: 0, is_inline: false })
    .execute()
  if (state === 'draft') return
  const answer = await editor.post(`/v1.0/newsPosts/${post.id}/publish`, undefined, {
    'if-match': post['@odata.etag'],
  })
  expect(answer.status).toBe(200)
}

const codeOf = async (answer: Response) => (await answer.json()).error.innerError.code

describeApi('files', (api) => {
  describe('GET /v1.0/files/{id}', () => {
    test('the uploader reads a file that nothing holds', async () => {
      const file = await aFile(api, 'kari.nilsen', 'Kart.png', samplePng())
      const answer = await api.as('kari.nilsen').get(`/v1.0/files/${file.id}`)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toEqual({
        '@odata.context': `${testOrigin}/v1.0/$metadata#files/$entity`,
        id: file.id,
        name: 'Kart.png',
        mediaType: 'image/png',
        size: samplePng().length,
        width: 3,
        height: 2,
        createdDateTime: api.clock.now().toISOString(),
      })
    })

    test('a file of a post is there for whoever the post reaches', async () => {
      const file = await aFile(api, 'kari.nilsen')
      expect((await api.as('ola.bakken').get(`/v1.0/files/${file.id}`)).status).toBe(404)
      await attach(api, file.id, 'published')
      expect((await api.as('ola.bakken').get(`/v1.0/files/${file.id}`)).status).toBe(200)
    })

    test('a file of another’s draft is not there, even for whoever uploaded it', async () => {
      const file = await aFile(api, 'ola.bakken')
      await attach(api, file.id, 'draft')
      expect((await api.as('ola.bakken').get(`/v1.0/files/${file.id}`)).status).toBe(404)
      expect((await api.as('liv.dahl').get(`/v1.0/files/${file.id}`)).status).toBe(200)
    })

    test('out of sight and absent look the same', async () => {
      const file = await aFile(api, 'kari.nilsen')
      for (const path of ['', '/content']) {
        const answers = await Promise.all(
          [file.id, unknownId, 'not-an-id'].map((id) => api.as('ola.bakken').get(`/v1.0/files/${id}${path}`)),
        )
        const errors = await Promise.all(answers.map(async (answer) => (await answer.json()).error))
        expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404])
        for (const error of errors)
          expect(error).toMatchObject({ code: 'notFound', innerError: { code: 'itemNotFound' } })
      }
    })

    test('signed out, expired and disabled people are refused', async () => {
      const { id } = await aFile(api, 'kari.nilsen')
      for (const caller of [api.signedOut, api.expired('kari.nilsen'), await api.disabled('kari.nilsen')]) {
        expect((await caller.get(`/v1.0/files/${id}`)).status).toBe(401)
        expect((await caller.get(`/v1.0/files/${id}/content`)).status).toBe(401)
        expect((await caller.delete(`/v1.0/files/${id}`)).status).toBe(401)
      }
    })
  })

  describe('GET /v1.0/files/{id}/content', () => {
    test('the content comes as a download that nothing can render', async () => {
      const { id } = await aFile(api, 'kari.nilsen')
      const answer = await api.as('kari.nilsen').get(`/v1.0/files/${id}/content`)
      expect(answer.status).toBe(200)
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(samplePdf())
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(samplePdf().length),
        'content-disposition': `attachment; filename="Moteplan.pdf"; filename*=UTF-8''M%C3%B8teplan.pdf`,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        'accept-ranges': 'bytes',
      })
    })

    test('a photo comes without the place it was taken', async () => {
      const photo = sampleJpeg({ extra: [sampleExif(1)] })
      const { id } = await aFile(api, 'kari.nilsen', 'tur.jpg', photo)
      const answer = await api.as('kari.nilsen').get(`/v1.0/files/${id}/content`)
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(sampleJpeg())
    })

    test('text says its charset', async () => {
      const old = await aFile(api, 'kari.nilsen', 'a.csv', latin1Bytes('bel\xf8p'))
      const modern = await aFile(api, 'kari.nilsen', 'a.txt', new TextEncoder().encode('beløp'))
      const typeOf = async ({ id }: FileRow) =>
        (await api.as('kari.nilsen').get(`/v1.0/files/${id}/content`)).headers.get('content-type')
      expect(await typeOf(old)).toBe('text/csv; charset=windows-1252')
      expect(await typeOf(modern)).toBe('text/plain; charset=utf-8')
    })

    test('any part of a large file can be asked for', async () => {
      const bytes = samplePdf(`${'0123456789'.repeat(120_000)}\n`)
      const { id } = await aFile(api, 'kari.nilsen', 'stor.pdf', bytes)
      const last = bytes.length - 1
      for (const [range, first, end] of [
        ['bytes=0-0', 0, 0],
        [`bytes=${chunkSize - 1}-${chunkSize}`, chunkSize - 1, chunkSize],
        [`bytes=${chunkSize}-${2 * chunkSize - 1}`, chunkSize, 2 * chunkSize - 1],
        [`bytes=100-`, 100, last],
        ['bytes=-5', last - 4, last],
      ] as const) {
        const answer = await api.as('kari.nilsen').get(`/v1.0/files/${id}/content`, { range })
        expect(answer.status).toBe(206)
        expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${end}/${bytes.length}`)
        expect(answer.headers.get('content-length')).toBe(String(end + 1 - first))
        const part = new Uint8Array(await answer.arrayBuffer())
        expect(part.length).toBe(end + 1 - first)
        expect(part.every((byte, i) => byte === bytes[first + i])).toBe(true)
      }
    })

    test('a part outside the file is refused, and says how long it is', async () => {
      const { id, size } = await aFile(api, 'kari.nilsen')
      const answer = await api.as('kari.nilsen').get(`/v1.0/files/${id}/content`, { range: 'bytes=9999-' })
      expect(answer.status).toBe(416)
      expect(answer.headers.get('content-range')).toBe(`bytes */${size}`)
      expect(answer.headers.get('content-disposition')).toBeNull()
      expect(await codeOf(answer)).toBe('invalidRange')
    })

    test('a range of another version gives the whole file', async () => {
      const { id } = await aFile(api, 'kari.nilsen')
      const headers = { range: 'bytes=0-1', 'if-range': '"other"' }
      expect((await api.as('kari.nilsen').get(`/v1.0/files/${id}/content`, headers)).status).toBe(200)
    })

    test('a copy the caller has is not sent again', async () => {
      const { id } = await aFile(api, 'kari.nilsen')
      const path = `/v1.0/files/${id}/content`
      const etag = (await api.as('kari.nilsen').get(path)).headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
      for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const answer = await api.as('kari.nilsen').get(path, { 'if-none-match': header })
        expect(answer.status).toBe(304)
        expect(await answer.text()).toBe('')
      }
      expect((await api.as('kari.nilsen').get(path, { 'if-none-match': '"other"' })).status).toBe(200)
      expect((await api.as('ola.bakken').get(path, { 'if-none-match': etag })).status).toBe(404)
    })

    test('HEAD tells what GET would, without the content', async () => {
      const { id, size } = await aFile(api, 'kari.nilsen')
      const answer = await api.as('kari.nilsen').fetch(`/v1.0/files/${id}/content`, { method: 'HEAD' })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-length')).toBe(String(size))
      expect(await answer.text()).toBe('')
    })

    test('each part is authorised: a file taken out of sight stops at once', async () => {
      const file = await aFile(api, 'ola.bakken')
      const path = `/v1.0/files/${file.id}/content`
      expect((await api.as('ola.bakken').get(path, { range: 'bytes=0-3' })).status).toBe(206)
      await attach(api, file.id, 'draft')
      expect((await api.as('ola.bakken').get(path, { range: 'bytes=4-7' })).status).toBe(404)
    })
  })

  describe('DELETE /v1.0/files/{id}', () => {
    test('the uploader removes a file that nothing holds, content and all', async () => {
      const { id } = await aFile(api, 'kari.nilsen')
      const answer = await api.as('kari.nilsen').delete(`/v1.0/files/${id}`)
      expect(answer.status).toBe(204)
      expect((await api.as('kari.nilsen').delete(`/v1.0/files/${id}`)).status).toBe(404)
      const chunks = await api.db.selectFrom('file_chunk').selectAll().where('owner_id', '=', id).execute()
      expect(chunks).toEqual([])
    })

    test('a file in use stays', async () => {
      const { id } = await aFile(api, 'kari.nilsen')
      await attach(api, id, 'published')
      const answer = await api.as('kari.nilsen').delete(`/v1.0/files/${id}`)
      expect(answer.status).toBe(409)
      expect(await codeOf(answer)).toBe('fileInUse')
    })

    test('another’s file can be neither removed nor found out about', async () => {
      const { id } = await aFile(api, 'kari.nilsen')
      expect((await api.as('ola.bakken').delete(`/v1.0/files/${id}`)).status).toBe(404)
      await attach(api, id, 'published')
      expect((await api.as('ola.bakken').delete(`/v1.0/files/${id}`)).status).toBe(403)
    })

    test('the audit log tells of both, and never the name', async () => {
      const { id, size } = await aFile(api, 'kari.nilsen', 'Oppsigelse Ola Nordmann.pdf')
      await api.as('kari.nilsen').delete(`/v1.0/files/${id}`)
      const entries = await api.db
        .selectFrom('audit_entry')
        .selectAll()
        .where('target_id', '=', id)
        .orderBy('seq')
        .execute()
      expect(entries.map((entry) => [entry.action, entry.actor_id, entry.data])).toEqual(
        ['file.created', 'file.deleted'].map((action) => [
          action,
          demoPerson('kari.nilsen').id,
          { size, mediaType: 'application/pdf' },
        ]),
      )
      expect(JSON.stringify(entries)).not.toContain('Nordmann')
    })
  })
})
