/** Gives a bearer token for the API; `forceRefresh` asks for a new one even if the old one looks fresh. */
export type TokenSource = (options: { forceRefresh: boolean }) => Promise<string>

let giveSource: (source: TokenSource) => void
let source = new Promise<TokenSource>((resolve) => {
  giveSource = resolve
})

/** Says where tokens come from: the session in the app, a fixed person in tests. Calls wait until this is said. */
export function setTokenSource(next: TokenSource): void {
  giveSource(next)
  source = Promise.resolve(next)
}

/** An access token for the API. Waits while the person is asked to sign in again. */
export async function accessToken(options: { forceRefresh?: boolean } = {}): Promise<string> {
  const give = await source
  return give({ forceRefresh: options.forceRefresh ?? false })
}
