import { Agent, request } from 'node:http'

/** One request to the API. */
export interface Call {
  /** With the query, from `/v1.0` on. */
  path: string
  token: string
  method?: 'GET' | 'POST'
  body?: unknown
}

/** What came back, and how long that took. */
export interface Answer {
  status: number
  /** The parsed body; `value` is what collections and batches are read by. */
  body: Record<string, unknown>
  milliseconds: number
}

/** Sends requests over connections that stay open, as a browser's do. */
export class Client {
  readonly #origin: string
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })

  constructor(origin: string) {
    this.#origin = origin
  }

  /** The time runs until the last byte; parsing the answer is not part of it. */
  send(call: Call): Promise<Answer> {
    const { path, token, method = 'GET', body } = call
    const content = body === undefined ? undefined : JSON.stringify(body)
    const headers: Record<string, string> = { authorization: `Bearer ${token}` }
    if (content !== undefined) headers['content-type'] = 'application/json'
    const started = performance.now()
    return new Promise((resolve, reject) => {
      const sent = request(this.#origin + path, { method, headers, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const milliseconds = performance.now() - started
          const text = Buffer.concat(chunks).toString()
          // A number (`$count`) is no object, and nobody reads it.
          const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {}
          resolve({ status: response.statusCode ?? 0, body: parsed as Record<string, unknown>, milliseconds })
        })
      })
      sent.on('error', (error) => {
        // The server closed an idle connection at the moment it was taken up again: browsers try once more, too.
        const isStale = sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
        if (isStale) this.send(call).then(resolve, reject)
        else reject(error)
      })
      sent.end(content)
    })
  }

  close() {
    this.#agent.destroy()
  }
}
