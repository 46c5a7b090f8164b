import type { Server, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds between looks for connections that have become idle. */
const interval = 50

/** What is being answered by a server. */
export interface OpenResponses {
  /** Ends all streams of events; pages take them up again, here or elsewhere, and catch up. */
  endEventStreams: () => void
  /**
   * Ends the server without cutting anyone off: no new connections, no streams of events, and `milliseconds` for
   * requests to finish.
   */
  drain: (milliseconds: number) => Promise<void>
}

/** Follows the responses of a server from now on. */
export function trackResponses(server: Server): OpenResponses {
  const open = new Set<ServerResponse>()
  server.on('request', (_, response) => {
    open.add(response)
    response.once('close', () => open.delete(response))
  })
  const endEventStreams = () => {
    for (const response of open) if (isEventStream(response)) response.destroy()
  }
  const drain = async (milliseconds: number) => {
    const deadline = Date.now() + milliseconds
    const closed = new Promise<boolean>((resolve) => server.close(() => resolve(true)))
    do {
      endEventStreams()
      server.closeIdleConnections()
      if (Date.now() > deadline) server.closeAllConnections()
    } while (!(await Promise.race([closed, sleep(interval, false)])))
  }
  return { endEventStreams, drain }
}

function isEventStream(response: ServerResponse) {
  return String(response.getHeader('content-type')).startsWith('text/event-stream')
}
