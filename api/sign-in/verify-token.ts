import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import * as z from 'zod/mini'
import type { TokenClaims } from '../deps.ts'
import { ApiError, serviceUnavailable, unauthorized } from '../http/errors.ts'

/** The one permission a client asks for on behalf of the person; ID tokens and app-only tokens lack it. */
export const accessScope = 'access_as_user'

/** What an access token is checked against. */
export interface TokenVerifierOptions {
  /** Exactly the `iss` of the tokens. */
  issuer: string
  /** Exactly the `aud` of the tokens: this API, not the SPA. */
  audience: string
  /** Finds the public key of a token, from `createRemoteJWKSet` or `createLocalJWKSet`. */
  keys: JWTVerifyGetKey
  /** The clock; the real one when left out. */
  now?: () => Date
}

const Payload = z.object({
  // A directory object id; anything else could not be a key of `user`.
  oid: z.guid(),
  sub: z.string().check(z.minLength(1)),
  iat: z.number(),
  scp: z.string(),
  name: z.optional(z.string()),
  preferred_username: z.optional(z.string()),
  roles: z.optional(z.array(z.string())),
})

/**
 * Makes the check every request to the API passes (graph.md §4.3; ASVS 9.1, 9.2). RS256 only, so neither `none`
 * nor an HMAC made from the public key is considered; a key or address inside the token is never used. `typ` is not
 * compared: Entra ID sends `JWT` and the local provider `at+jwt`. Clocks may differ by 60 seconds.
 *
 * The check throws `unauthorized()` whatever is wrong with the token, and `serviceUnavailable()` when the keys
 * cannot be fetched.
 */
export function createTokenVerifier(options: TokenVerifierOptions): (token: string) => Promise<TokenClaims> {
  const keys = keysOrUnavailable(options.keys)
  return async (token) => {
    const payload = await verifiedPayload(token, keys, options)
    if (!payload.success || !payload.data.scp.split(' ').includes(accessScope)) throw unauthorized()
    const { oid, iat, name, preferred_username: userName, roles } = payload.data
    return {
      oid: oid.toLowerCase(),
      preferredUsername: userName ?? oid,
      name: name ?? userName ?? oid,
      roles: roles ?? [],
      issuedAt: iat,
    }
  }
}

async function verifiedPayload(token: string, keys: JWTVerifyGetKey, options: TokenVerifierOptions) {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: options.issuer,
      audience: options.audience,
      algorithms: ['RS256'],
      clockTolerance: 60,
      currentDate: options.now?.(),
      requiredClaims: ['sub', 'oid', 'exp', 'iat', 'scp'],
    })
    return Payload.safeParse(payload)
  } catch (error) {
    throw error instanceof ApiError ? error : unauthorized()
  }
}

/** Tells a token that names a key nobody has from keys that could not be had. */
function keysOrUnavailable(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      const isTokensFault =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported
      throw isTokensFault ? error : serviceUnavailable('signInKeysUnavailable')
    }
  }
}
