import { DirectoryFault } from '#api/directory-sync/source.ts'
import { messageOf } from '../start-error.ts'

/** An answer that has arrived whole. */
export interface Arrived {
  status: number
  headers: Headers
  bytes: Uint8Array
}

/** Sends a request, and again as long as that may help. @throws DirectoryFault. */
export type Transport = (url: string, init: RequestInit) => Promise<Arrived>

/** Times a request is sent; milliseconds one may take; bytes of an answer; longest wait between, in milliseconds. */
const limits = { attempts: 6, patience: 60_000, size: 32 * 1024 * 1024, wait: 120_000 }
/** Milliseconds before the second attempt, where nobody says how long; doubled for each one after. */
const firstWait = 1000
const passing = new Set([429, 500, 502, 503, 504])

/** Waits, and may be woken by a signal. */
export type Sleep = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>

/** Waits for so many milliseconds; ends early when the signal comes. */
export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
  })

/**
 * Makes the way requests go: what is refused for now is sent again after as long as `Retry-After` asks for, and what is
 * lost on the way after a second, two, four and so on. Never for ever: after that it is a fault, and the next run tries.
 */
export function createTransport(signal?: AbortSignal, wait: Sleep = sleep): Transport {
  return async (url, init) => {
    const place = new URL(url).host
    for (let attempt = 1; ; attempt++) {
      const outcome = await sendOnce(url, init).catch((error: unknown) => messageOf(error))
      const isLost = typeof outcome === 'string'
      if (!isLost && !passing.has(outcome.status)) return outcome
      const reason = isLost ? outcome : `status ${outcome.status}`
      if (attempt === limits.attempts || signal?.aborted)
        throw new DirectoryFault(`${place} did not answer after ${attempt} attempts: ${reason}.`)
      const asked = isLost ? undefined : retryAfter(outcome.headers)
      if (asked !== undefined && asked > limits.wait)
        throw new DirectoryFault(`${place} asks for a pause of ${Math.ceil(asked / 1000)} seconds.`)
      await wait(asked ?? firstWait * 2 ** (attempt - 1), signal)
    }
  }
}

async function sendOnce(url: string, init: RequestInit): Promise<Arrived> {
  // Where another place would send us on is not for our token to go.
  const response = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(limits.patience),
  })
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limits.size) throw new Error(`an answer of more than ${limits.size} bytes`)
    parts.push(part)
  }
  return { status: response.status, headers: response.headers, bytes: Buffer.concat(parts) }
}

/** Milliseconds an answer asks to wait: `Retry-After` in seconds, or a time. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}
