import type { JWTPayload } from 'jose'
import type { Kysely } from 'kysely'
import { beforeAll, beforeEach, describe } from 'vitest'
import { type Api, createApi } from '#api/app.ts'
import type { Database } from '#api/database/schema.ts'
import type { Deps } from '#api/deps.ts'
import { parseMessage } from '#api/news-posts/import-message.ts'
import { createClock, type TestClock } from './clock.ts'
import { type DatabaseKind, databaseKinds, type TestDatabase, testDatabase } from './databases.ts'
import { demoPerson, testVerifier, tokenFor, type TokenSubject } from './tokens.ts'

/** Where the API believes it is; absolute links begin with it. */
export const testOrigin = 'https://tunet.test'

/** Request headers. */
export type TestHeaders = Record<string, string>

/** The API as one person (or nobody) calls it. Paths begin with `/v1.0`; an absolute link works too. */
export interface Caller {
  get(path: string, headers?: TestHeaders): Promise<Response>
  /** Plain values are sent as JSON; text, bytes and blobs as they are, with the content type of `headers`. */
  post(path: string, body?: unknown, headers?: TestHeaders): Promise<Response>
  patch(path: string, body?: unknown, headers?: TestHeaders): Promise<Response>
  put(path: string, body?: unknown, headers?: TestHeaders): Promise<Response>
  delete(path: string, headers?: TestHeaders): Promise<Response>
  /** Any request at all; the token is added unless `authorization` is among its headers. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** The API over one seeded database, in process. Usable inside tests and hooks; every test gets a fresh one. */
export interface TestApi {
  readonly kind: DatabaseKind
  readonly db: Kysely<Database>
  readonly clock: TestClock
  readonly listen: Deps['listen']
  /** What the API wrote to the operator's log during this test. */
  readonly logged: { level: string; message: string; fields?: Record<string, unknown> }[]
  /** Calls as a demo person by short name (`kari.nilsen`), or as any other user; `claims` change the token. */
  as(person: string | TokenSubject, claims?: JWTPayload): Caller
  /** Calls with the token of a day ago. */
  expired(person: string): Caller
  /** Calls without a token. */
  readonly signedOut: Caller
  /** Disables a person in the directory and calls with a token that is still good. */
  disabled(person: string): Promise<Caller>
  token(person: string | TokenSubject, claims?: JWTPayload): Promise<string>
}

/**
 * Declares the same tests twice: over PGlite and over PostgreSQL. Each test starts from the seed, at `testNow`.
 * @param settings put in the place of the usual ones, for tests about them.
 * @param kinds where a file declares one of the two, and a file beside it the other: files run at the same time.
 */
export function describeApi(
  name: string,
  tests: (api: TestApi) => void,
  settings: Partial<Deps['settings']> = {},
  kinds: readonly DatabaseKind[] = databaseKinds,
): void {
  describe.for(kinds)(`${name} [%s]`, (kind) => {
    let database: TestDatabase | undefined
    let current: { api: Api; clock: TestClock; logged: TestApi['logged'] } | undefined
    beforeAll(async () => {
      database = await testDatabase(kind)
    })
    beforeEach(async () => {
      const { db, listen } = needed(database)
      const clock = createClock()
      const logged: TestApi['logged'] = []
      const log: Deps['log'] = (level, message, fields) => logged.push({ level, message, fields })
      const deps: Deps = {
        db,
        listen,
        log,
        now: clock.now,
        readMessage: parseMessage,
        verifyToken: await testVerifier(),
        settings: {
          publicUrl: testOrigin,
          provisionUsers: false,
          rateLimit: { burst: 10_000, perSecond: 10_000 },
          ...settings,
        },
      }
      current = { api: createApi(deps), clock, logged }
    })
    const call = (request: Request) => needed(current).api.fetch(request)
    const tokenOf: TestApi['token'] = (person, claims) =>
      tokenFor(subjectOf(person), needed(current).clock.now(), { claims })
    tests({
      kind,
      get db() {
        return needed(database).db
      },
      get clock() {
        return needed(current).clock
      },
      get listen() {
        return needed(database).listen
      },
      get logged() {
        return needed(current).logged
      },
      token: tokenOf,
      signedOut: caller(call),
      as: (person, claims) => caller(call, () => tokenOf(person, claims)),
      expired: (person) => {
        const yesterday = new Date(Date.now() - 86_400_000)
        return caller(call, () => tokenFor(subjectOf(person), yesterday, { expires: yesterday }))
      },
      disabled: async (person) => {
        const { id } = subjectOf(person)
        await needed(database)
          .db.updateTable('user')
          .set({ account_enabled: false })
          .where('id', '=', id)
          .execute()
        return caller(call, () => tokenOf(person))
      },
    })
  })
}

const subjectOf = (person: string | TokenSubject) =>
  typeof person === 'string' ? demoPerson(person) : person

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The API is there inside tests and hooks only.')
  return value
}

/** Gives `call` the manners of a client: JSON bodies and the bearer token. */
export function caller(call: (request: Request) => Promise<Response>, token?: () => Promise<string>): Caller {
  const send: Caller['fetch'] = async (path, init = {}) => {
    const headers = new Headers(init.headers)
    if (token && !headers.has('authorization')) headers.set('authorization', `Bearer ${await token()}`)
    return call(new Request(new URL(path, testOrigin), { ...init, headers }))
  }
  const withBody =
    (method: string) =>
    (path: string, body?: unknown, headers: TestHeaders = {}) =>
      send(path, { method, ...encode(body, headers) })
  return {
    fetch: send,
    get: (path, headers) => send(path, { headers }),
    delete: (path, headers) => send(path, { method: 'DELETE', headers }),
    post: withBody('POST'),
    patch: withBody('PATCH'),
    put: withBody('PUT'),
  }
}

function encode(body: unknown, headers: TestHeaders): { body?: BodyInit; headers: TestHeaders } {
  if (body === undefined) return { headers }
  if (typeof body === 'string' || body instanceof Blob || body instanceof Uint8Array) {
    // Bytes made here are never on shared memory, the one kind a request does not take.
    return { body: body as BodyInit, headers }
  }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }
}
