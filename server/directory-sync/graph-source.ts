import * as z from 'zod/mini'
import { followed } from '#api/directory-sync/graph-user.ts'
import {
  type Answer,
  DirectoryFault,
  type DirectorySource,
  ResyncRequired,
} from '#api/directory-sync/source.ts'
import type { GraphSettings } from '../config.ts'
import { graphTokens, readJson } from './graph-token.ts'
import { type Arrived, createTransport, sleep, type Sleep } from './transport.ts'

/** Questions of one batch (Microsoft Graph takes no more), batches under way at once, and times one question is asked. */
const batching = { size: 20, atOnce: 4, attempts: 4 }
/** Longest wait between two attempts of a question in a batch, in milliseconds. */
const longestPause = 60_000

/** A request to the directory; the token is added. */
interface Request extends Omit<RequestInit, 'headers'> {
  headers?: Record<string, string>
}

const BatchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.int(),
      headers: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
      body: z.optional(z.unknown()),
    }),
  ),
})
const GraphError = z.object({ error: z.object({ code: z.string() }) })

/** Codes with which a link is refused that is too old, beside status 410. */
const isForgotten = (code: string | undefined) => /resync|syncState/i.test(code ?? '')

/**
 * The directory of Microsoft Graph, read as the application itself.
 * @param signal wakes whatever waits.
 */
export function openGraph(
  settings: GraphSettings,
  { signal, wait = sleep }: { signal?: AbortSignal; wait?: Sleep } = {},
): DirectorySource {
  const base = `${settings.url}/v1.0`
  const send = createTransport(signal, wait)
  const token = graphTokens(settings, send)

  async function get(url: string, { headers, ...init }: Request = {}): Promise<Arrived> {
    const withToken = async (renew: boolean) =>
      send(url, {
        ...init,
        headers: {
          accept: 'application/json',
          ...headers,
          authorization: `Bearer ${await token(renew)}`,
        },
      })
    const first = await withToken(false)
    return first.status === 401 ? withToken(true) : first
  }

  /** The token goes nowhere else than to the one place it is for, whatever a link says. */
  function ours(link: string): string {
    if (!URL.canParse(link) || new URL(link).origin !== new URL(settings.url).origin)
      throw new DirectoryFault('The directory leads to a page outside GRAPH_URL.')
    return link
  }

  async function askBatch(addresses: readonly string[]): Promise<Answer[]> {
    const answers: Answer[] = addresses.map(() => ({ status: 503, body: undefined }))
    let open = addresses.map((_, index) => index)
    for (let attempt = 1; open.length > 0; attempt++) {
      const requests = open.map((index) => ({ id: String(index), method: 'GET', url: addresses[index] }))
      const arrived = await get(`${base}/$batch`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ requests }),
      })
      const batch = z.safeParse(BatchAnswer, readJson(arrived.bytes))
      if (arrived.status !== 200 || !batch.success) throw refused(arrived, '/$batch')
      let pause = 1000 * 2 ** (attempt - 1)
      for (const { id, status, headers, body } of batch.data.responses) {
        const index = Number(id)
        if (answers[index]) answers[index] = { status, body }
        pause = Math.max(pause, secondsOf(headers) * 1000)
      }
      open = open.filter((index) => isPassing(answers[index]))
      if (open.length === 0 || attempt === batching.attempts || signal?.aborted) break
      await wait(Math.min(pause, longestPause), signal)
    }
    return answers
  }

  return {
    start: `${base}/users/delta?$select=${followed.join()}`,
    async page(link) {
      const arrived = await get(ours(link))
      if (arrived.status === 200) return readJson(arrived.bytes)
      const code = z.safeParse(GraphError, readJson(arrived.bytes)).data?.error.code
      if (arrived.status === 410 || (arrived.status === 400 && isForgotten(code))) throw new ResyncRequired()
      throw refused(arrived, '/users/delta')
    },
    async ask(addresses) {
      const batches: string[][] = []
      for (let at = 0; at < addresses.length; at += batching.size)
        batches.push(addresses.slice(at, at + batching.size))
      const answers: Answer[] = []
      for (let at = 0; at < batches.length; at += batching.atOnce) {
        const some = await Promise.all(batches.slice(at, at + batching.atOnce).map(askBatch))
        answers.push(...some.flat())
      }
      return answers
    },
    async bytes(address) {
      const arrived = await get(`${base}${address}`, { headers: { accept: '*/*' } })
      if (arrived.status === 404) return undefined
      if (arrived.status !== 200) throw refused(arrived, 'a photo')
      return arrived.bytes
    },
  }
}

const isPassing = (answer: Answer | undefined) =>
  answer !== undefined && (answer.status === 429 || answer.status === 503 || answer.status === 504)

/** `Retry-After` of one answer in a batch; header names come in any case. */
function secondsOf(headers: Record<string, unknown> | null | undefined): number {
  const [, value] = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after') ?? []
  const seconds = Number(value)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0
}

function refused({ status, bytes }: Arrived, what: string): DirectoryFault {
  const code = z.safeParse(GraphError, readJson(bytes)).data?.error.code
  const why =
    status === 403
      ? ': the application needs the permission User.Read.All, with consent of an administrator'
      : ''
  return new DirectoryFault(
    `GRAPH_URL answered ${status}${code && /^[\w.]{1,60}$/.test(code) ? ` ${code}` : ''} to ${what}${why}.`,
  )
}
