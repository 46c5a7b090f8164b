// @vitest-environment node
import { Hono } from 'hono'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '../database/schema.ts'
import type { Env } from './env.ts'
import { errorResponse } from './error-response.ts'

const noDatabase = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Answers a request that fails with `error`. */
function answerTo(error: Error) {
  const logged: string[] = []
  const app = new Hono<Env>()
  app.onError(errorResponse)
  app.use(async (c, next) => {
    const notAsked = () => Promise.reject(new Error('not asked'))
    c.set('deps', {
      db: noDatabase,
      now: () => new Date(0),
      log: (_, message) => logged.push(message),
      verifyToken: notAsked,
      listen: notAsked,
      readMessage: notAsked,
      settings: { publicUrl: '', provisionUsers: false, rateLimit: { burst: 1, perSecond: 1 } },
    })
    c.set('requestId', 'a')
    await next()
  })
  app.get('/', () => {
    throw error
  })
  return { response: app.request('/'), logged }
}

const withCode = (code: string) => Object.assign(new Error('secret detail'), { code })

test.for([
  ['the server stops', withCode('57P01')],
  ['there are too many connections', withCode('53300')],
  ['nobody listens', withCode('ECONNREFUSED')],
  ['two transactions wait for each other', withCode('40P01')],
  ['no connection is free in time', new Error('timeout exceeded when trying to connect')],
  ['the connection is lost', new Error('Connection terminated unexpectedly')],
] as const)('a request is to be tried again when %s', async ([, error]) => {
  const { response, logged } = answerTo(error)
  const { status, headers } = await response
  expect([status, headers.get('retry-after')]).toEqual([503, '5'])
  expect(logged).toEqual(['request failed'])
})

test.for([withCode('23505'), withCode('22P02'), new TypeError('secret detail')])(
  'a fault of ours is 500 and keeps its reason to itself: %s',
  async (error) => {
    const response = await answerTo(error).response
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
  },
)
