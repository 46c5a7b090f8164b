import type { AbsenceFact, PersonFacts } from './reachability.ts'

/** A Wednesday at 11:40 in Oslo. */
export const now = new Date('2025-03-12T10:40:00Z')
export const everyWorkday = [1, 2, 3, 4, 5]

/** An absence in those times. */
export const away = (from: string, to: string | null, more: Partial<AbsenceFact> = {}): AbsenceFact => ({
  startsAt: new Date(from),
  endsAt: to === null ? null : new Date(to),
  isShort: false,
  substituteId: null,
  hasAccepted: false,
  ...more,
})
export const meeting = away('2025-03-12T10:00:00Z', '2025-03-12T11:30:00Z', { isShort: true })
export const vacation = away('2025-03-10T07:00:00Z', '2025-03-14T23:00:00Z')
/** The vacation, with somebody named to stand in. */
export const withSubstitute = (substituteId: string, hasAccepted = true) => ({
  ...vacation,
  substituteId,
  hasAccepted,
})
/** Somebody with ordinary hours. */
export const person = (id: string, ...absences: AbsenceFact[]): PersonFacts => ({
  id,
  workdays: everyWorkday,
  absences,
})
