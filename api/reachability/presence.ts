import type { Presence, ReachabilityStatus } from './contract.ts'

/** Graph's words for what we know. `Away` is all that is said of whoever is away, whatever the reason. */
const presences: Record<ReachabilityStatus, Omit<Presence, 'id'>> = {
  available: { availability: 'Available', activity: 'Available' },
  busy: { availability: 'Busy', activity: 'Busy' },
  away: { availability: 'Away', activity: 'Away' },
  offHours: { availability: 'Offline', activity: 'OffWork' },
  unknown: { availability: 'PresenceUnknown', activity: 'PresenceUnknown' },
}

/** A person's presence in Graph's shape. */
export const presenceOf = (id: string, status: ReachabilityStatus): Presence => ({ id, ...presences[status] })
