import { Hono } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { findViewer } from '../http/find-viewer.ts'
import type { Viewer } from '../viewer.ts'
import { createHub, type LiveEvent } from './hub.ts'

/** Milliseconds between heartbeats, and how long a stream lives before the page signs in to a new one. */
const usualTiming = { heartbeat: 20_000, maxAge: 10 * 60_000 }

/**
 * `GET /v1.0/live`: server-sent events of what reaches the viewer. `Last-Event-ID` catches up. The stream ends
 * after ten minutes, and at the next heartbeat for a person who was disabled or whose audiences changed meanwhile:
 * whoever still may come back is told what reaches them now.
 */
export function liveRoutes(deps: Deps, timing = usualTiming) {
  const hub = createHub(deps)
  return new Hono<Env>().get('/live', (c) => {
    const { viewer } = c.var
    const position = c.req.header('last-event-id') ?? ''
    const lastEventId = /^\d{1,15}$/.test(position) ? Number(position) : Infinity
    c.header('X-Accel-Buffering', 'no')
    // Nobody reads the stream of a HEAD, so nothing would end it.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
    const leave = hub.takePlace(viewer)
    const send = async (stream: SSEStreamingApi) => {
      // A position beyond the end is one of another database, such as before a restore.
      let sent = Math.min(lastEventId, await hub.lastId())
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
        const endsAt = Date.now() + timing.maxAge
        let beatAt = Date.now() + timing.heartbeat
        while (!stream.aborted && Date.now() < endsAt) {
          for (const event of waiting.splice(0)) {
            if (event.id <= sent) continue
            sent = event.id
            const { topic, resourceId } = event
            const data = JSON.stringify({ topic, resourceId })
            await stream.writeSSE({ id: String(event.id), event: topic, data })
          }
          if (Date.now() >= beatAt) {
            if (!(await hearsTheSame(deps, viewer))) break
            await stream.write(': still here\n\n')
            beatAt = Date.now() + timing.heartbeat
          }
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, beatAt - Date.now())
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
            if (waiting.length > 0 || stream.aborted) wake()
          })
        }
      } finally {
        end()
      }
    }
    // Caught here: Hono would send the error's message to the page.
    return streamSSE(c, (stream) =>
      send(stream)
        .catch((error: unknown) =>
          deps.log('error', 'live stream failed', { requestId: c.var.requestId, error: String(error) }),
        )
        .finally(leave),
    )
  })
}

/** Whether the person may still sign in, and is reached by the same audiences as when the stream began. */
async function hearsTheSame({ db, now }: Deps, { id, roles, audienceKeys }: Viewer): Promise<boolean> {
  const viewer = await findViewer(db, { oid: id, roles: [...roles] }, now())
  return viewer !== undefined && viewer.audienceKeys.toSorted().join() === audienceKeys.toSorted().join()
}
