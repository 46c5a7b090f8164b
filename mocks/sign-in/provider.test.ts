import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { expect, test } from 'vitest'
import { createTokenVerifier } from '#api/sign-in/verify-token.ts'
import { demoPeople } from '../people.ts'
import { apiAudience, authorize, clientId, endSession, issuerOf, type ProviderOptions } from './provider.ts'
import { answerProvider } from './tokens.ts'

const origin = 'https://tunet.test'
const verifier = 'a-verifier-that-is-at-least-forty-three-characters-long'
const redirectUri = `${origin}/redirect.html`

function aProvider() {
  const kept = new Map<string, string>()
  let time = Date.now()
  const options: ProviderOptions = {
    origin,
    people: demoPeople,
    now: () => new Date(time),
    store: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) },
  }
  const wait = (seconds: number) => {
    time += seconds * 1000
  }
  return { options, wait }
}

const kari = demoPeople.find(({ key }) => key === 'kari.nilsen')?.id ?? ''

async function aRequest(more: Record<string, string> = {}) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'openid profile access_as_user',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: Buffer.from(hash).toString('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })
}

async function signIn(options: ProviderOptions, more: Record<string, string> = {}) {
  const step = authorize(await aRequest(more), options)
  if (step.kind !== 'choosePerson') throw new Error(`expected the list of people, got ${step.kind}`)
  return answerOf(step.signIn(kari))
}

const answerOf = (url: URL) => new URLSearchParams(url.hash.slice(1))

async function token(options: ProviderOptions, form: Record<string, string>) {
  const body = new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, ...form })
  const request = new Request(`${origin}/mock-oidc/token`, { method: 'POST', body })
  const response = await answerProvider(request, options)
  return { status: response?.status, body: await response?.json() }
}

const exchange = (options: ProviderOptions, code: string | null, codeVerifier = verifier) =>
  token(options, { grant_type: 'authorization_code', code: code ?? '', code_verifier: codeVerifier })

test('a chosen person gets tokens the API accepts', async () => {
  const { options } = aProvider()
  const answer = await signIn(options)
  expect(answer.get('state')).toBe('the-state')
  const { status, body } = await exchange(options, answer.get('code'))
  expect(status).toBe(200)
  const jwks = await answerProvider(new Request(`${origin}/mock-oidc/jwks`), options)
  const keys = createLocalJWKSet((await jwks?.json()) as JSONWebKeySet)
  const verify = createTokenVerifier({ issuer: issuerOf(origin), audience: apiAudience, keys })
  expect(await verify(body.access_token)).toMatchObject({
    oid: kari,
    preferredUsername: 'kari.nilsen@elvestrand.example',
  })
  await expect(verify(body.id_token)).rejects.toMatchObject({ status: 401 })
})

test('the published key has no private part', async () => {
  const { options } = aProvider()
  const response = await answerProvider(new Request(`${origin}/mock-oidc/jwks`), options)
  const { keys }: JSONWebKeySet = await response!.json() // the address is the provider's
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
})

test('a wrong verifier is refused, and the code is spent', async () => {
  const { options } = aProvider()
  const code = (await signIn(options)).get('code')
  expect(await exchange(options, code, 'another-verifier')).toEqual({
    status: 400,
    body: { error: 'invalid_grant' },
  })
  expect((await exchange(options, code)).status).toBe(400)
})

test('a code used twice is refused, and takes its refresh token along', async () => {
  const { options } = aProvider()
  const code = (await signIn(options)).get('code')
  const { body } = await exchange(options, code)
  expect((await exchange(options, code)).status).toBe(400)
  expect(
    (await token(options, { grant_type: 'refresh_token', refresh_token: body.refresh_token })).status,
  ).toBe(400)
})

test('a code older than a minute is refused', async () => {
  const { options, wait } = aProvider()
  const code = (await signIn(options)).get('code')
  wait(61)
  expect((await exchange(options, code)).status).toBe(400)
})

test('a refresh token works once and gives the next', async () => {
  const { options } = aProvider()
  const first = await exchange(options, (await signIn(options)).get('code'))
  const refresh = (refreshToken: string) =>
    token(options, { grant_type: 'refresh_token', refresh_token: refreshToken })
  const second = await refresh(first.body.refresh_token)
  expect(second.status).toBe(200)
  expect((await refresh(first.body.refresh_token)).status).toBe(400)
  expect((await refresh(second.body.refresh_token)).status).toBe(200)
})

test('prompt=none without a session asks for sign-in', async () => {
  const { options } = aProvider()
  const step = authorize(await aRequest({ prompt: 'none' }), options)
  expect(step.kind === 'redirect' && answerOf(step.to).get('error')).toBe('login_required')
})

test('a session signs in silently until it is ended', async () => {
  const { options } = aProvider()
  const { body } = await exchange(options, (await signIn(options)).get('code'))
  const silent = authorize(await aRequest({ prompt: 'none' }), options)
  expect(silent.kind === 'redirect' && answerOf(silent.to).has('code')).toBe(true)
  expect(authorize(await aRequest({ prompt: 'select_account' }), options).kind).toBe('choosePerson')
  endSession(new URLSearchParams(), options)
  const after = authorize(await aRequest({ prompt: 'none' }), options)
  expect(after.kind === 'redirect' && answerOf(after.to).get('error')).toBe('login_required')
  expect(
    (await token(options, { grant_type: 'refresh_token', refresh_token: body.refresh_token })).status,
  ).toBe(400)
})

test('a foreign return address is refused on the page, never followed', async () => {
  const { options } = aProvider()
  const evil = await aRequest({ redirect_uri: 'https://evil.example/redirect.html' })
  expect(authorize(evil, options).kind).toBe('refuse')
  expect(authorize(await aRequest({ client_id: 'other' }), options).kind).toBe('refuse')
  const afterwards = new URLSearchParams({ post_logout_redirect_uri: 'https://evil.example/' })
  expect(endSession(afterwards, options).href).toBe(`${origin}/`)
})

test('a request without PKCE goes back with an error', async () => {
  const { options } = aProvider()
  const step = authorize(await aRequest({ code_challenge_method: 'plain' }), options)
  expect(step.kind === 'redirect' && answerOf(step.to).get('error')).toBe('invalid_request')
})
