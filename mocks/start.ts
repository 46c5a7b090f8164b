import { http, HttpResponse } from 'msw'
import { setupWorker } from 'msw/browser'
import { connectApi, type RemoteApi } from './connect-api.ts'
import { within } from './deadline.ts'
import { createFaults, type Faults } from './faults.ts'
import { demoPeople } from './people.ts'
import { signingKey } from './sign-in/keys.ts'
import { clientId, metadataOf, type ProviderOptions } from './sign-in/provider.ts'
import { answerProvider } from './sign-in/tokens.ts'

/** Put in by vite.config.ts. */
declare const __APP_VERSION__: string

declare global {
  interface Window {
    /** In the mocks only: make the next calls slow, failing or offline. */
    tunetFaults?: Faults
    /** In the mocks only: forget everything written in this browser. */
    tunetReset?: () => void
  }
}

/** Seconds the service worker may take to begin: many times what it needs on a busy machine. */
const patience = 20

/**
 * Puts the whole back end behind this page: sign-in, settings, API and database. Call it before the app starts.
 * @throws when the browser does not let the mocks begin; loading the page anew is then the way on.
 */
export async function start(): Promise<void> {
  const { origin, host } = location
  const provider: ProviderOptions = {
    origin,
    store: localStorage,
    people: demoPeople,
    now: () => new Date(),
  }
  const key = await signingKey(localStorage)
  const notice = createNotice()
  const api = connectApi({
    origin,
    jwks: { keys: [{ ...key.publicJwk }] },
    onProgress: notice.show,
    onReady: notice.remove,
    onFailure: (error) => notice.show(`Databasen kan ikke åpnes: ${error.message}`),
  })
  const faults = createFaults()
  window.tunetFaults = faults
  window.tunetReset = api.reset
  const worker = setupWorker(
    http.get('*/config.json', () =>
      HttpResponse.json({
        mode: 'local',
        // MSAL wants https; with the metadata given, it never goes there.
        authority: `https://${host}`,
        clientId,
        scopes: ['access_as_user'],
        metadata: metadataOf(origin),
        version: __APP_VERSION__,
      }),
    ),
    http.all('*/mock-oidc/*', async ({ request }) => answerProvider(request, provider)),
    http.all('*/v1.0/*', ({ request }) => faults.apply(request, (call) => answerFrom(api, call))),
  )
  // Addresses that are answered here must also be known to the service worker, which leaves all others alone.
  const serviceWorker = { url: '/mock-service-worker.js' }
  await within(
    patience,
    'the service worker',
    worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker }),
  )
}

async function answerFrom(api: RemoteApi, request: Request): Promise<Response> {
  try {
    return await api.fetch(request)
  } catch {
    return Response.error()
  }
}

/** A line of text while the database opens, for those who have to wait for it. */
function createNotice() {
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  return {
    show: (text: string) => {
      line.textContent = text
      document.body.append(line)
    },
    remove: () => line.remove(),
  }
}
