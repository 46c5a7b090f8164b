import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FromWorker, ToWorker } from './api-messages.ts'
import { connectApi } from './connect-api.ts'

/** Stands for the worker: keeps what it is told, and says what the test has it say. */
class FakeWorker extends EventTarget {
  static opened: FakeWorker[] = []
  readonly told: ToWorker[] = []
  readonly port = {
    postMessage: (message: ToWorker) => this.told.push(message),
    onmessage: null as ((event: { data: FromWorker }) => void) | null, // set by connectApi
  }

  constructor() {
    super()
    FakeWorker.opened.push(this)
  }

  say(data: FromWorker) {
    this.port.onmessage?.({ data })
  }
}

const heard: string[] = []
const connect = () =>
  connectApi({
    origin: 'https://tunet.test',
    jwks: { keys: [] },
    onProgress: (text) => heard.push(text),
    onReady: () => heard.push('ready'),
    onFailure: (error) => heard.push(error.message),
  })
const request = () => new Request('https://tunet.test/v1.0/me')
const worker = (index: number) => FakeWorker.opened[index] ?? expect.fail(`no worker ${index} was opened`)
const reasonOf = (call: Promise<Response>) =>
  call.then(
    () => 'none',
    (error: Error) => error.message,
  )
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('SharedWorker', FakeWorker)
  vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => undefined) } })
  FakeWorker.opened = []
  heard.length = 0
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a call waits until the database is open', async () => {
  const answer = connect().fetch(request())
  worker(0).say({ kind: 'progress', text: 'Åpner' })
  await settle()
  expect(worker(0).told.map(({ kind }) => kind)).toEqual(['connect'])
  worker(0).say({ kind: 'ready' })
  await settle()
  expect(heard).toEqual(['Åpner', 'ready'])
  worker(0).say({ kind: 'head', id: idOf(0), status: 204, headers: [] })
  expect((await answer).status).toBe(204)
})

test('a database that cannot be opened is told about, and the next call tries again', async () => {
  const api = connect()
  const reason = reasonOf(api.fetch(request()))
  worker(0).say({ kind: 'failed', reason: 'the disk is full' })
  expect(await reason).toBe('the disk is full')
  expect(heard).toEqual(['the disk is full'])

  const answer = api.fetch(request())
  worker(1).say({ kind: 'ready' })
  await settle()
  worker(1).say({ kind: 'head', id: idOf(1), status: 200, headers: [] })
  expect((await answer).status).toBe(200)
})

test('a worker that is silent is given up, but not one that still tells what it does', async () => {
  const api = connect()
  const reason = reasonOf(api.fetch(request()))
  for (const text of ['1', '2', '3']) {
    await vi.advanceTimersByTimeAsync(60_000)
    worker(0).say({ kind: 'progress', text })
  }
  expect(heard).toEqual(['1', '2', '3'])
  await vi.advanceTimersByTimeAsync(80_000)
  expect(await reason).toMatch(/nothing was heard/)
})

test('a worker that cannot be loaded is told about at once', async () => {
  const api = connect()
  const reason = reasonOf(api.fetch(request()))
  worker(0).dispatchEvent(new Event('error'))
  expect(await reason).toMatch(/cannot be loaded/)
})

/** The number of the last request the worker was asked; -1 when it was asked none. */
function idOf(index: number): number {
  const message = worker(index).told.findLast((one) => one.kind === 'request')
  return message?.id ?? -1
}
