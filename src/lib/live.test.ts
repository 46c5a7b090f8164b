import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setTokenSource } from './access-token.ts'
import { subscribeToLive, type LiveEvent } from './live.ts'

/** A server whose lines the test holds. */
function serveLines() {
  const lines: { headers: Headers; controller: ReadableStreamDefaultController<Uint8Array> }[] = []
  vi.stubGlobal('fetch', (_url: URL, init: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        lines.push({ headers: new Headers(init.headers), controller })
        init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason))
      },
    })
    return Promise.resolve(new Response(body))
  })
  const send = (text: string) => lines.at(-1)?.controller.enqueue(new TextEncoder().encode(text))
  return { lines, send }
}

const published = (seq: number, id: string) =>
  `id: ${seq}\nevent: newsPost.published\ndata: {"topic":"newsPost.published","resourceId":"${id}"}\n\n`

let end: () => void = () => undefined

beforeEach(() => {
  vi.useFakeTimers()
  setTokenSource(() => Promise.resolve('token'))
})

afterEach(() => {
  end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what happens is told, and after a lost line from where it was lost', async () => {
  const { lines, send } = serveLines()
  const events: LiveEvent[] = []
  end = subscribeToLive((event) => events.push(event))
  await vi.advanceTimersByTimeAsync(0)
  expect(lines[0]?.headers.get('Authorization')).toBe('Bearer token')
  send(published(7, 'a'))
  await vi.advanceTimersByTimeAsync(0)
  expect(events).toEqual([{ topic: 'newsPost.published', resourceId: 'a' }])

  lines[0]?.controller.close()
  await vi.advanceTimersByTimeAsync(1_100)
  expect(lines[1]?.headers.get('Last-Event-ID')).toBe('7')
  send(published(8, 'b'))
  await vi.advanceTimersByTimeAsync(0)
  expect(events.map((event) => event.resourceId)).toEqual(['a', 'b'])
})

test('a line that has gone silent is replaced, a line with heartbeats is not', async () => {
  const { lines, send } = serveLines()
  end = subscribeToLive(() => undefined)
  await vi.advanceTimersByTimeAsync(40_000)
  send(': here\n\n')
  await vi.advanceTimersByTimeAsync(40_000)
  expect(lines).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(12_000)
  expect(lines).toHaveLength(2)
})

test('a message in a form we do not know disturbs nobody', async () => {
  const { send } = serveLines()
  const events: LiveEvent[] = []
  end = subscribeToLive((event) => events.push(event))
  await vi.advanceTimersByTimeAsync(0)
  send('data: not json\n\ndata: {"topic":1}\n\n')
  send(published(9, 'c'))
  await vi.advanceTimersByTimeAsync(0)
  expect(events.map((event) => event.resourceId)).toEqual(['c'])
})

test('the line is closed when nobody listens', async () => {
  const { lines } = serveLines()
  const endFirst = subscribeToLive(() => undefined)
  const endSecond = subscribeToLive(() => undefined)
  await vi.advanceTimersByTimeAsync(0)
  endFirst()
  endSecond()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(lines).toHaveLength(1)
})
