// @vitest-environment node
import {
  base64url,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWTHeaderParameters,
} from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { createTokenVerifier } from './verify-token.ts'

const issuer = 'https://login.example/tenant/v2.0'
const audience = 'api://tunet'
const oid = '0198c7a0-0000-7000-8000-000000000001'
const ours = await generateKeyPair('RS256', { extractable: true })
const theirs = await generateKeyPair('RS256', { extractable: true })
const publicJwk = { ...(await exportJWK(ours.publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' }
const keys = createLocalJWKSet({ keys: [publicJwk] })
const verify = createTokenVerifier({ issuer, audience, keys })

const claims = {
  sub: oid,
  oid,
  scp: 'access_as_user',
  name: 'Kari Nilsen',
  preferred_username: 'kari.nilsen@elvestrand.example',
  roles: ['Editor'],
}

interface Made {
  claims?: Record<string, unknown>
  header?: Partial<JWTHeaderParameters>
  key?: CryptoKey | Uint8Array
  /** Seconds from now. */
  issued?: number
  expires?: number
}

/** A good token, but for what is handed in. `undefined` removes a claim. */
async function aToken(made: Made = {}) {
  const now = Math.floor(Date.now() / 1000)
  const body = { iss: issuer, aud: audience, ...claims, ...made.claims }
  const jwt = new SignJWT(body).setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...made.header })
  if (!made.claims || !('iat' in made.claims)) jwt.setIssuedAt(now + (made.issued ?? 0))
  if (!made.claims || !('exp' in made.claims)) jwt.setExpirationTime(now + (made.expires ?? 3600))
  return jwt.sign(made.key ?? ours.privateKey)
}

/** header.payload.signature from anything, signed by nobody. */
const raw = (header: unknown, payload: unknown, signature = '') =>
  [header, payload].map((part) => base64url.encode(JSON.stringify(part))).join('.') + '.' + signature

let good: string
beforeAll(async () => {
  good = await aToken()
})

test('a good token says who and with which powers', async () => {
  expect(await verify(good)).toMatchObject({
    oid,
    preferredUsername: 'kari.nilsen@elvestrand.example',
    name: 'Kari Nilsen',
    roles: ['Editor'],
  })
})

test('roles, names and other scopes are optional, and an object id is compared in lower case', async () => {
  const token = await aToken({
    claims: {
      roles: undefined,
      name: undefined,
      preferred_username: undefined,
      oid: oid.toUpperCase(),
      scp: 'x access_as_user y',
    },
  })
  expect(await verify(token)).toMatchObject({ oid, roles: [] })
})

test('clocks may differ by a minute, not by more', async () => {
  expect(await verify(await aToken({ expires: -30 }))).toMatchObject({ oid })
  await expect(verify(await aToken({ expires: -90 }))).rejects.toMatchObject({ status: 401 })
})

test('the clock can be moved', async () => {
  const tomorrow = createTokenVerifier({
    issuer,
    audience,
    keys,
    now: () => new Date(Date.now() + 86_400_000),
  })
  await expect(tomorrow(good)).rejects.toMatchObject({ status: 401 })
})

const now = Math.floor(Date.now() / 1000)
const payload = { iss: issuer, aud: audience, iat: now, exp: now + 3600, ...claims }
const signatureOf = (token: string) => token.slice(token.lastIndexOf('.') + 1)
const theirJwk = await exportJWK(theirs.publicKey)
const publicPem = new TextEncoder().encode(JSON.stringify(publicJwk))

/** Everything that must be refused (graph.md §4.3), and how it is made. */
const refused: Record<string, () => string | Promise<string>> = {
  'an ID token: another audience and no scope': () =>
    aToken({ claims: { aud: 'tunet-spa', scp: undefined, nonce: 'n' } }),
  'another audience': () => aToken({ claims: { aud: 'api://other' } }),
  'another issuer': () => aToken({ claims: { iss: 'https://login.example/other/v2.0' } }),
  'an issuer that only begins like ours': () => aToken({ claims: { iss: `${issuer}.evil.example` } }),
  'alg none': () => raw({ alg: 'none', kid: 'key-1' }, payload),
  'alg None': () => raw({ alg: 'None', kid: 'key-1' }, payload),
  'alg NONE with the signature of a good token': () =>
    raw({ alg: 'NONE', kid: 'key-1' }, payload, signatureOf(good)),
  'no alg at all': () => raw({ kid: 'key-1' }, payload, signatureOf(good)),
  'a key of their own under our kid': () => aToken({ key: theirs.privateKey }),
  'a key of their own embedded as jwk': () => aToken({ key: theirs.privateKey, header: { jwk: theirJwk } }),
  'a key of their own embedded as jwk, without kid': () =>
    aToken({ key: theirs.privateKey, header: { jwk: theirJwk, kid: undefined } }),
  'a key set address in jku': () =>
    aToken({ key: theirs.privateKey, header: { jku: 'https://evil.example/jwks.json' } }),
  'an unknown kid': () => aToken({ header: { kid: 'key-2' } }),
  'a path as kid': () => aToken({ key: theirs.privateKey, header: { kid: '../../../dev/null' } }),
  'HS256 with the public key as the secret': () => aToken({ key: publicPem, header: { alg: 'HS256' } }),
  'RS512, which we never use': async () => {
    const pair = await generateKeyPair('RS512')
    return aToken({ key: pair.privateKey, header: { alg: 'RS512' } })
  },
  'a critical header nobody knows': () =>
    raw({ alg: 'RS256', kid: 'key-1', crit: ['b65'], b65: 1 }, payload, signatureOf(good)),
  'a swapped payload': () => {
    const [header = '', , signature = ''] = good.split('.')
    return [header, base64url.encode(JSON.stringify({ ...payload, roles: ['Admin'] })), signature].join('.')
  },
  'a truncated signature': () => good.slice(0, -8),
  'no signature': () => good.slice(0, good.lastIndexOf('.') + 1),
  'two tokens': () => `${good} ${good}`,
  'two tokens with a comma': () => `${good},${good}`,
  expired: () => aToken({ issued: -7200, expires: -3600 }),
  'not yet valid': () => aToken({ claims: { nbf: now + 600 } }),
  'no scp': () => aToken({ claims: { scp: undefined } }),
  'a scp that only contains our scope as part of a word': () =>
    aToken({ claims: { scp: 'no_access_as_user' } }),
  'a scp that is a list': () => aToken({ claims: { scp: ['access_as_user'] } }),
  'no sub': () => aToken({ claims: { sub: undefined } }),
  'no oid': () => aToken({ claims: { oid: undefined } }),
  'an oid that is no object id': () => aToken({ claims: { oid: "' or 1=1 --" } }),
  'no iat': () => aToken({ claims: { iat: undefined } }),
  'no exp': () => aToken({ claims: { exp: undefined } }),
  'an exp that is text': () => aToken({ claims: { exp: '2099-01-01' } }),
  'roles that are no list': () => aToken({ claims: { roles: 'Admin' } }),
  'roles that are no texts': () => aToken({ claims: { roles: [{ toString: 'Admin' }] } }),
  'a payload that is no object': () => raw({ alg: 'RS256', kid: 'key-1' }, [], signatureOf(good)),
  empty: () => '',
  blank: () => ' ',
  'only dots': () => '..',
  'five parts, as an encrypted token has': () => 'a.b.c.d.e',
  'not base64': () => 'æ.ø.å',
}

test.for(Object.entries(refused))('refused: %s', async ([, make]) => {
  const error = await verify(await make()).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    status: 401,
    message: 'A valid access token is required.',
    parts: { code: 'invalidAuthenticationToken' },
  })
})

test('keys that cannot be fetched are our fault, not the caller’s', async () => {
  const down = createTokenVerifier({
    issuer,
    audience,
    keys: () => Promise.reject(new TypeError('fetch failed')),
  })
  await expect(down(good)).rejects.toMatchObject({
    status: 503,
    parts: { code: 'signInKeysUnavailable', headers: { 'Retry-After': '10' } },
  })
})

test('while the keys are out of reach, a token with a wrong algorithm is still just refused', async () => {
  const down = createTokenVerifier({
    issuer,
    audience,
    keys: () => Promise.reject(new TypeError('fetch failed')),
  })
  await expect(down(raw({ alg: 'none' }, payload))).rejects.toMatchObject({ status: 401 })
})
