// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi, testOrigin, type TestApi } from '#tests/call-api.ts'
import { samplePdf, samplePng } from '#tests/sample-files.ts'
import { demoPerson } from '#tests/tokens.ts'
import { fragmentUnit, maxFileSize } from './contract.ts'
import { userQuota } from './quota.ts'

/** Two fragments: one whole unit and the rest. */
const pdf = samplePdf(' '.repeat(fragmentUnit))

const create = (api: TestApi, name: string, fileSize: number, person = 'kari.nilsen') =>
  api.as(person).post('/v1.0/files/createUploadSession', { item: { name, fileSize } })

async function openSession(api: TestApi, name = 'plan.pdf', fileSize = pdf.length): Promise<string> {
  const answer = await create(api, name, fileSize)
  expect(answer.status).toBe(200)
  return (await answer.json()).uploadUrl
}

const send = (api: TestApi, url: string, first: number, last: number, bytes = pdf) =>
  api.signedOut.put(url, bytes.slice(first, last + 1), {
    'content-range': `bytes ${first}-${last}/${bytes.length}`,
  })

const codeOf = async (answer: Response) => (await answer.json()).error.innerError.code

/** Rows left in the tables an upload writes to, beside the seed's. */
async function leftovers(api: TestApi) {
  const { rows } = await api.db.executeQuery<{ sessions: number; chunks: number }>(
    api.db
      .selectNoFrom((eb) => [
        eb.selectFrom('upload_session').select(eb.fn.countAll<number>().as('n')).as('sessions'),
        eb
          .selectFrom('file_chunk')
          .select(eb.fn.countAll<number>().as('n'))
          .where('owner_id', 'not in', eb.selectFrom('file').select('id'))
          .as('chunks'),
      ])
      .compile(),
  )
  return rows[0]
}

