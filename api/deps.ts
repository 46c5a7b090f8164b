import type { Kysely } from 'kysely'
import type { Database } from './database/schema.ts'
import type { MessageMediaType } from './mail/message-media-type.ts'
import type { ImportedMessage } from './news-posts/import-message.ts'

/** What a verified access token says. The API trusts nothing else about the caller (graph.md §4.3). */
export interface TokenClaims {
  /** Directory object id of the person, the key of `user`. */
  oid: string
  /** Only for display and first provisioning, never a key. */
  preferredUsername: string
  name: string
  /** App roles of the token. Unknown values are ignored. */
  roles: readonly string[]
  /** When the token was issued, seconds since 1970. */
  issuedAt: number
}

/** Everything the API needs from the place it runs in. Browser, Node and tests hand in their own. */
export interface Deps {
  db: Kysely<Database>
  /** Resolves for a good token; throws `unauthorized()`, or `serviceUnavailable()` when the keys cannot be fetched. */
  verifyToken: (token: string) => Promise<TokenClaims>
  /** The clock. Tests move it. */
  now: () => Date
  /**
   * Calls `onPayload` for every NOTIFY on `channel` (lower-case name) from any process.
   * @returns a function that stops listening.
   */
  listen: (channel: string, onPayload: (payload: string) => void) => Promise<() => Promise<void>>
  /**
   * `parseMessage`, where it holds up nobody else and within bounded time and memory. The bytes may be gone afterwards.
   * @throws as `parseMessage` does; 422 `messageTooComplex` when the bounds are reached, 503 when too many are waiting.
   */
  readMessage: (bytes: Uint8Array, mediaType?: MessageMediaType) => Promise<ImportedMessage>
  /** One structured line to the operator's log. Never called with content, tokens or identity numbers. */
  log: (level: 'info' | 'warning' | 'error', message: string, fields?: Record<string, unknown>) => void
  settings: ApiSettings
}

/** Settings of one mount of the API. */
export interface ApiSettings {
  /** Public origin without trailing slash; all absolute links are built from it, never from request headers (ASVS 4.1.3). */
  publicUrl: string
  /** Create an employee at first sign-in when the directory does not have the person yet. True with Entra ID, false otherwise. */
  provisionUsers: boolean
  /** Requests a person may make: `burst` at once, refilled by `perSecond`. */
  rateLimit: { burst: number; perSecond: number }
}
