import * as z from 'zod/mini'
import { readEventStream } from './event-stream.ts'
import { whenOnline } from './online.ts'
import { requestStream } from './request.ts'

/** Something that has just happened and that the person may see. */
const LiveEvent = z.object({
  /** `newsPost.published` */
  topic: z.string(),
  resourceId: z.string(),
})
export type LiveEvent = z.infer<typeof LiveEvent>

type Listener = (event: LiveEvent) => void

/** Heartbeats come every 20 s; this long without one and the line is dead, whatever the browser believes. */
const silenceLimit = 50_000
const firstDelay = 1_000
const longestDelay = 60_000

const listeners = new Set<Listener>()
let connection: AbortController | undefined
/** Survives a lost line, so that the next one begins with what was missed. */
let lastEventId = ''

/** Tells `listener` what happens while the app is open. Returns the function that ends it. */
export function subscribeToLive(listener: Listener): () => void {
  listeners.add(listener)
  connection ??= connect()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    connection?.abort()
    connection = undefined
  }
}

function connect(): AbortController {
  const stop = new AbortController()
  void keepConnected(stop.signal)
  return stop
}

async function keepConnected(stop: AbortSignal): Promise<void> {
  let failures = 0
  while (!stop.aborted) {
    await whenOnline(stop)
    try {
      await listen(stop, () => {
        failures = 0
      })
    } catch {
      // Every reason for losing the line has the same cure: try again, later each time.
    }
    await pause(delayAfter(failures++), stop)
  }
}

/** Reads until the line is lost. Throws or returns; both mean lost. */
async function listen(stop: AbortSignal, onAlive: () => void): Promise<void> {
  const silence = new AbortController()
  const startTimer = () => setTimeout(() => silence.abort(), silenceLimit)
  let timer = startTimer()
  try {
    const stream = await requestStream('/v1.0/live', {
      headers: { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) },
      signal: AbortSignal.any([stop, silence.signal]),
    })
    for await (const message of readEventStream(stream)) {
      clearTimeout(timer)
      timer = startTimer()
      onAlive()
      if (!message) continue
      lastEventId = message.id
      tell(message.data)
    }
  } finally {
    clearTimeout(timer)
  }
}

function tell(data: string): void {
  const event = LiveEvent.safeParse(parseJson(data))
  if (!event.success) return
  for (const listener of listeners) listener(event.data)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Doubles each time, and is spread so that everybody does not come back at once after a restart. */
const delayAfter = (failures: number) =>
  Math.min(longestDelay, firstDelay * 2 ** failures) * (0.5 + Math.random() / 2)

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    stop.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
  })
}

// A page kept for the back button must not hold its line open.
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => connection?.abort())
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && listeners.size > 0) connection = connect()
  })
}
