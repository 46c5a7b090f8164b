import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { setTokenSource } from './access-token.ts'
import { ApiError, page, request, requestBlob, requestNothing } from './request.ts'

const Thing = z.object({ id: z.string() })

/** Answers in turn, and remembers what was asked. */
function answerWith(...answers: (Response | Error)[]): Request[] {
  const asked: Request[] = []
  vi.stubGlobal('fetch', (input: URL, init: RequestInit) => {
    asked.push(new Request(input, init))
    const answer = answers.shift()
    if (!answer) throw new Error('One call too many.')
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  })
  return asked
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers })

const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail('The call should have been refused.'),
    (error: unknown) => error,
  )

beforeEach(() => setTokenSource(({ forceRefresh }) => Promise.resolve(forceRefresh ? 'new' : 'old')))

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a call carries the token, an id of its own and its query', async () => {
  const [asked] = [answerWith(json({ id: '1' }))]
  expect(await request(Thing, '/v1.0/things', { query: { $top: 5, $search: 'blå', q: undefined } })).toEqual({
    id: '1',
  })
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer old')
  expect(asked[0]?.headers.get('client-request-id')).toMatch(/^[\da-f-]{36}$/)
  expect(asked[0]?.url).toBe(`${location.origin}/v1.0/things?%24top=5&%24search=bl%C3%A5`)
})

test('a plain value is sent as JSON, a message as it is', async () => {
  const asked = answerWith(json({ id: '1' }), json({ id: '2' }))
  await request(Thing, '/v1.0/things', { method: 'POST', body: { title: 'a' }, ifMatch: 'W/"3"' })
  await request(Thing, '/v1.0/things/import', {
    method: 'POST',
    body: 'Subject: a',
    headers: { 'Content-Type': 'message/rfc822' },
  })
  expect(asked[0]?.headers.get('Content-Type')).toBe('application/json')
  expect(asked[0]?.headers.get('If-Match')).toBe('W/"3"')
  expect(await asked[0]?.json()).toEqual({ title: 'a' })
  expect(asked[1]?.headers.get('Content-Type')).toBe('message/rfc822')
  expect(await asked[1]?.text()).toBe('Subject: a')
})

test('the token of a next link never leaves for another origin', async () => {
  const asked = answerWith(json({ value: [] }))
  await request(page(Thing), 'https://evil.example/v1.0/things?$skiptoken=abc')
  expect(asked[0]?.url).toBe(`${location.origin}/v1.0/things?$skiptoken=abc`)
})

test('a refusal has the specific code, the details and the request id', async () => {
  const details = [{ code: 'sensitiveContent', target: 'title', message: 'x', start: 3, end: 14 }]
  const innerError = { code: 'sensitiveContent', 'request-id': 'r-1', date: '2026-11-18T11:00:00' }
  answerWith(json({ error: { code: 'unprocessableContent', message: 'x', details, innerError } }, 422))
  const error = await errorOf(requestNothing('/v1.0/things', { method: 'POST', body: {} }))
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 422, code: 'sensitiveContent', details, requestId: 'r-1' })
})

test('a refusal in a form we do not know still has its status', async () => {
  answerWith(new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'request-id': 'r-2' } }))
  expect(await errorOf(request(Thing, '/v1.0/things'))).toMatchObject({
    status: 502,
    code: 'http502',
    requestId: 'r-2',
  })
})

test('an answer that does not fit the contract is refused', async () => {
  answerWith(json({ id: 7 }, 200, { 'request-id': 'r-3' }))
  expect(await errorOf(request(Thing, '/v1.0/things'))).toMatchObject({
    code: 'unexpectedAnswer',
    requestId: 'r-3',
  })
})

test('after 401 one new token is asked for', async () => {
  const asked = answerWith(json({}, 401), json({ id: '1' }))
  await request(Thing, '/v1.0/things')
  expect(asked.map((call) => call.headers.get('Authorization'))).toEqual(['Bearer old', 'Bearer new'])
})

test('a second 401 is given up on', async () => {
  answerWith(json({}, 401), json({}, 401))
  expect(await errorOf(request(Thing, '/v1.0/things'))).toMatchObject({ status: 401 })
})

test('a read waits as long as a busy API says, and no longer than twice', async () => {
  vi.useFakeTimers()
  const busy = () => json({}, 503, { 'Retry-After': '3' })
  const asked = answerWith(busy(), busy(), busy())
  const outcome = errorOf(request(Thing, '/v1.0/things'))
  await vi.advanceTimersByTimeAsync(2_900)
  expect(asked).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(3_200)
  expect(asked).toHaveLength(3)
  expect(await outcome).toMatchObject({ status: 503 })
})

test('a write is not repeated, and neither is a read with a long wait', async () => {
  answerWith(json({}, 429, { 'Retry-After': '1' }))
  expect(await errorOf(requestNothing('/v1.0/things', { method: 'POST' }))).toMatchObject({ status: 429 })
  answerWith(json({}, 429, { 'Retry-After': '600' }))
  expect(await errorOf(request(Thing, '/v1.0/things'))).toMatchObject({ status: 429 })
})

test('no answer is told apart from no network', async () => {
  answerWith(new TypeError('Failed to fetch'))
  expect(await errorOf(request(Thing, '/v1.0/things'))).toMatchObject({ status: 0, code: 'network' })
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValueOnce(false)
  answerWith(new TypeError('Failed to fetch'))
  expect(await errorOf(request(Thing, '/v1.0/things'))).toMatchObject({ status: 0, code: 'offline' })
})

test('a call that was given up is no network error', async () => {
  const abort = new AbortController()
  abort.abort()
  answerWith(new DOMException('Aborted', 'AbortError'))
  const error = await errorOf(request(Thing, '/v1.0/things', { signal: abort.signal }))
  expect(error).not.toBeInstanceOf(ApiError)
})

test('content comes as it is', async () => {
  const asked = answerWith(new Response('abc', { headers: { 'Content-Type': 'image/png' } }))
  expect(await (await requestBlob('/v1.0/files/1/content')).text()).toBe('abc')
  expect(asked[0]?.headers.get('Accept')).toBe('*/*')
})
