import * as z from 'zod/mini'

/** What the server says about signing in. Nothing in it is secret. */
export const SignInConfig = z.object({
  /** `local`: the server's own provider, on the same origin. `entra`: Microsoft Entra ID. */
  mode: z.enum(['local', 'entra']),
  /** Entra's address, or for `local` an https label that is never contacted. */
  authority: z.string(),
  clientId: z.string(),
  /** Scopes of our API. */
  scopes: z.array(z.string()),
  /** The local provider's discovery document, or the part of it that MSAL goes by. */
  metadata: z.optional(z.record(z.string(), z.unknown())),
  version: z.string(),
})
export type SignInConfig = z.infer<typeof SignInConfig>

/** Where the server writes it into the page, which saves a request before sign-in can begin. */
const inPage = 'script#sign-in-config'

/**
 * Read from the page, or asked for where the page is served as it was built.
 * @throws when the server cannot be reached or says something else.
 */
export async function loadSignInConfig(): Promise<SignInConfig> {
  const written = document.querySelector(inPage)?.textContent
  if (written) return SignInConfig.parse(JSON.parse(written))
  const response = await fetch('/config.json', { cache: 'no-store' })
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`)
  return SignInConfig.parse(await response.json())
}
