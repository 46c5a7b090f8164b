import * as z from 'zod/mini'
import { DirectoryFault } from '#api/directory-sync/source.ts'
import type { GraphSettings } from '../config.ts'
import type { Transport } from './transport.ts'

const TokenAnswer = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number() })
const Refusal = z.object({ error: z.string().check(z.regex(/^[a-z_]{1,40}$/)) })

/** Milliseconds before it expires that a token is no longer used. */
const margin = 60_000

/**
 * Gets tokens as the application itself (OAuth 2.0 client credentials), and keeps each while it is good.
 * @returns a token; `renew` asks for another, when the last was refused.
 */
export function graphTokens(
  { tokenUrl, clientId, clientSecret, url }: GraphSettings,
  send: Transport,
): (renew?: boolean) => Promise<string> {
  let held: { token: string; until: number } | undefined
  return async (renew = false) => {
    if (held && !renew && Date.now() < held.until) return held.token
    const { status, bytes } = await send(tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `${new URL(url).origin}/.default`,
      }).toString(),
    })
    const answer = readJson(bytes)
    const token = z.safeParse(TokenAnswer, answer)
    if (status !== 200 || !token.success) {
      // The code alone: what else the answer says may repeat what was sent.
      const code = z.safeParse(Refusal, answer).data?.error
      throw new DirectoryFault(
        `GRAPH_TOKEN_URL gave no token for GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET (${status}${code ? `, ${code}` : ''}).`,
      )
    }
    held = { token: token.data.access_token, until: Date.now() + token.data.expires_in * 1000 - margin }
    return held.token
  }
}

/** The JSON in an answer; undefined when there is none. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
