import { setTimeout as sleep } from 'node:timers/promises'
import pg, { type ClientConfig } from 'pg'
import type { Deps } from '#api/deps.ts'
import { messageOf } from './start-error.ts'

type OnPayload = (payload: string) => void

/** Milliseconds between the first attempts to get a lost connection back, and the most it grows to. */
const retryDelay = { first: 100, longest: 5000 }
/** Milliseconds between the questions that tell a connection that is silent from one that is gone. */
const heartbeat = 30_000

/**
 * One connection per process that hears every NOTIFY and passes it on to all who listen here, however many open
 * pages that is. A lost connection is taken up again. What was said meanwhile is lost here; `onReturn` is the moment
 * to let those who listened catch up from the table.
 */
export class Listener {
  readonly #connection: ClientConfig
  readonly #log: Deps['log']
  readonly #channels = new Map<string, Set<OnPayload>>()
  #client: pg.Client | undefined
  #isClosed = false
  readonly #heartbeat: NodeJS.Timeout
  /** Called when a lost connection has been taken up again. */
  onReturn: () => void = () => undefined

  constructor(connection: ClientConfig, log: Deps['log']) {
    this.#connection = connection
    this.#log = log
    this.#heartbeat = setInterval(() => void this.#ask(), heartbeat).unref()
  }

  /** Connects for the first time. @throws the database's error. */
  async open(): Promise<void> {
    this.#client = await this.#connect()
  }

  /** See `Deps.listen`. While the connection is lost it resolves at once, and hears again when it is back. */
  async listen(channel: string, onPayload: OnPayload): Promise<() => Promise<void>> {
    const known = this.#channels.get(channel)
    const listeners = known ?? new Set<OnPayload>()
    // A wrapper of its own, so one function may listen twice.
    const listener: OnPayload = (payload) => onPayload(payload)
    listeners.add(listener)
    if (!known) {
      this.#channels.set(channel, listeners)
      await this.#client?.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => undefined)
    }
    return async () => {
      listeners.delete(listener)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#heartbeat)
    await this.#client?.end().catch(() => undefined)
  }

  async #connect() {
    const client = new pg.Client({
      ...this.#connection,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
    })
    client.on('error', () => this.#lose(client))
    client.on('end', () => this.#lose(client))
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.#channels.get(channel) ?? []) listener(payload ?? '')
    })
    await client.connect()
    for (const channel of this.#channels.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    return client
  }

  #lose(client: pg.Client) {
    if (this.#client !== client) return
    this.#client = undefined
    client.end().catch(() => undefined)
    if (!this.#isClosed) void this.#reconnect()
  }

  async #reconnect() {
    this.#log('warning', 'lost the connection that hears of live events')
    for (let delay = retryDelay.first; !this.#isClosed; delay = Math.min(2 * delay, retryDelay.longest)) {
      await sleep(delay, undefined, { ref: false })
      try {
        this.#client = await this.#connect()
        this.#log('info', 'hears of live events again')
        this.onReturn()
        return
      } catch (error) {
        this.#log('warning', 'cannot hear of live events', { error: messageOf(error) })
      }
    }
  }

  async #ask() {
    const client = this.#client
    if (client) await client.query('select').catch(() => this.#lose(client))
  }
}