describeApi('uploads', (api) => {
  describe('POST /v1.0/files/createUploadSession', () => {
    test('a session is open for an hour, at a secret address', async () => {
      const [answer, other] = [await create(api, 'plan.pdf', 100), await create(api, 'plan.pdf', 100)]
      expect(answer.status).toBe(200)
      const session = await answer.json()
      expect(session).toEqual({
        uploadUrl: expect.stringMatching(
          new RegExp(`^${testOrigin}/v1\\.0/files/uploadSessions/[0-9a-f-]{36}\\.[0-9a-f]{64}$`),
        ),
        expirationDateTime: new Date(api.clock.now().getTime() + 3_600_000).toISOString(),
        nextExpectedRanges: ['0-'],
      })
      expect((await other.json()).uploadUrl).not.toBe(session.uploadUrl)
      const stored = JSON.stringify(await api.db.selectFrom('upload_session').selectAll().execute())
      expect(stored).not.toContain(session.uploadUrl.split('.').at(-1))
    })

    test.for([
      ['virus.exe', 100, 422, 'fileTypeNotAllowed'],
      ['plan.pdf.exe', 100, 422, 'fileTypeNotAllowed'],
      ['\u202e', 100, 422, 'fileNameInvalid'],
      ['plan.pdf', maxFileSize + 1, 413, 'contentTooLarge'],
      ['plan.pdf', 0, 422, 'invalidContent'],
      ['plan.pdf', 1.5, 422, 'invalidContent'],
    ] as const)('%j of %d bytes is refused before anything is sent', async ([name, size, status, code]) => {
      const answer = await create(api, name, size)
      expect(answer.status).toBe(status)
      expect(await codeOf(answer)).toBe(code)
    })

    test('a body of another form is refused', async () => {
      for (const body of [
        {},
        { item: { name: 'a.pdf' } },
        { item: { name: 'a.pdf', fileSize: 1, owner: 'x' } },
      ]) {
        expect((await api.as('kari.nilsen').post('/v1.0/files/createUploadSession', body)).status).toBe(422)
      }
    })

    test('ten uploads at a time are enough; those run out do not count', async () => {
      for (let i = 0; i < 10; i++) await openSession(api)
      const answer = await create(api, 'plan.pdf', 100)
      expect(answer.status).toBe(409)
      expect(await codeOf(answer)).toBe('tooManyUploadSessions')
      expect((await create(api, 'plan.pdf', 100, 'ola.bakken')).status).toBe(200)
      api.clock.advance({ hours: 1 })
      expect((await create(api, 'plan.pdf', 100)).status).toBe(200)
    })

    test('a person’s space holds what is stored and what is on its way', async () => {
      const kari = demoPerson('kari.nilsen').id
      const other = { media_type: 'application/pdf', sha256: new Uint8Array(32), created_at: api.clock.now() }
      await api.db
        .insertInto('file')
        .values({ ...other, name: 'stor.pdf', size: userQuota - 2000, created_by_id: kari })
        .execute()
      expect((await create(api, 'plan.pdf', 1500)).status).toBe(200)
      const answer = await create(api, 'plan.pdf', 1500)
      expect(answer.status).toBe(507)
      expect(await codeOf(answer)).toBe('quotaLimitReached')
      expect((await create(api, 'plan.pdf', 1500, 'ola.bakken')).status).toBe(200)
    })

    test('signed out, expired and disabled people are refused', async () => {
      const body = { item: { name: 'a.pdf', fileSize: 1 } }
      for (const caller of [api.signedOut, api.expired('kari.nilsen'), await api.disabled('kari.nilsen')]) {
        expect((await caller.post('/v1.0/files/createUploadSession', body)).status).toBe(401)
      }
    })
  })

  describe('PUT {uploadUrl}', () => {
    test('the last fragment gives the file, and leaves nothing else', async () => {
      const url = await openSession(api, 'Møteplan.pdf')
      const first = await send(api, url, 0, fragmentUnit - 1)
      expect(first.status).toBe(202)
      expect(await first.json()).toMatchObject({ nextExpectedRanges: [`${fragmentUnit}-`] })
      const last = await send(api, url, fragmentUnit, pdf.length - 1)
      expect(last.status).toBe(201)
      const file = await last.json()
      expect(file).toMatchObject({ name: 'Møteplan.pdf', mediaType: 'application/pdf', size: pdf.length })
      expect(last.headers.get('location')).toBe(`${testOrigin}/v1.0/files/${file.id}`)
      const content = await api.as('kari.nilsen').get(`/v1.0/files/${file.id}/content`)
      expect(new Uint8Array(await content.arrayBuffer())).toEqual(pdf)
      expect(await leftovers(api)).toEqual({ sessions: 0, chunks: 0 })
    })

    test('a token is neither needed nor looked at', async () => {
      const url = await openSession(api, 'a.png', samplePng().length)
      const answer = await api.signedOut.put(url, samplePng(), {
        authorization: 'Bearer of no good',
        'content-range': `bytes 0-${samplePng().length - 1}/${samplePng().length}`,
      })
      expect(answer.status).toBe(201)
      const { id } = await answer.json()
      expect((await api.as('kari.nilsen').get(`/v1.0/files/${id}`)).status).toBe(200)
    })

    test.for([
      ['an overlap', 0, fragmentUnit - 1, 'fragmentOverlap'],
      ['a gap', 2 * fragmentUnit, 2 * fragmentUnit + 9, 'invalidRange'],
      ['a skipped byte', fragmentUnit + 1, pdf.length - 1, 'fragmentOutOfOrder'],
      ['an odd size', fragmentUnit, fragmentUnit + 9, 'invalidRange'],
      ['a range beyond the end', fragmentUnit, pdf.length, 'invalidRange'],
      ['a range backwards', fragmentUnit, fragmentUnit - 1, 'invalidRange'],
    ] as const)('%s is refused, and the upload can go on', async ([, first, last, code]) => {
      const url = await openSession(api)
      await send(api, url, 0, fragmentUnit - 1)
      const answer = await send(api, url, first, last)
      expect(answer.status).toBe(416)
      expect(await codeOf(answer)).toBe(code)
      expect(await (await api.signedOut.get(url)).json()).toMatchObject({
        nextExpectedRanges: [`${fragmentUnit}-`],
      })
      expect((await send(api, url, fragmentUnit, pdf.length - 1)).status).toBe(201)
    })

    test('another total than was said at first is refused', async () => {
      const url = await openSession(api, 'plan.pdf', pdf.length + 1)
      expect(await codeOf(await send(api, url, 0, fragmentUnit - 1))).toBe('invalidRange')
    })

    test('a fragment must be as long as its range, and have one', async () => {
      const url = await openSession(api)
      const range = { 'content-range': `bytes 0-${fragmentUnit - 1}/${pdf.length}` }
      expect((await api.signedOut.put(url, pdf.slice(0, 10), range)).status).toBe(400)
      expect((await api.signedOut.put(url, pdf, range)).status).toBe(413)
      expect((await api.signedOut.put(url, pdf)).status).toBe(400)
      expect(await (await api.signedOut.get(url)).json()).toMatchObject({ nextExpectedRanges: ['0-'] })
    })

    test('a connection lost in the middle leaves the upload where it was', async () => {
      const url = await openSession(api)
      const broken = new ReadableStream({
        start: (controller) => controller.enqueue(pdf.slice(0, 1000)),
        pull: (controller) => controller.error(new TypeError('connection lost')),
      })
      const answer = await api.signedOut.fetch(url, {
        method: 'PUT',
        body: broken,
        headers: { 'content-range': `bytes 0-${fragmentUnit - 1}/${pdf.length}` },
        duplex: 'half',
      } as RequestInit)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect((await send(api, url, 0, fragmentUnit - 1)).status).toBe(202)
    })

    test('the same fragment sent twice at once is taken once', async () => {
      const url = await openSession(api)
      const answers = await Promise.all([
        send(api, url, 0, fragmentUnit - 1),
        send(api, url, 0, fragmentUnit - 1),
      ])
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202, 416]))
      expect((await send(api, url, fragmentUnit, pdf.length - 1)).status).toBe(201)
    })

    test('content that is not what the name says is refused at the end, and nothing is left', async () => {
      const url = await openSession(api, 'bilde.png')
      await send(api, url, 0, fragmentUnit - 1)
      const answer = await send(api, url, fragmentUnit, pdf.length - 1)
      expect(answer.status).toBe(422)
      expect(await codeOf(answer)).toBe('fileContentMismatch')
      expect(await leftovers(api)).toEqual({ sessions: 0, chunks: 0 })
      expect((await api.signedOut.get(url)).status).toBe(404)
    })

    test('someone disabled in the middle of an upload gets no further', async () => {
      const url = await openSession(api)
      await send(api, url, 0, fragmentUnit - 1)
      await api.disabled('kari.nilsen')
      expect((await send(api, url, fragmentUnit, pdf.length - 1)).status).toBe(404)
    })

    test('an hour after the last fragment the session is gone, and later its content', async () => {
      const url = await openSession(api)
      api.clock.advance({ minutes: 59 })
      expect((await send(api, url, 0, fragmentUnit - 1)).status).toBe(202)
      api.clock.advance({ minutes: 59 })
      expect((await api.signedOut.get(url)).status).toBe(200)
      api.clock.advance({ minutes: 1 })
      expect((await api.signedOut.get(url)).status).toBe(404)
      expect((await send(api, url, fragmentUnit, pdf.length - 1)).status).toBe(404)
      await openSession(api)
      expect(await leftovers(api)).toEqual({ sessions: 1, chunks: 0 })
    })

    test('a guessed address opens nothing', async () => {
      const url = await openSession(api)
      const guesses = [
        url.replace(/.$/, (char) => (char === '0' ? '1' : '0')),
        `${url}0`,
        url.split('.').slice(0, -1).join('.'),
        `${testOrigin}/v1.0/files/uploadSessions/x`,
      ]
      for (const guess of guesses) {
        expect((await api.signedOut.get(guess)).status).toBe(404)
        expect((await send(api, guess, 0, fragmentUnit - 1)).status).toBe(404)
        expect((await api.signedOut.delete(guess)).status).toBe(404)
      }
    })
  })

  describe('DELETE {uploadUrl}', () => {
    test('an upload given up leaves nothing', async () => {
      const url = await openSession(api)
      await send(api, url, 0, fragmentUnit - 1)
      expect((await api.signedOut.delete(url)).status).toBe(204)
      expect(await leftovers(api)).toEqual({ sessions: 0, chunks: 0 })
      expect((await api.signedOut.delete(url)).status).toBe(404)
    })
  })
})
