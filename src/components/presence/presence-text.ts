import type { ReachabilityEntry } from '#api/reachability/contract.ts'
import { dayOf, formatDateTime, formatTime } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'

/** Whether somebody is there, and when if not. Never why. */
export type PresenceState = Pick<ReachabilityEntry, 'status' | 'availableFrom' | 'availableUntil'>

/** When it is that a time comes: «kl. 12:30» today, else with the day. */
export const formatReturn = (time: string, now = new Date()): string =>
  dayOf(new Date(time)) === dayOf(now)
    ? m.presence_clock({ time: formatTime(time) })
    : formatDateTime(time, now)

/**
 * «Ledig nå», «Opptatt til kl. 12:30», «Ikke til stede, tilbake i morgen kl. 08:00».
 * @param givenName is named where we do not know. @param isLong says also how long somebody is there.
 */
export function presenceText(state: PresenceState, givenName: string, isLong = false): string {
  const { status, availableFrom, availableUntil } = state
  const when = availableFrom === null ? undefined : formatReturn(availableFrom)
  switch (status) {
    case 'available':
      return isLong && availableUntil !== null
        ? m.presence_availableUntil({ when: formatReturn(availableUntil) })
        : m.presence_available()
    case 'busy':
      return when === undefined ? m.presence_busy() : m.presence_busyUntil({ when })
    case 'away':
      return when === undefined ? m.presence_away() : m.presence_awayUntil({ when })
    case 'offHours':
      return when === undefined ? m.presence_offHours() : m.presence_offHoursUntil({ when })
    case 'unknown':
      return m.presence_unknown({ name: givenName })
  }
}
