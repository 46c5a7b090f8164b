import { Hono } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { createHub, type LiveEvent } from './hub.ts'

/** Milliseconds between heartbeats, and how long a stream lives before the page signs in to a new one. */
const heartbeat = 20_000
const maxAge = 10 * 60_000

/**
 * `GET /v1.0/live`: server-sent events of what reaches the viewer. `Last-Event-ID` catches up. The stream ends
 * after ten minutes, and at once for a person disabled meanwhile, so a token never outlives its check by much.
 */
export function liveRoutes(deps: Deps) {
  const hub = createHub(deps)
  return new Hono<Env>().get('/live', (c) => {
    const { viewer } = c.var
    const position = c.req.header('last-event-id') ?? ''
    const lastEventId = /^\d{1,15}$/.test(position) ? Number(position) : undefined
    c.header('X-Accel-Buffering', 'no')
    const send = async (stream: SSEStreamingApi) => {
      let sent = lastEventId ?? (await hub.lastId())
      const waiting: LiveEvent[] = []
      let wake = () => {}
      const end = await hub.subscribe(viewer, (event) => {
        waiting.push(event)
        wake()
      })
      stream.onAbort(() => {
        end()
        wake()
      })
      try {
        // Subscribed first, then caught up: nothing falls between, and what comes twice is skipped by id.
        waiting.unshift(...(await hub.catchUp(viewer, sent)))
        await stream.writeSSE({ event: 'ready', id: String(sent), data: '{}' })
        const endsAt = Date.now() + maxAge
        while (!stream.aborted && Date.now() < endsAt) {
          for (const event of waiting.splice(0)) {
            if (event.id <= sent) continue
            sent = event.id
            const { topic, resourceId } = event
            const data = JSON.stringify({ topic, resourceId })
            await stream.writeSSE({ id: String(event.id), event: topic, data })
          }
          const woken = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(false), heartbeat)
            wake = () => {
              clearTimeout(timer)
              resolve(true)
            }
            if (waiting.length > 0 || stream.aborted) wake()
          })
          if (woken) continue
          if (!(await isEnabled(deps, viewer.id))) break
          await stream.write(': still here\n\n')
        }
      } finally {
        end()
      }
    }
    return streamSSE(c, send, async (error) => {
      deps.log('error', 'live stream failed', { requestId: c.var.requestId, error: String(error) })
    })
  })
}

async function isEnabled({ db }: Deps, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('user')
    .select('account_enabled')
    .where('id', '=', userId)
    .executeTakeFirst()
  return row?.account_enabled ?? false
}
