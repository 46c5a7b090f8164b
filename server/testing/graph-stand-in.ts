import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A person in the stand-in, with Graph's names; what else there is of them beside it. */
export interface StandInUser extends Record<string, unknown> {
  id: string
}

/** What happens to a request instead of an answer. */
export type Fault = (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>

/** One page as it will be sent. */
interface StoredPage {
  value: unknown[]
  link: 'nextLink' | 'deltaLink'
  to: string
}

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

/**
 * Stands in for Microsoft Graph and its token endpoint, as far as the directory is read from it: rounds of pages with
 * links between them, batches, managers, texts and photos. Knows what has been asked, and fails when told to.
 */
export class GraphStandIn {
  readonly clientId = 'tunet-directory'
  readonly clientSecret = 'hemmelig-nok'
  /** Users a page has. */
  pageSize = 3
  /** Everybody there is now. */
  readonly users = new Map<string, StandInUser>()
  readonly managers = new Map<string, string>()
  readonly texts = new Map<string, Record<string, unknown>>()
  readonly photos = new Map<string, { etag: string; bytes: Uint8Array }>()
  /** Method and path of every request, those inside a batch too. */
  readonly asked: string[] = []
  /** Faults that come before answers to addresses that hold a text, each once, in order. */
  readonly #faults: { part: string; fault: Fault }[] = []
  readonly #pages = new Map<string, StoredPage>()
  #changes: unknown[] = []
  #count = 0
  #tokens = new Set<string>()
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  get origin(): string {
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  }

  get settings() {
    const { clientId, clientSecret, origin } = this
    return { url: origin, tokenUrl: `${origin}/tenant/oauth2/v2.0/token`, clientId, clientSecret }
  }

  /** Adds people, or changes those of the same id: the next round tells of what is given here. */
  put(...users: StandInUser[]): void {
    for (const user of users) {
      this.users.set(user.id, { ...this.users.get(user.id), ...user })
      this.tell(user)
    }
  }

  remove(id: string): void {
    this.users.delete(id)
    this.#changes.push({ id, '@removed': { reason: 'changed' } })
  }

  /** Puts any value into the next round, as it is. */
  tell(...records: Record<string, unknown>[]): void {
    this.#changes.push(...records)
    for (const record of records) {
      const links = record['manager@delta']
      if (!Array.isArray(links)) continue
      const manager = links.find((link) => !link['@removed'])?.id
      if (manager) this.managers.set(String(record.id), manager)
      else this.managers.delete(String(record.id))
    }
  }

  /** What comes next time an address holds `part`. */
  fail(part: string, ...faults: Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ part, fault })))
  }

  /** Makes every link there is unknown, as after a week. */
  forget(): void {
    this.#pages.clear()
  }

  /** Tokens given until now are no longer good. */
  revoke(): void {
    this.#tokens.clear()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const path = request.url ?? ''
    this.asked.push(`${request.method} ${path}`)
    const fault = this.#takeFault(path)
    if (fault) return fault(request, response, body)
    if (path.endsWith('/token')) return void this.#giveToken(response, body)
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!this.#tokens.has(token))
      return void json(response, 401, { error: { code: 'InvalidAuthenticationToken' } })
    if (path.startsWith('/v1.0/$batch')) return void this.#answerBatch(response, body)
    if (path.startsWith('/v1.0/users/delta')) return void this.#answerRound(response, path)
    const photo = /^\/v1\.0\/users\/([^/?]+)\/photos\/240x240\/\$value$/.exec(path)?.[1]
    const bytes = this.photos.get(photo ?? '')?.bytes
    if (bytes) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes)
    const { status, body: found } = this.#find(path.replace('/v1.0', ''))
    json(response, status, found)
  }

  #takeFault(path: string): Fault | undefined {
    const index = this.#faults.findIndex(({ part }) => path.includes(part))
    return index < 0 ? undefined : this.#faults.splice(index, 1)[0]?.fault
  }

  #giveToken(response: ServerResponse, body: string) {
    const form = new URLSearchParams(body)
    const isGood =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === this.clientId &&
      form.get('client_secret') === this.clientSecret &&
      form.get('scope') === `${this.origin}/.default`
    if (!isGood) return json(response, 401, { error: 'invalid_client', error_description: body })
    const token = `token-${++this.#count}`
    this.#tokens.add(token)
    return json(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: token })
  }

  #answerBatch(response: ServerResponse, body: string) {
    const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] }
    if (requests.length > 20) return json(response, 400, { error: { code: 'BadRequest' } })
    const responses = requests.map(({ id, url }) => {
      this.asked.push(`BATCH ${url}`)
      const fault = this.#takeFault(`BATCH ${url}`)
      if (!fault) return { id, headers: {}, ...this.#find(url) }
      return {
        id,
        status: 429,
        headers: { 'Retry-After': '2' },
        body: { error: { code: 'TooManyRequests' } },
      }
    })
    // In any order, as Graph may.
    return json(response, 200, { responses: responses.toReversed() })
  }

  #find(url: string): { status: number; body: unknown } {
    const [path = '', query = ''] = url.split('?')
    const [, , id = '', what = ''] = path.split('/')
    const user = this.users.get(id)
    const nothing = { status: 404, body: { error: { code: 'Request_ResourceNotFound' } } }
    if (!user) return nothing
    if (what === 'manager') {
      const manager = this.managers.get(id)
      return manager ? { status: 200, body: { id: manager } } : nothing
    }
    if (what === 'photos') {
      const photo = this.photos.get(id)
      return photo
        ? { status: 200, body: { '@odata.mediaEtag': photo.etag, id: '240x240', width: 240, height: 240 } }
        : nothing
    }
    if (query.includes('aboutMe')) return { status: 200, body: { id, ...this.texts.get(id) } }
    return { status: 200, body: user }
  }

  #answerRound(response: ServerResponse, path: string) {
    const token = new URL(path, this.origin).searchParams.get('token')
    if (token === null) return json(response, 200, this.#send(this.#divide([...this.users.values()])))
    if (token.startsWith('delta')) {
      if (!this.#pages.has(token)) return this.#gone(response)
      const changes = this.#changes
      return json(response, 200, this.#send(this.#divide(changes)))
    }
    const page = this.#pages.get(token)
    return page ? json(response, 200, this.#send(page)) : this.#gone(response)
  }

  #gone = (response: ServerResponse) => json(response, 410, { error: { code: 'resyncRequired' } })

  /** Keeps the pages of a round behind tokens. @returns the first. */
  #divide(values: readonly unknown[]): StoredPage {
    this.#changes = []
    const pages: unknown[][] = []
    for (let at = 0; at < Math.max(values.length, 1); at += this.pageSize)
      pages.push(values.slice(at, at + this.pageSize))
    const end = `delta${++this.#count}`
    this.#pages.set(end, { value: [], link: 'deltaLink', to: end })
    let after: StoredPage | undefined
    for (const value of pages.toReversed()) {
      const to = after ? `page${++this.#count}` : end
      if (after) this.#pages.set(to, after)
      after = { value, link: after ? 'nextLink' : 'deltaLink', to }
    }
    return after ?? { value: [], link: 'deltaLink', to: end }
  }

  #send({ value, link, to }: StoredPage) {
    return { value, [`@odata.${link}`]: `${this.origin}/v1.0/users/delta?token=${to}` }
  }
}

/** Refuses for now. */
export const refuse =
  (status: 429 | 503, seconds: number): Fault =>
  (_, response) =>
    void json(
      response,
      status,
      { error: { code: 'activityLimitReached' } },
      { 'retry-after': String(seconds) },
    )

/** Begins an answer and lets go of the connection in the middle. */
export const breakOff: Fault = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
  response.write('{"value":[{"id":"', () => request.socket.destroy())
}

/** Answers with anything. */
export const answer =
  (status: number, body: unknown): Fault =>
  (_, response) =>
    void json(response, status, body)
