import { createHash, randomBytes } from 'node:crypto'

interface Cookie {
  name: string
  path: string
  value: string
}

/** What the token endpoint gives. */
export interface Tokens {
  access_token: string
  id_token: string
  refresh_token: string
}

/** Just enough of a browser to sign in: cookies by path, and redirects one at a time. */
export class HandBrowser {
  readonly #origin: string
  #cookies: Cookie[] = []

  constructor(origin: string) {
    this.#origin = origin
  }

  async open(address: string, form?: Record<string, string>): Promise<Response> {
    const url = new URL(address, this.#origin)
    const cookies = this.#cookies.filter(
      ({ path }) => url.pathname === path || url.pathname.startsWith(withSlash(path)),
    )
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
      redirect: 'manual',
    })
    for (const header of response.headers.getSetCookie()) this.#keep(header)
    return response
  }

  /** Follows redirects until one leads to the app, or a page is shown. */
  async follow(response: Response): Promise<Response | URL> {
    for (let current = response; ;) {
      const location = current.headers.get('location')
      if (!location) return current
      const url = new URL(location, this.#origin)
      if (!url.pathname.startsWith('/oidc/')) return url
      current = await this.open(url.href)
    }
  }

  #keep(header: string) {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim())
    const [name = '', value = ''] = pair.split('=', 2)
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/'
    this.#cookies = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path)
    if (value) this.#cookies.push({ name, path, value })
  }
}

const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`)

/** One sign-in as MSAL does it: authorization code with PKCE. */
export class SignInByHand {
  readonly #origin: string
  readonly #browser: HandBrowser
  readonly #verifier = randomBytes(32).toString('base64url')

  constructor(origin: string, browser: HandBrowser) {
    this.#origin = origin
    this.#browser = browser
  }

  /** Opens the sign-in; ends at the page, or back in the app when nothing has to be asked. */
  async start(extra: Record<string, string> = {}): Promise<Response | URL> {
    const parameters = new URLSearchParams({
      client_id: 'tunet-spa',
      response_type: 'code',
      redirect_uri: `${this.#origin}/redirect.html`,
      scope: 'openid profile email access_as_user',
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'state',
      nonce: 'nonce',
      ...extra,
    })
    return this.#browser.follow(await this.#browser.open(`/oidc/auth?${parameters}`))
  }

  /** Presses a person's button on the sign-in page. */
  async choose(page: Response | URL, person: string): Promise<Response | URL> {
    return this.#browser.follow(await this.#browser.open(addressOf(page), { person }))
  }

  async redeem(answer: Response | URL): Promise<Tokens> {
    const code = answer instanceof URL && answer.searchParams.get('code')
    if (!code) throw new Error(`No code in ${answer instanceof URL ? answer.href : await answer.text()}`)
    const response = await requestTokens(this.#origin, {
      grant_type: 'authorization_code',
      code,
      code_verifier: this.#verifier,
      redirect_uri: `${this.#origin}/redirect.html`,
    })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
}

/** Where a page that was shown lives. */
export function addressOf(page: Response | URL): string {
  return page instanceof URL ? page.href : page.url
}

export function requestTokens(origin: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'tunet-spa', ...form }),
  })
}

/** Signs a person in from nothing. */
export async function signIn(origin: string, browser: HandBrowser, person: string): Promise<Tokens> {
  const attempt = new SignInByHand(origin, browser)
  return attempt.redeem(await attempt.choose(await attempt.start(), person))
}
