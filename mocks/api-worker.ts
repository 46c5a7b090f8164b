import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { type Api, createApi } from '#api/app.ts'
import type { Deps } from '#api/deps.ts'
import { parseMessage } from '#api/news-posts/import-message.ts'
import { createTokenVerifier } from '#api/sign-in/verify-token.ts'
import type { Channel, FromWorker, ToWorker } from './api-messages.ts'
import { type DemoDatabase, openDemoDatabase } from './demo-database.ts'
import { apiAudience, issuerOf } from './sign-in/provider.ts'
import { startTimer } from './timer.ts'

// The whole back end runs here, off the page's thread: a shared worker serves all tabs from one database, a plain worker
// serves one page where the browser has no shared ones.

type PagePort = Channel<FromWorker, ToWorker>

interface Backend {
  api: Api
  database: DemoDatabase
}

let backend: Promise<Backend> | undefined
let keys: ReturnType<typeof createLocalJWKSet> | undefined
const ports = new Set<PagePort>()
const tell = (message: FromWorker) => {
  for (const port of ports) port.postMessage(message)
}

function serve(port: PagePort) {
  const running = new Map<number, AbortController>()
  port.onmessage = ({ data }) => {
    if (data.kind === 'connect') void connect(port, data, running)
    else if (data.kind === 'request') void answer(port, data, running)
    else if (data.kind === 'cancel') running.get(data.id)?.abort()
    else void backend?.then(({ database }) => database.forget())
  }
}

type Message<Kind extends ToWorker['kind']> = Extract<ToWorker, { kind: Kind }>

async function connect(
  port: PagePort,
  { origin, jwks, lock }: Message<'connect'>,
  running: Map<number, AbortController>,
) {
  ports.add(port)
  keys = createLocalJWKSet(jwks as JSONWebKeySet) // made by the mocked provider a moment ago
  // What could not be opened is tried anew for the next page that connects, or for this one when it tries again.
  backend ??= openBackend(origin).catch((error: unknown) => {
    backend = undefined
    throw error
  })
  try {
    await backend
    port.postMessage({ kind: 'ready' })
  } catch (error) {
    port.postMessage({ kind: 'failed', reason: String(error) })
  }
  // A port does not say when its page is gone; the lock is free only then.
  await navigator.locks.request(lock, () => undefined)
  ports.delete(port)
  for (const request of running.values()) request.abort()
}

async function openBackend(origin: string): Promise<Backend> {
  const database = await openDemoDatabase(origin, (text) => tell({ kind: 'progress', text }))
  const verifyToken = createTokenVerifier({
    issuer: issuerOf(origin),
    audience: apiAudience,
    keys: (header, token) => {
      if (!keys) throw new Error('no page has connected')
      return keys(header, token)
    },
  })
  const common = {
    db: database.db,
    now: () => new Date(),
    log: ((level, message, fields) => {
      // oxlint-disable-next-line no-console -- the operator of the demo reads the browser's console
      if (level !== 'info') console.warn(message, fields)
    }) satisfies Deps['log'],
  }
  const api = createApi({
    ...common,
    listen: database.listen,
    verifyToken,
    readMessage: parseMessage,
    settings: { publicUrl: origin, provisionUsers: false, rateLimit: { burst: 200, perSecond: 50 } },
  })
  startTimer({ ...common, settings: { publicUrl: origin }, outlets: {} }, database.save)
  return { api, database }
}

async function answer(
  port: PagePort,
  { id, method, url, headers, body }: Message<'request'>,
  running: Map<number, AbortController>,
) {
  const abort = new AbortController()
  running.set(id, abort)
  try {
    if (!backend) throw new Error('a request came before its page had connected')
    const { api, database } = await backend
    const response = await api.fetch(new Request(url, { method, headers, body, signal: abort.signal }))
    if (method !== 'GET' && method !== 'HEAD') await database.save()
    port.postMessage({ kind: 'head', id, status: response.status, headers: [...response.headers] })
    const reader = response.body?.getReader()
    abort.signal.addEventListener('abort', () => void reader?.cancel())
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      port.postMessage({ kind: 'chunk', id, bytes: part.value })
    }
    port.postMessage({ kind: 'end', id })
  } catch {
    port.postMessage({ kind: 'broken', id })
  } finally {
    running.delete(id)
  }
}

// TypeScript knows this file as a page; what it is, is one of the two kinds of worker.
const scope = globalThis as unknown as PagePort & { onconnect?: (event: MessageEvent) => void }
if ('onconnect' in scope) {
  scope.onconnect = ({ ports: [port] }) => {
    if (port) serve(port)
  }
} else {
  serve(scope)
}
