import type { Channel, FromWorker, ToWorker } from './api-messages.ts'

/** The API that runs in the worker, as the page calls it. */
export interface RemoteApi {
  fetch: (request: Request) => Promise<Response>
  /** Settles when the database is open; rejects with the reason when it cannot be opened. */
  ready: Promise<void>
  /** Brings the demo back to its seed, and the page to its start. */
  reset: () => void
}

/** What the worker needs to know about this page. */
export interface ConnectOptions {
  origin: string
  jwks: { keys: Record<string, unknown>[] }
  onProgress: (text: string) => void
}

/** Starts the worker, or joins the one other tabs have started. */
export function connectApi({ origin, jwks, onProgress }: ConnectOptions): RemoteApi {
  const worker = openWorker()
  const answers = new Map<number, Answer>()
  const ready = Promise.withResolvers<void>()
  let lastId = 0
  worker.onmessage = ({ data }) => {
    if (data.kind === 'ready') ready.resolve()
    else if (data.kind === 'progress') onProgress(data.text)
    else if (data.kind === 'failed') ready.reject(new Error(data.reason))
    else {
      answers.get(data.id)?.receive(data)
      if (data.kind === 'end' || data.kind === 'broken') answers.delete(data.id)
    }
  }
  const lock = `tunet-page-${crypto.randomUUID()}`
  // Held until the page is gone: that is how the worker learns of it.
  void navigator.locks.request(lock, () => new Promise(() => undefined))
  worker.postMessage({ kind: 'connect', origin, jwks, lock })
  return {
    ready: ready.promise,
    reset: () => {
      worker.postMessage({ kind: 'reset' })
      location.assign('/')
    },
    fetch: async (request) => {
      await ready.promise
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
    },
  }
}

function openWorker(): Channel<ToWorker, FromWorker> {
  if (!('SharedWorker' in globalThis)) {
    return new Worker(new URL('./api-worker.ts', import.meta.url), { type: 'module' })
  }
  return new SharedWorker(new URL('./api-worker.ts', import.meta.url), { type: 'module' }).port
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
