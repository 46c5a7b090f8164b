import type { Channel, FromWorker, ToWorker } from './api-messages.ts'

/** The API that runs in the worker, as the page calls it. */
export interface RemoteApi {
  /** @throws when the worker or its database cannot be opened; the next call tries again. */
  fetch: (request: Request) => Promise<Response>
  /** Brings the demo back to its seed, and the page to its start. */
  reset: () => void
}

/** What the worker needs to know about this page, and what the page wants to hear. */
export interface ConnectOptions {
  origin: string
  jwks: { keys: Record<string, unknown>[] }
  onProgress: (text: string) => void
  onReady: () => void
  onFailure: (error: Error) => void
}

/** Seconds the worker may be silent while it opens: longer than it gives any single step of its own. */
const patience = 75

/** Starts the worker, or joins the one other tabs have started. */
export function connectApi(options: ConnectOptions): RemoteApi {
  let connection: Promise<Connection> | undefined
  const connected = () => {
    connection ??= connect(options).catch((error: Error) => {
      connection = undefined
      throw error
    })
    return connection
  }
  // The database opens while the person is being signed in. A failure is told of by itself, and met again by the first call.
  connected().catch(() => undefined)
  return {
    fetch: async (request) => send(await connected(), request),
    reset: () => {
      void connection?.then(({ worker }) => worker.postMessage({ kind: 'reset' }))
      location.assign('/')
    },
  }
}

interface Connection {
  worker: Channel<ToWorker, FromWorker>
  answers: Map<number, Answer>
}

async function connect({
  origin,
  jwks,
  onProgress,
  onReady,
  onFailure,
}: ConnectOptions): Promise<Connection> {
  const ready = Promise.withResolvers<void>()
  const fail = (reason: string) => ready.reject(new Error(reason))
  const worker = openWorker(() => fail('the worker cannot be loaded'))
  const answers = new Map<number, Answer>()
  let silence: ReturnType<typeof setTimeout> | undefined
  const listen = () => {
    clearTimeout(silence)
    silence = setTimeout(
      () => fail(`nothing was heard of the worker for ${patience} seconds`),
      patience * 1000,
    )
  }
  worker.onmessage = ({ data }) => {
    if (data.kind === 'ready') ready.resolve()
    else if (data.kind === 'failed') fail(data.reason)
    else if (data.kind === 'progress') {
      listen()
      onProgress(data.text)
    } else {
      answers.get(data.id)?.receive(data)
      if (data.kind === 'end' || data.kind === 'broken') answers.delete(data.id)
    }
  }
  const lock = `tunet-page-${crypto.randomUUID()}`
  // Held until the page is gone: that is how the worker learns of it.
  void navigator.locks.request(lock, () => new Promise(() => undefined))
  worker.postMessage({ kind: 'connect', origin, jwks, lock })
  listen()
  ready.promise.then(onReady, onFailure)
  try {
    await ready.promise
    return { worker, answers }
  } finally {
    clearTimeout(silence)
  }
}

function openWorker(onFailure: () => void): Channel<ToWorker, FromWorker> {
  if (!('SharedWorker' in globalThis)) {
    const worker = new Worker(new URL('./api-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('error', onFailure)
    return worker
  }
  const worker = new SharedWorker(new URL('./api-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('error', onFailure)
  return worker.port
}

let lastId = 0

async function send({ worker, answers }: Connection, request: Request): Promise<Response> {
  const id = ++lastId
  const { method, url, headers } = request
  const body = request.body ? await request.arrayBuffer() : undefined
  const cancel = () => {
    if (!answers.delete(id)) return
    worker.postMessage({ kind: 'cancel', id })
  }
  const answer = createAnswer(cancel)
  answers.set(id, answer)
  request.signal.addEventListener('abort', cancel)
  const message: ToWorker = { kind: 'request', id, method, url, headers: [...headers], body }
  worker.postMessage(message, body ? [body] : [])
  return answer.response
}

interface Answer {
  response: Promise<Response>
  receive(message: Extract<FromWorker, { id: number }>): void
}

/** Puts an answer together from its messages; the body can be read while it arrives. */
function createAnswer(cancel: () => void): Answer {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given
    },
    cancel,
  })
  return {
    response: promise,
    receive: (message) => {
      if (message.kind === 'head') {
        const { status, headers } = message
        const hasBody = ![204, 205, 304].includes(status)
        resolve(new Response(hasBody ? body : null, { status, headers }))
      } else if (message.kind === 'chunk') controller?.enqueue(message.bytes)
      else if (message.kind === 'end') controller?.close()
      else {
        const error = new TypeError('The API in the worker broke off.')
        reject(error)
        controller?.error(error)
      }
    },
  }
}
