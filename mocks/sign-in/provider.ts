import type { DemoPerson } from '../people.ts'
import { readState, revoke, type Store, writeState } from './store.ts'

/** Where the mocked provider lives and what it knows. */
export interface ProviderOptions {
  /** Origin of the app; the provider shares it. */
  origin: string
  store: Store
  people: readonly DemoPerson[]
  now: () => Date
}

/** The one client of the provider: the SPA. */
export const clientId = 'tunet-spa'
/** Audience of its access tokens: the API. */
export const apiAudience = 'api://tunet'

/** The provider's own address, the `iss` of its tokens. */
export const issuerOf = (origin: string) => `${origin}/mock-oidc`

/** The discovery document, as OpenID Connect Discovery 1.0 names things. */
export const metadataOf = (origin: string) => ({
  issuer: issuerOf(origin),
  authorization_endpoint: `${origin}/mocks/sign-in.html`,
  token_endpoint: `${origin}/mock-oidc/token`,
  jwks_uri: `${origin}/mock-oidc/jwks`,
  end_session_endpoint: `${origin}/mocks/sign-in.html?end-session=1`,
  response_types_supported: ['code'],
  response_modes_supported: ['fragment', 'query'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  id_token_signing_alg_values_supported: ['RS256'],
  subject_types_supported: ['public'],
  scopes_supported: ['openid', 'profile', 'access_as_user'],
  token_endpoint_auth_methods_supported: ['none'],
})

/** What the authorize page is to do. */
export type AuthorizeStep =
  | { kind: 'choosePerson'; signIn: (personId: string) => URL }
  | { kind: 'redirect'; to: URL }
  | { kind: 'refuse'; reason: string }

/**
 * Answers an authorization request (RFC 6749 §4.1.1 with PKCE, RFC 7636). An unknown client or return address is refused
 * on the page; any other error goes back to the client, as the standard has it.
 */
export function authorize(query: URLSearchParams, options: ProviderOptions): AuthorizeStep {
  const redirectUri = query.get('redirect_uri')
  if (query.get('client_id') !== clientId) return { kind: 'refuse', reason: 'unknown client_id' }
  if (redirectUri !== `${options.origin}/redirect.html`)
    return { kind: 'refuse', reason: 'unknown redirect_uri' }
  const answer = (parameters: Record<string, string>): AuthorizeStep => ({
    kind: 'redirect',
    to: backTo(redirectUri, query, parameters),
  })
  if (query.get('response_type') !== 'code') return answer({ error: 'unsupported_response_type' })
  const codeChallenge = query.get('code_challenge')
  if (!codeChallenge || query.get('code_challenge_method') !== 'S256') {
    return answer({ error: 'invalid_request', error_description: 'PKCE with S256 is required' })
  }
  const giveCode = (session: { id: string; personId: string }) => {
    const code = crypto.randomUUID()
    const state = readState(options.store, options.now())
    const grant = {
      id: crypto.randomUUID(),
      sessionId: session.id,
      personId: session.personId,
      redirectUri,
      codeChallenge,
      nonce: query.get('nonce') ?? undefined,
      scope: query.get('scope') ?? '',
    }
    const expires = options.now().getTime() + 60_000
    writeState(options.store, { ...state, session, codes: { ...state.codes, [code]: { grant, expires } } })
    return backTo(redirectUri, query, { code })
  }
  const { session } = readState(options.store, options.now())
  const prompt = query.get('prompt')
  if (prompt === 'none') {
    return session ? { kind: 'redirect', to: giveCode(session) } : answer({ error: 'login_required' })
  }
  if (session && prompt !== 'login' && prompt !== 'select_account') {
    return { kind: 'redirect', to: giveCode(session) }
  }
  return {
    kind: 'choosePerson',
    signIn: (personId) => giveCode({ id: crypto.randomUUID(), personId }),
  }
}

/**
 * Ends the provider's session and takes back its refresh tokens (OpenID Connect RP-Initiated Logout 1.0).
 * @returns where to go then: back to the app, never to another origin.
 */
export function endSession(query: URLSearchParams, options: ProviderOptions): URL {
  const { session, ...state } = readState(options.store, options.now())
  writeState(options.store, session ? revoke(state, (grant) => grant.sessionId === session.id) : state)
  const target = new URL(query.get('post_logout_redirect_uri') ?? '/', options.origin)
  const returned = query.get('state')
  if (returned) target.searchParams.set('state', returned)
  return target.origin === options.origin ? target : new URL('/', options.origin)
}

function backTo(redirectUri: string, query: URLSearchParams, parameters: Record<string, string>): URL {
  const answer = new URLSearchParams(parameters)
  const state = query.get('state')
  if (state) answer.set('state', state)
  const target = new URL(redirectUri)
  if (query.get('response_mode') === 'query') target.search = answer.toString()
  else target.hash = answer.toString()
  return target
}
