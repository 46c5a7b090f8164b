/** The part of `localStorage` the mocked provider uses; a Map does in tests. */
export interface Store {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

/** Somebody is signed in to the provider, in all tabs of this browser. */
export interface ProviderSession {
  id: string
  personId: string
}

/** What was agreed on when a code was given out. */
export interface Grant {
  id: string
  sessionId: string
  personId: string
  redirectUri: string
  codeChallenge: string
  nonce?: string
  scope: string
}

/** A code or refresh token that still stands for a grant. */
interface Ticket {
  grant: Grant
  /** Milliseconds since 1970. */
  expires: number
  /** A used code is remembered, so that its second use is recognised. */
  used?: boolean
}

/** All the provider remembers. */
export interface ProviderState {
  session?: ProviderSession
  codes: Record<string, Ticket>
  refreshTokens: Record<string, Ticket>
}

const place = 'tunet-mock-sign-in'

/** What was saved last, without what has expired. */
export function readState(store: Store, now: Date): ProviderState {
  const saved = store.getItem(place)
  if (!saved) return { codes: {}, refreshTokens: {} }
  const state = JSON.parse(saved) as ProviderState // written by writeState alone
  const current = (tickets: Record<string, Ticket>) =>
    Object.fromEntries(Object.entries(tickets).filter(([, { expires }]) => expires > now.getTime()))
  return { ...state, codes: current(state.codes), refreshTokens: current(state.refreshTokens) }
}

/** Saves what the provider remembers. */
export function writeState(store: Store, state: ProviderState): void {
  store.setItem(place, JSON.stringify(state))
}

/** Takes back everything given out for the grants that `concerns` picks. */
export function revoke(state: ProviderState, concerns: (grant: Grant) => boolean): ProviderState {
  const others = (tickets: Record<string, Ticket>) =>
    Object.fromEntries(Object.entries(tickets).filter(([, { grant }]) => !concerns(grant)))
  return { ...state, codes: others(state.codes), refreshTokens: others(state.refreshTokens) }
}
