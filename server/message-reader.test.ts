// @vitest-environment node
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createApi } from '#api/app.ts'
import { ApiError } from '#api/http/errors.ts'
import { parseMessage } from '#api/news-posts/import-message.ts'
import { caller } from '#tests/call-api.ts'
import {
  base64,
  htmlMessage,
  mailHeader,
  mailPart,
  multipart,
  textMessage,
  utf8Bytes,
} from '#tests/compose-message.ts'
import { testDatabase } from '#tests/databases.ts'
import { problem } from '#tests/news-posts.ts'
import { demoPerson, testVerifier, tokenFor } from '#tests/tokens.ts'
import { createMessageReader, type MessageLimits, type MessageReader } from './message-reader.ts'

const limits: MessageLimits = { workers: 1, waiting: 2, milliseconds: 10_000, megabytes: 128 }
const endless = new URL('./testing/endless-worker.ts', import.meta.url)

let opened: MessageReader[] = []
const logged: string[] = []

function open(changes: Partial<MessageLimits> = {}, file?: URL): MessageReader {
  const reader = createMessageReader({ ...limits, ...changes }, (_, message) => logged.push(message), file)
  opened.push(reader)
  return reader
}

afterEach(async () => {
  await Promise.all(opened.map((reader) => reader.close()))
  opened = []
  logged.length = 0
})

const codeOf = async (reading: Promise<unknown>) => {
  const error: unknown = await reading.catch((caught: unknown) => caught)
  return error instanceof ApiError ? [error.status, error.parts.code] : error
}

/** Hundreds of formatted bodies, none of which is wrong by itself: reading them takes seconds. */
const slowMessage = () => {
  const body = mailPart({ 'Content-Type': 'text/html' }, '<b>a</b>'.repeat(6000))
  return utf8Bytes(
    multipart(
      'mixed',
      Array.from({ length: 490 }, () => body),
      mailHeader(),
    ),
  )
}

test('a thread reads a message as it would be read here, files and all', async () => {
  const message = () =>
    utf8Bytes(
      multipart(
        'mixed',
        [
          mailPart({ 'Content-Type': 'text/html' }, '<p>Vannet er <b>stengt</b>.</p>'),
          mailPart(
            { 'Content-Type': 'text/plain; name="a.txt"', 'Content-Transfer-Encoding': 'base64' },
            base64('En'),
          ),
          mailPart({ 'Content-Type': 'text/plain; name="b.txt"' }, 'To'),
        ],
        mailHeader(),
      ),
    )
  const withoutIds = ({ attachments, ...rest }: Awaited<ReturnType<typeof parseMessage>>) => ({
    ...rest,
    attachments: attachments.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
  })
  const read = withoutIds(await open().read(message(), 'message/rfc822'))
  expect(read).toEqual(withoutIds(await parseMessage(message())))
  expect(read.attachments).toEqual([
    ['a.txt', 'En'],
    ['b.txt', 'To'],
  ])
})

test('a refusal keeps its status and its reason', async () => {
  const reader = open()
  expect(await codeOf(reader.read(utf8Bytes('Hei')))).toEqual([422, 'notAMessage'])
  expect(await codeOf(reader.read(textMessage(''), 'message/rfc822'))).toEqual([422, 'messageEmpty'])
  expect(await codeOf(reader.read(textMessage('Hei'), 'application/ms-tnef'))).toEqual([
    422,
    'mediaTypeMismatch',
  ])
})

test('a message that takes too long is stopped, and the next one is read', async () => {
  const reader = open({ milliseconds: 1000 }, endless)
  const started = performance.now()
  expect(await codeOf(reader.read(Uint8Array.of(1)))).toEqual([422, 'messageTooComplex'])
  expect(performance.now() - started).toBeLessThan(5000)
  expect((await reader.read(Uint8Array.of(7))).subject).toBe('7')
  expect(logged).toEqual(['a message could not be read within bounds'])
})

test('a message that fills the memory is stopped, and the next one is read', async () => {
  const reader = open({ megabytes: 32 }, endless)
  expect(await codeOf(reader.read(Uint8Array.of(2)))).toEqual([422, 'messageTooComplex'])
  expect((await reader.read(Uint8Array.of(7))).subject).toBe('7')
})

test('a fault in the reader is a fault, and the next message is read', async () => {
  const reader = open({}, endless)
  expect(await codeOf(reader.read(Uint8Array.of(3)))).toEqual(new Error('broken'))
  expect((await reader.read(Uint8Array.of(7))).subject).toBe('7')
})

test('so many may wait, and more are asked to come back', async () => {
  const reader = open({ milliseconds: 500, waiting: 2 }, endless)
  const first = codeOf(reader.read(Uint8Array.of(1)))
  const waiting = [reader.read(Uint8Array.of(8)), reader.read(Uint8Array.of(9))]
  const refused: unknown = await reader.read(Uint8Array.of(10)).catch((error: unknown) => error)
  expect(refused).toMatchObject({
    status: 503,
    parts: { code: 'tooManyMessages', headers: { 'Retry-After': '10' } },
  })
  expect(await first).toEqual([422, 'messageTooComplex'])
  expect((await Promise.all(waiting)).map(({ subject }) => subject)).toEqual(['8', '9'])
})

test('one hostile message slows nobody else', { timeout: 60_000 }, async () => {
  const { db, listen } = await testDatabase('PGlite')
  const reader = open({ workers: 2, milliseconds: 2500 })
  const api = createApi({
    db,
    listen,
    readMessage: reader.read,
    now: () => new Date(),
    log: () => {},
    verifyToken: await testVerifier(),
    settings: {
      publicUrl: 'https://tunet.test',
      provisionUsers: false,
      rateLimit: { burst: 1000, perSecond: 1000 },
    },
  })
  const as = (person: string) =>
    caller(
      async (request) => api.fetch(request),
      () => tokenFor(demoPerson(person), new Date()),
    )
  const send = (person: string, message: Uint8Array) =>
    as(person).post('/v1.0/newsPosts/importMessage', message, { 'content-type': 'message/rfc822' })
  // Both threads are there before the hostile message is.
  await Promise.all(['liv.dahl', 'ola.bakken'].map((person) => send(person, textMessage('Hei'))))

  let isRefused = false
  const hostile = send('ola.bakken', slowMessage()).finally(() => (isRefused = true))
  const other = send('liv.dahl', htmlMessage('<p>Møtet er flyttet.</p>'))
  const waits: number[] = []
  while (!isRefused) {
    const started = performance.now()
    expect((await as('kari.nilsen').get('/v1.0/me')).status).toBe(200)
    waits.push(performance.now() - started)
    await sleep(10)
  }
  const response = await hostile
  expect([response.status, (await problem(response)).innerError.code]).toEqual([422, 'messageTooComplex'])
  expect((await other).status).toBe(201)
  expect(waits.length).toBeGreaterThan(5)
  // Far below the seconds in which the message was tried to be read.
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(500)
})
