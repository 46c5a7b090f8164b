/**
 * What a path answers with: `document` is the app, `bridge` the page that hands MSAL its answer (in a hidden
 * frame too), `provider` the local sign-in, `data` all the rest.
 */
export type ResponseKind = 'document' | 'bridge' | 'provider' | 'data'

export interface SecurityHeadersOptions {
  publicUrl: string
  /** Origin of the sign-in provider when it is not ours. */
  ssoOrigin?: string
}

/** Two years in seconds, for browsers to keep to https. */
const strictTransport = 'max-age=63072000; includeSubDomains'

const permissions = ['camera', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ')

/**
 * Makes the headers every response has, also 404, 405 and 500 (graph.md §4.2, §6.4; ASVS 3.4). They are set before
 * the response is made; the API may then tighten its own.
 */
export function createSecurityHeaders({ publicUrl, ssoOrigin }: SecurityHeadersOptions) {
  const sources = ["'self'", ssoOrigin].filter(Boolean).join(' ')
  const policies: Record<ResponseKind, string> = {
    document: documentPolicy(sources, "'none'"),
    bridge: documentPolicy(sources, "'self'"),
    provider: providerPolicy,
    data: "default-src 'none'; frame-ancestors 'none'; sandbox",
  }
  const isSecure = publicUrl.startsWith('https://')
  return (kind: ResponseKind): Record<string, string> => ({
    'Content-Security-Policy': policies[kind],
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': kind === 'bridge' || kind === 'provider' ? 'SAMEORIGIN' : 'DENY',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': permissions,
    'Cross-Origin-Resource-Policy': 'same-origin',
    // The bridge must keep its tie to the window that opened it.
    ...(kind !== 'bridge' && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
    ...(isSecure && { 'Strict-Transport-Security': strictTransport }),
  })
}

const providerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  // Silent renewal runs in a hidden frame of the app.
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ')

function documentPolicy(sources: string, ancestors: string) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${sources}`,
    `frame-src ${sources}`,
    "manifest-src 'self'",
    `frame-ancestors ${ancestors}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}
