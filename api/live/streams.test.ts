// @vitest-environment node
import { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { expect, test, vi } from 'vitest'
import type { Deps } from '#api/deps.ts'
import type { Env } from '#api/http/env.ts'
import { findViewer } from '#api/http/find-viewer.ts'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import { parseMessage } from '../news-posts/import-message.ts'
import { createHub } from './hub.ts'
import { liveRoutes } from './routes.ts'

describeApi('Live streams', (api) => {
  const deps = (parts: Partial<Deps> = {}): Deps => ({
    db: api.db,
    now: api.clock.now,
    listen: api.listen,
    log: () => {},
    readMessage: parseMessage,
    verifyToken: () => Promise.reject(new Error('not asked')),
    settings: {
      publicUrl: 'https://tunet.test',
      provisionUsers: false,
      rateLimit: { burst: 1, perSecond: 1 },
    },
    ...parts,
  })
  async function viewerOf(name: string) {
    const person = demoPerson(name)
    const viewer = await findViewer(api.db, { oid: person.id, roles: person.appRoles }, new Date())
    if (!viewer) throw new Error(`${name} is not in the directory.`)
    return viewer
  }
  async function liveAs(name: string, parts: Partial<Deps> = {}) {
    const viewer = await viewerOf(name)
    return new Hono<Env>()
      .use(async (c, next) => {
        c.set('viewer', viewer)
        await next()
      })
      .route('/', liveRoutes(deps(parts), { heartbeat: 100, maxAge: 60_000 }))
  }
  const anEvent = (id: number) =>
    api.db
      .insertInto('live_event')
      .values({
        id,
        occurred_at: api.clock.now(),
        topic: 'newsPost.published',
        resource_id: demoPerson('liv.dahl').id,
        audience_keys: ['everyone'],
      })
      .execute()
  /** Says something every tenth of a heartbeat. @returns what stops it. */
  function chatter(onPayload: () => ((payload: string) => void) | undefined, firstId: number) {
    let id = firstId
    const timer = setInterval(() => onPayload()?.(String(id++)), 10)
    return () => clearInterval(timer)
  }

  test('hand events out in order, however long each takes to read', async () => {
    await anEvent(900_001)
    await anEvent(900_002)
    let isFirst = true
    const slowFirst: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        const delay = isFirst ? 200 : 0
        isFirst = false
        await new Promise((resolve) => setTimeout(resolve, delay))
        return result
      },
    }
    let notify: (payload: string) => void = () => {}
    const hub = createHub(
      deps({
        db: api.db.withPlugin(slowFirst),
        listen: async (_, onPayload) => {
          notify = onPayload
          return async () => {}
        },
      }),
    )
    const heard: number[] = []
    await hub.subscribe(await viewerOf('kari.nilsen'), ({ id }) => heard.push(id))
    notify('900001')
    notify('900002')
    await expect.poll(() => heard).toHaveLength(2)
    expect(heard).toEqual([900_001, 900_002])
  })

  test.for([
    ['disabled', { account_enabled: false }],
    ['given another role', { app_roles: ['Crisis'] as const }],
  ] as const)('end for a person who is %s, also while much is said', async ([, change]) => {
    const person = demoPerson('kari.nilsen')
    let notify: ((payload: string) => void) | undefined
    const listen: Deps['listen'] = async (_, onPayload) => {
      notify = onPayload
      return async () => {}
    }
    await Promise.all(Array.from({ length: 100 }, (_, i) => anEvent(900_001 + i)))
    const response = await (await liveAs('kari.nilsen', { listen })).request('/live')
    const stop = chatter(() => notify, 900_001)
    const columns = 'app_roles' in change ? { app_roles: [...change.app_roles] } : change
    await api.db.updateTable('user').set(columns).where('id', '=', person.id).execute()
    const text = await response.text()
    stop()
    expect(text).toContain('event: ready')
    expect([...text.matchAll(/^id: (\d+)$/gm)].length).toBeLessThan(100)
  })

  test('answer HEAD without a stream that nobody reads', async () => {
    const listen = vi.fn<Deps['listen']>(api.listen)
    const live = await liveAs('kari.nilsen', { listen })
    const response = await live.request('/live', { method: 'HEAD' })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(listen).not.toHaveBeenCalled()
  })

  test('go on from the end for a position of another database', async () => {
    const live = await liveAs('kari.nilsen')
    await anEvent(900_001)
    const response = await live.request('/live', { headers: { 'last-event-id': '999999999' } })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toContain('id: 900001\n')
    await reader?.cancel()
  })
})
