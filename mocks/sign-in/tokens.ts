import { SignJWT } from 'jose'
import { accessScope } from '#api/sign-in/verify-token.ts'
import { type SigningKey, signingKey } from './keys.ts'
import { apiAudience, clientId, issuerOf, metadataOf, type ProviderOptions } from './provider.ts'
import { type Grant, type ProviderState, readState, revoke, writeState } from './store.ts'

/** Seconds an access token lasts. MSAL renews five minutes earlier, so never make it shorter than that. */
const accessTokenLife = 3600
/** Milliseconds a refresh token lasts: the 24 hours Entra ID gives a single-page app. */
const refreshTokenLife = 24 * 3_600_000
/** Stands for the tenant; the mocks have one. */
const tenantId = '00000000-0000-4000-8000-000000000000'

/** Answers discovery, keys and tokens of the mocked provider; undefined for any other address. */
export async function answerProvider(
  request: Request,
  options: ProviderOptions,
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url)
  if (pathname === '/mock-oidc/.well-known/openid-configuration')
    return Response.json(metadataOf(options.origin))
  if (pathname === '/mock-oidc/jwks') {
    return Response.json({ keys: [(await signingKey(options.store)).publicJwk] })
  }
  if (pathname === '/mock-oidc/token' && request.method === 'POST') return tokenEndpoint(request, options)
  return undefined
}

async function tokenEndpoint(request: Request, options: ProviderOptions): Promise<Response> {
  const form = new URLSearchParams(await request.text())
  if (form.get('client_id') !== clientId) return refusal('invalid_client', 401)
  const state = readState(options.store, options.now())
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(form, state, options)
    case 'refresh_token':
      return refresh(form, state, options)
    default:
      return refusal('unsupported_grant_type')
  }
}

async function exchangeCode(
  form: URLSearchParams,
  state: ProviderState,
  options: ProviderOptions,
): Promise<Response> {
  const code = form.get('code') ?? ''
  const ticket = state.codes[code]
  if (!ticket) return refusal('invalid_grant')
  if (ticket.used) {
    // A code that comes twice was stolen by one of the two: nothing made from it is good any longer (RFC 6749 §4.1.2).
    writeState(
      options.store,
      revoke(state, (grant) => grant.id === ticket.grant.id),
    )
    return refusal('invalid_grant')
  }
  const isGood =
    form.get('redirect_uri') === ticket.grant.redirectUri &&
    (await challengeOf(form.get('code_verifier') ?? '')) === ticket.grant.codeChallenge
  const used = { ...state, codes: { ...state.codes, [code]: { ...ticket, used: true } } }
  writeState(options.store, used)
  return isGood ? giveTokens(ticket.grant, used, options) : refusal('invalid_grant')
}

async function refresh(
  form: URLSearchParams,
  state: ProviderState,
  options: ProviderOptions,
): Promise<Response> {
  const token = form.get('refresh_token') ?? ''
  const { [token]: ticket, ...refreshTokens } = state.refreshTokens
  if (!ticket) return refusal('invalid_grant')
  return giveTokens(ticket.grant, { ...state, refreshTokens }, options)
}

async function giveTokens(grant: Grant, state: ProviderState, options: ProviderOptions): Promise<Response> {
  const person = options.people.find(({ id }) => id === grant.personId)
  if (!person) return refusal('invalid_grant')
  const refreshToken = crypto.randomUUID()
  const expires = options.now().getTime() + refreshTokenLife
  const refreshTokens = { ...state.refreshTokens, [refreshToken]: { grant, expires } }
  writeState(options.store, { ...state, refreshTokens })
  const key = await signingKey(options.store)
  const claims = {
    sub: person.id,
    oid: person.id,
    tid: tenantId,
    sid: grant.sessionId,
    ver: '2.0',
    name: person.displayName,
    preferred_username: person.userPrincipalName,
    roles: [...person.appRoles],
  }
  const signed = (audience: string, more: Record<string, unknown>) =>
    sign({ ...claims, ...more }, audience, key, options)
  return Response.json(
    {
      token_type: 'Bearer',
      expires_in: accessTokenLife,
      scope: grant.scope,
      access_token: await signed(apiAudience, { scp: accessScope, azp: clientId }),
      id_token: await signed(clientId, { nonce: grant.nonce }),
      refresh_token: refreshToken,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

function sign(
  claims: Record<string, unknown>,
  audience: string,
  key: SigningKey,
  options: ProviderOptions,
): Promise<string> {
  const now = Math.floor(options.now().getTime() / 1000)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: key.publicJwk.kid, typ: 'JWT' })
    .setIssuer(issuerOf(options.origin))
    .setAudience(audience)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + accessTokenLife)
    .sign(key.privateKey)
}

/** base64url(SHA-256(verifier)), RFC 7636 §4.2. */
async function challengeOf(verifier: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)))
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

const refusal = (error: string, status = 400) =>
  Response.json({ error }, { status, headers: { 'Cache-Control': 'no-store' } })
