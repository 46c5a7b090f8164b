import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Kysely } from 'kysely'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { onTestFinished, vi } from 'vitest'
import { createApi } from '#api/app.ts'
import type { Database } from '#api/database/schema.ts'
import { parseMessage } from '#api/news-posts/import-message.ts'
import { createFaults, type Faults } from '#mocks/faults.ts'
import { Providers } from '#src/app/providers.tsx'
import { routes } from '#src/app/routes.tsx'
import { setTokenSource } from '#src/lib/access-token.ts'
import { queryClient } from '#src/lib/query-client.ts'
import { type Caller, caller } from './call-api.ts'
import { testDatabase } from './databases.ts'
import { demoPerson, testVerifier, tokenFor } from './tokens.ts'

/** The back end behind the pages of one test. */
export interface Backend {
  db: Kysely<Database>
  /** Calls the API as somebody, to prepare what the page shall show or to look at what it did. */
  as: (person: string) => Caller
  /** Makes the page's next calls slow, failing or offline. */
  faults: Faults
}

let backend: Promise<Backend> | undefined

/**
 * The API over the seeded PGlite, answering everything the page fetches, until the test ends. The same one for all calls
 * in a test. Page and API read the same date, `testNow`.
 */
export function startBackend(): Promise<Backend> {
  backend ??= createBackend()
  return backend
}

/**
 * Draws the app at an address, signed in as a demo person: real routes, real API, real SQL.
 * @returns the keyboard and mouse of the person, and what lies behind the page.
 */
export async function renderApp(path: string, { as }: { as: string }) {
  const behind = await startBackend()
  // A loader of the page before, still under way when its test ended, may have left its person's answers behind.
  queryClient.clear()
  setTokenSource(() => tokenOf(as))
  const router = createMemoryRouter(routes, { initialEntries: [path] })
  render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  )
  onTestFinished(() => router.dispose())
  return { user: userEvent.setup(), router, ...behind }
}

const tokenOf = (person: string) => tokenFor(demoPerson(person), new Date())

async function createBackend(): Promise<Backend> {
  const { db, listen } = await testDatabase('PGlite')
  const api = createApi({
    db,
    listen,
    verifyToken: await testVerifier(),
    now: () => new Date(),
    log: () => undefined,
    readMessage: parseMessage,
    settings: {
      publicUrl: location.origin,
      provisionUsers: false,
      rateLimit: { burst: 10_000, perSecond: 10_000 },
    },
  })
  const faults = createFaults()
  const running = new AbortController()
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const signals = [running.signal, ...(init.signal ? [init.signal] : [])]
    const request = new Request(input, {
      ...init,
      body: await readBody(init.body),
      signal: AbortSignal.any(signals),
    })
    const response = await faults.apply(request, (call) => api.fetch(call))
    if (request.signal.aborted) throw request.signal.reason
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  })
  onTestFinished(() => {
    backend = undefined
    running.abort()
    vi.unstubAllGlobals()
  })
  return {
    db,
    faults,
    as: (person) =>
      caller(
        (call) => api.fetch(call),
        () => tokenOf(person),
      ),
  }
}

/** The page's blobs are jsdom's, which Node's Request would take for text. */
const readBody = async (body: BodyInit | null | undefined) =>
  body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : body
