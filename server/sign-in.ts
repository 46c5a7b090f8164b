import { createLocalJWKSet, createRemoteJWKSet } from 'jose'
import type { Kysely } from 'kysely'
import * as z from 'zod/mini'
import type { Database } from '#api/database/schema.ts'
import { serviceUnavailable } from '#api/http/errors.ts'
import { createTokenVerifier } from '#api/sign-in/verify-token.ts'
import type { Deps } from '#api/deps.ts'
import type { Config, SsoSettings } from './config.ts'
import { createLocalSsoHandler } from './local-sso-handler.ts'
import { createLocalSso, mountPath } from './local-sso.ts'
import { loadCookieSecret, loadSigningKey, localClient, publicKeyOf, saveIssuer } from './signing-key.ts'

/** What the app in the browser must know to sign in: in the page itself, and at `/config.json`. Nothing in it is secret. */
export interface ClientSettings {
  mode: 'local' | 'entra'
  authority: string
  clientId: string
  scopes: string[]
  /** The local provider's description of itself, which MSAL does not ask for over plain http. */
  metadata?: ProviderMetadata
}

/** The part of an OpenID provider's discovery document that MSAL goes by (OpenID Connect Discovery 1.0 §3). */
export interface ProviderMetadata {
  issuer: string
  authorization_endpoint: string
  token_endpoint: string
  jwks_uri: string
  end_session_endpoint: string
}

/** One way of signing in, seen from the server. */
export interface SignIn {
  client: ClientSettings
  verifyToken: Deps['verifyToken']
  /** Answers `/oidc`; only the local provider has it. */
  handler?: ReturnType<typeof createLocalSsoHandler>
}

/** Entra ID when it is set up, else the local provider. */
export function createSignIn(config: Config, db: Kysely<Database>): Promise<SignIn> {
  return config.sso ? Promise.resolve(createSsoSignIn(config.sso)) : createLocalSignIn(config, db)
}

async function createLocalSignIn(config: Config, db: Kysely<Database>): Promise<SignIn> {
  const [signingKey, cookieSecret] = await Promise.all([loadSigningKey(db), loadCookieSecret(db)])
  const issuer = config.publicUrl + mountPath
  const provider = createLocalSso({ ...config, db, signingKey, cookieSecret })
  await saveIssuer(db, issuer)
  return {
    client: {
      mode: 'local',
      // MSAL takes no http address; this one is a label it never contacts (graph.md §4.2).
      authority: `https://${new URL(config.publicUrl).host}`,
      clientId: localClient.clientId,
      scopes: [localClient.scope],
      metadata: {
        issuer: provider.issuer,
        authorization_endpoint: provider.urlFor('authorization'),
        token_endpoint: provider.urlFor('token'),
        jwks_uri: provider.urlFor('jwks'),
        end_session_endpoint: provider.urlFor('end_session'),
      },
    },
    // The key is at hand: no request to ourselves.
    verifyToken: createTokenVerifier({
      issuer,
      audience: localClient.audience,
      keys: createLocalJWKSet({ keys: [publicKeyOf(signingKey)] }),
    }),
    handler: createLocalSsoHandler(provider, db),
  }
}

const Discovery = z.object({ issuer: z.url(), jwks_uri: z.url() })

function createSsoSignIn(sso: SsoSettings): SignIn {
  const { authority, clientId, scope } = sso
  let verifier: Promise<Deps['verifyToken']> | undefined
  return {
    client: { mode: 'entra', authority, clientId, scopes: [scope] },
    verifyToken: async (token) => {
      // Found at the first sign-in, so that the server can start while Entra ID does not answer.
      verifier ??= discover(sso).catch((error: unknown) => {
        verifier = undefined
        throw error
      })
      return (await verifier)(token)
    },
  }
}

async function discover({ authority, audience }: SsoSettings) {
  const found = await fetchDiscovery(`${authority}/.well-known/openid-configuration`).catch(() => undefined)
  if (!found) throw serviceUnavailable('signInKeysUnavailable')
  const keys = createRemoteJWKSet(new URL(found.jwks_uri), {
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    timeoutDuration: 5000,
  })
  return createTokenVerifier({ issuer: found.issuer, audience, keys })
}

async function fetchDiscovery(address: string) {
  const response = await fetch(address, { signal: AbortSignal.timeout(5000), redirect: 'error' })
  const found = Discovery.parse(await response.json())
  // Keys over plain http could be anybody's.
  return found.jwks_uri.startsWith('https://') ? found : undefined
}
