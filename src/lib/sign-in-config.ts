import * as z from 'zod/mini'

/** What the server says about signing in, at `/config.json`. Nothing in it is secret. */
export const SignInConfig = z.object({
  /** `local`: the server's own provider, on the same origin. `entra`: Microsoft Entra ID. */
  mode: z.enum(['local', 'entra']),
  /** Entra's address, or for `local` an https label that is never contacted. */
  authority: z.string(),
  clientId: z.string(),
  /** Scopes of our API. */
  scopes: z.array(z.string()),
  /** Where the local provider's metadata is read. */
  metadataUrl: z.optional(z.string()),
  version: z.string(),
})
export type SignInConfig = z.infer<typeof SignInConfig>

/** @throws when the server cannot be reached or answers something else. */
export async function loadSignInConfig(): Promise<SignInConfig> {
  const response = await fetch('/config.json', { cache: 'no-store' })
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`)
  return SignInConfig.parse(await response.json())
}
