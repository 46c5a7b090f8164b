import type { JWK } from 'jose'
import type { Kysely } from 'kysely'
import { type Configuration, errors, interactionPolicy, Provider } from 'oidc-provider'
import type { Database } from '#api/database/schema.ts'
import { createAdapter } from './local-sso-adapter.ts'
import { errorPage, signedOutPage, signOutPage } from './local-sso-pages.ts'
import { findPerson, type LocalPerson } from './local-sso-people.ts'
import { accessTokenLifetime, localClient } from './signing-key.ts'
import { StartError } from './start-error.ts'

/** Where the provider is mounted; also the end of its issuer. */
export const mountPath = '/oidc'

/** What the local provider stands on. */
export interface LocalSsoOptions {
  db: Kysely<Database>
  /** The private key tokens are signed with. */
  signingKey: JWK
  cookieSecret: string
  publicUrl: string
  isProduction: boolean
}

/** The claims of a person, as Entra ID would name them. Access tokens and ID tokens say the same. */
export const personClaims = (person: LocalPerson) => ({
  oid: person.id,
  tid: localClient.tenantId,
  ver: '2.0',
  name: person.displayName,
  preferred_username: person.userPrincipalName,
  roles: [...person.appRoles],
})

const day = 24 * 60 * 60

/**
 * The OpenID provider of a run without Entra ID: real sign-in, sessions and tokens, without passwords. It behaves
 * as Entra ID does towards MSAL (graph.md §4.1); what it must remember is in the database.
 * @throws StartError in production.
 */
export function createLocalSso(options: LocalSsoOptions): Provider {
  if (options.isProduction) {
    throw new StartError(
      'The local sign-in asks for no password, so it does not run with NODE_ENV=production.',
    )
  }
  const provider = new Provider(options.publicUrl + mountPath, configure(options))
  // The server sets the forwarding headers itself, from PUBLIC_URL; see app.ts.
  provider.proxy = true
  // All of Tunet is one origin. The provider would let every other one read its metadata and keys (ASVS 3.4.2).
  provider.use(async ({ response }, next) => {
    await next()
    for (const name of Object.keys(response.headers)) {
      if (name.startsWith('access-control-')) response.remove(name)
    }
  })
  return provider
}

function configure({ cookieSecret, db, publicUrl, signingKey }: LocalSsoOptions): Configuration {
  const { audience, clientId, scope } = localClient
  return {
    adapter: createAdapter(db),
    clients: [
      {
        client_id: clientId,
        client_name: 'Tunet',
        token_endpoint_auth_method: 'none',
        application_type: 'web',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${publicUrl}/redirect.html`],
        post_logout_redirect_uris: [`${publicUrl}/`],
      },
    ],
    jwks: { keys: [signingKey] },
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    responseTypes: ['code'],
    claims: {
      openid: ['sub', 'oid', 'tid', 'sid', 'ver'],
      profile: ['name', 'preferred_username', 'roles'],
      email: ['email'],
    },
    // MSAL reads the person from the ID token.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: async (_, id) => {
      const person = await findPerson(db, id)
      if (!person) return undefined
      const claims = { sub: person.id, ...personClaims(person), email: person.mail ?? undefined }
      return { accountId: person.id, claims: () => claims }
    },
    extraTokenClaims: async (_, token) => {
      if (token.kind !== 'AccessToken') return undefined
      const person = await findPerson(db, token.accountId)
      if (!person) throw new errors.InvalidGrant('the person may not sign in')
      return { ...personClaims(person), scp: [...token.scopes].join(' '), azp: token.clientId }
    },
    clientBasedCORS: (_, origin) => origin === publicUrl,
    // The path of the short ones is the provider's choice, so that two tabs can sign in at the same time.
    cookies: {
      keys: [cookieSecret],
      short: { httpOnly: true, sameSite: 'lax' },
      long: { httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: accessTokenLifetime,
      AuthorizationCode: 60,
      Grant: 14 * day,
      IdToken: 3600,
      Interaction: 3600,
      // As for single-page apps in Entra ID: one day, and renewing does not make it longer.
      RefreshToken: ({ oidc }) => oidc.entities.RotatedRefreshToken?.remainingTTL ?? day,
      Session: 14 * day,
    },
    // MSAL is kept from asking for offline_access, which would otherwise be what gives a refresh token.
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: async () => false,
    // Our own app needs nobody's consent.
    loadExistingGrant: async ({ oidc }) => {
      const { client, provider, session } = oidc
      if (!client || !session?.accountId) return undefined
      const id = session.grantIdFor(client.clientId)
      const grant =
        (id && (await provider.Grant.find(id))) ||
        new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile email offline_access')
      grant.addResourceScope(audience, scope)
      await grant.save()
      return grant
    },
    interactions: {
      policy: signInPolicy(),
      url: (_, interaction) => `${mountPath}/interaction/${interaction.uid}`,
    },
    renderError: (context, out) => {
      context.type = 'html'
      context.body = errorPage(out.error, out.error_description)
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      userinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form)
        },
        postLogoutSuccessSource: (context) => {
          context.body = signedOutPage()
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: async (_context, _client, oneOf) =>
          (Array.isArray(oneOf) ? oneOf[0] : oneOf) ?? audience,
        // Makes the access token one for the API, a JWT, instead of one for the provider's own /userinfo.
        useGrantedResource: async () => true,
        getResourceServerInfo: async (_, resource) => {
          if (resource !== audience) throw new errors.InvalidTarget()
          return {
            scope,
            audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: accessTokenLifetime,
            jwt: { sign: { alg: 'RS256' } },
          }
        },
      },
    },
  }
}

/** Asks anew who it is when the person of a session may no longer sign in, where the provider itself would break off. */
function signInPolicy() {
  const policy = interactionPolicy.base()
  const mayNot = 'the person of this session may not sign in'
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('person_gone', mayNot, 'login_required', ({ oidc }) =>
        Boolean(oidc.session?.accountId && !oidc.account),
      ),
    )
  return policy
}
