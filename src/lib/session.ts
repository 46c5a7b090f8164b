import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-browser'
import { setTokenSource } from './access-token.ts'
import { ApiError } from './api-error.ts'
import { loadSignInConfig, type SignInConfig } from './sign-in-config.ts'
import { markSignedIn, markSignedOut, waitForSignIn } from './signed-out.ts'

type Msal = Awaited<ReturnType<typeof loadMsal>>

/** Loaded beside the app, and only what is named here: the whole library is a good deal larger. */
async function loadMsal() {
  const { AuthError, ProtocolMode, PublicClientApplication } = await import('@azure/msal-browser')
  return { AuthError, ProtocolMode, PublicClientApplication }
}

interface Session {
  client: PublicClientApplication
  account: AccountInfo
  config: SignInConfig
}

let session: Session | undefined

/** Tells the other tabs of this browser that the person has signed out. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('tunet-session')

/**
 * Signs the person in, silently where possible, and from then on gives tokens to every call. Returns false
 * when the browser is leaving for the sign-in page; it comes back to the address it left.
 * @throws when signing in failed or was given up.
 */
export async function startSession(): Promise<boolean> {
  const [msal, config] = await Promise.all([loadMsal(), loadSignInConfig()])
  const client = await createClient(msal, config)
  const answer = await client.handleRedirectPromise()
  const account = answer?.account ?? client.getAllAccounts()[0]
  if (!account || !(await canGoOn(msal, client, account, config))) {
    await client.loginRedirect({ scopes: config.scopes, loginHint: account?.username })
    return false
  }
  client.setActiveAccount(account)
  session = { client, account, config }
  setTokenSource(createTokenSource(msal))
  if (tabs) tabs.onmessage = () => forget()
  return true
}

/** The configuration both providers were tried with: graph.md §4.2. */
async function createClient(msal: Msal, config: SignInConfig): Promise<PublicClientApplication> {
  const isLocal = config.mode === 'local'
  const client = new msal.PublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      redirectUri: '/redirect.html',
      postLogoutRedirectUri: '/',
      ...(isLocal && {
        knownAuthorities: [new URL(config.authority).host],
        // MSAL does not ask plain http for it.
        authorityMetadata: JSON.stringify(config.metadata),
        // MSAL asks for offline_access by default, which the local provider refuses at the first renewal.
        OIDCOptions: { defaultScopes: ['openid', 'profile', 'email'] },
      }),
    },
    // Each tab has its own chain of tokens: a shared one is revoked when two tabs renew at the same time.
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      ...(isLocal && { protocolMode: msal.ProtocolMode.OIDC }),
      iframeBridgeTimeout: 6000,
      // Long enough to find the phone that signs one in.
      popupBridgeTimeout: 10 * 60_000,
    },
  })
  await client.initialize()
  return client
}

/** False when the person must be asked; at start that is better done before anything is drawn. */
async function canGoOn(
  msal: Msal,
  client: PublicClientApplication,
  account: AccountInfo,
  config: SignInConfig,
): Promise<boolean> {
  try {
    await client.acquireTokenSilent({ scopes: config.scopes, account })
    return true
  } catch (error) {
    if (isNetworkFailure(msal, error)) throw networkError(error)
    return false
  }
}

function createTokenSource(msal: Msal) {
  let renewal: Promise<AuthenticationResult> | undefined

  const acquire = (forceRefresh: boolean): Promise<AuthenticationResult> => {
    const { client, account, config } = current()
    const request = { scopes: config.scopes, account, forceRefresh }
    if (!forceRefresh) return client.acquireTokenSilent(request)
    // Many calls may be refused at once; one new token serves them all.
    renewal ??= client.acquireTokenSilent(request).finally(() => {
      renewal = undefined
    })
    return renewal
  }

  return async ({ forceRefresh }: { forceRefresh: boolean }): Promise<string> => {
    try {
      return (await acquire(forceRefresh)).accessToken
    } catch (error) {
      if (isNetworkFailure(msal, error)) throw networkError(error)
      await waitForSignIn()
      return (await acquire(false)).accessToken
    }
  }
}

/** How the second try to sign in went; `blocked` is when the browser did not open the window. */
export type SignInAgain = 'done' | 'blocked' | 'failed'

/**
 * Signs the person in again in a window of its own, so that the page keeps what was being written. To be
 * called in answer to a click, or the browser will not open the window. Someone else signing in starts over.
 */
export async function signInAgain(): Promise<SignInAgain> {
  const msal = await loadMsal()
  const { client, account, config } = current()
  try {
    const result = await client.loginPopup({
      scopes: config.scopes,
      loginHint: account.username,
      // The window may have been closed without an answer; a new click starts anew.
      overrideInteractionInProgress: true,
    })
    if (result.account.homeAccountId !== account.homeAccountId) location.reload()
    session = { client, account: result.account, config }
    client.setActiveAccount(result.account)
    markSignedIn()
    return 'done'
  } catch (error) {
    const blocked: readonly string[] = ['popup_window_error', 'empty_window_error']
    return error instanceof msal.AuthError && blocked.includes(error.errorCode) ? 'blocked' : 'failed'
  }
}

/** Signs in again by leaving the page; what was being written is lost. */
export async function signInByLeaving(): Promise<void> {
  const { client, account, config } = current()
  await client.loginRedirect({ scopes: config.scopes, loginHint: account.username })
}

/** Signs out here, in the other tabs, and at the provider. */
export async function signOut(): Promise<void> {
  const { client, account } = current()
  tabs?.postMessage('signedOut')
  await client.logoutRedirect({ account, idTokenHint: account.idToken })
}

/** The person signed out in another tab: drop this tab's tokens too, and keep the page as it is. */
function forget(): void {
  const { client, account } = current()
  void client.clearCache({ account }).finally(markSignedOut)
}

function current(): Session {
  if (!session) throw new Error('startSession() has not finished.')
  return session
}

const networkErrorCodes: readonly string[] = [
  'no_network_connectivity',
  'network_error',
  'get_request_failed',
  'post_request_failed',
]

const isNetworkFailure = (msal: Msal, error: unknown): boolean =>
  error instanceof msal.AuthError && networkErrorCodes.includes(error.errorCode)

const networkError = (cause: unknown) =>
  new ApiError({ status: 0, code: navigator.onLine ? 'network' : 'offline', cause })
