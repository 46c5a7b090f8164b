import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { Store } from './store.ts'

/** The mocked provider's key pair: what signs, and what verifies. */
export interface SigningKey {
  privateKey: Awaited<ReturnType<typeof importJWK>>
  publicJwk: JWK & { kid: string }
}

const place = 'tunet-mock-key'

/** The key kept in this browser, made at the first call: a reload must not make every token worthless. */
export async function signingKey(store: Store): Promise<SigningKey> {
  const saved = store.getItem(place)
  const jwk = saved ? (JSON.parse(saved) as JWK & { kid: string }) : await makeKey() // written below, by nobody else
  store.setItem(place, JSON.stringify(jwk))
  const { kty, n, e, kid } = jwk
  return {
    privateKey: await importJWK(jwk, 'RS256'),
    publicJwk: { kty, n, e, kid, alg: 'RS256', use: 'sig' },
  }
}

async function makeKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID() }
}
