import { hoursAtOrAfter } from '../time/working-hours.ts'
import type { ChainReason, ReachabilityStatus } from './contract.ts'

/** One absence as it bears on being reached. Not the reason. */
export interface AbsenceFact {
  startsAt: Date
  /** Null: it is not known. */
  endsAt: Date | null
  /** A meeting or lunch, or one where the phone is open: soon back, not «away». */
  isShort: boolean
  substituteId: string | null
  /** Only who has said yes stands in. */
  hasAccepted: boolean
}

/** What is known of one person. */
export interface PersonFacts {
  id: string
  /** ISO weekdays; none for those whose shifts are not known here. */
  workdays: readonly number[]
  absences: readonly AbsenceFact[]
}

/** Who leads at one level, and who does when the leader is away and has named nobody. */
export interface LeaderFact {
  leaderId: string | null
  deputyLeaderId: string | null
}

/** Everything the answer is made from. Whoever is named and not among `people` is passed over. */
export interface ReachabilityFacts {
  now: Date
  people: ReadonlyMap<string, PersonFacts>
  /** In the unit, with a subject in common; the nearest first. */
  sameSubjectIds: readonly string[]
  /** The nearest level first; the last is the head of the municipality. */
  leaders: readonly LeaderFact[]
  serviceDeskIds: readonly string[]
}

/** When one person can be reached. */
export interface PersonReachability {
  status: ReachabilityStatus
  /** When they can be reached next; null when it is now, or not known. */
  availableFrom: Date | null
  /** Until when they are there, when they are; null when it is not known. */
  availableUntil: Date | null
}

/** One to call. */
export interface LinkFact extends PersonReachability {
  userId: string
  why: ChainReason
}

/** Most colleagues with the same subject in a chain: more is a list to search, not a line to read. */
const maxSameSubject = 2

/** Somebody whose shifts are not known may be there; everybody else is, or is not. */
export const isReachable = ({ status }: Pick<PersonReachability, 'status'>) =>
  status === 'available' || status === 'unknown'

/** When a person can be reached, seen from a moment. */
export function reachabilityOf({ workdays, absences }: PersonFacts, now: Date): PersonReachability {
  const current = absences.filter((absence) => isDuring(absence, now))
  const isShiftWorker = workdays.length === 0
  if (current.length > 0) {
    const status = current.every(({ isShort }) => isShort) ? 'busy' : 'away'
    return { status, availableFrom: nextPresence(workdays, absences, now), availableUntil: null }
  }
  const nextAbsence = absences
    .filter(({ startsAt }) => startsAt > now)
    .reduce<Date | null>((min, { startsAt }) => (min && min < startsAt ? min : startsAt), null)
  if (isShiftWorker) return { status: 'unknown', availableFrom: null, availableUntil: nextAbsence }
  const hours = hoursAtOrAfter(workdays, now)
  if (!hours || hours.start > now) {
    return { status: 'offHours', availableFrom: nextPresence(workdays, absences, now), availableUntil: null }
  }
  return {
    status: 'available',
    availableFrom: null,
    availableUntil: nextAbsence && nextAbsence < hours.end ? nextAbsence : hours.end,
  }
}

const isDuring = ({ startsAt, endsAt }: AbsenceFact, moment: Date) =>
  startsAt <= moment && (endsAt === null || endsAt > moment)

/** The first moment from now that is worked and not in an absence; null when an absence has no end. */
function nextPresence(workdays: readonly number[], absences: readonly AbsenceFact[], now: Date): Date | null {
  let moment = now
  // Each step passes an absence or goes to the next hours worked, so no more are needed than twice the absences.
  for (let step = 0; step <= 2 * absences.length + 1; step++) {
    const hours = workdays.length === 0 ? undefined : hoursAtOrAfter(workdays, moment)
    if (workdays.length > 0 && !hours) return null
    if (hours && hours.start > moment) moment = hours.start
    const at = moment
    const absence = absences.find((one) => isDuring(one, at))
    if (!absence) return moment
    if (absence.endsAt === null) return null
    moment = absence.endsAt
  }
  return null
}

/**
 * Whom to call: first the person, reachable or not; then, of those who can be reached now, the substitute, colleagues
 * with the same subject, the nearest leader who can be reached, and the service desk (features.md K20). Whoever is
 * absent is passed over, their substitutes are asked instead, and nobody comes twice. When nobody else can be reached
 * now, the one who can soonest is named, and failing that the last who can be named: it always ends in someone.
 */
export function chainFor(facts: ReachabilityFacts, personId: string): LinkFact[] {
  const { people, now } = facts
  const linkOf = (userId: string, why: ChainReason): LinkFact | undefined => {
    const person = people.get(userId)
    return person && { userId, why, ...reachabilityOf(person, now) }
  }
  const chain: LinkFact[] = []
  const passedOver: LinkFact[] = []
  const seen = new Set<string>()
  /** @returns whether one could be reached and is in the chain now. */
  const tryOne = (userId: string | null, why: ChainReason): boolean => {
    if (userId === null || seen.has(userId)) return false
    seen.add(userId)
    const link = linkOf(userId, why)
    if (!link) return false
    if (isReachable(link)) chain.push(link)
    else passedOver.push(link)
    return isReachable(link)
  }
  /** Somebody, or who stands in for them, or for those. */
  const tryWithSubstitutes = (userId: string | null, why: ChainReason): boolean =>
    tryOne(userId, why) || substitutesOf(facts, userId).some((id) => tryOne(id, why))

  const first = linkOf(personId, 'person')
  seen.add(personId)
  if (first) chain.push(first)
  if (!first || !isReachable(first)) {
    substitutesOf(facts, personId).some((id) => tryOne(id, 'substitute'))
  }
  let colleagues = 0
  for (const id of facts.sameSubjectIds) {
    if (colleagues < maxSameSubject && tryOne(id, 'sameSubject')) colleagues++
  }
  facts.leaders.some(
    ({ leaderId, deputyLeaderId }) =>
      tryWithSubstitutes(leaderId, 'leader') || tryWithSubstitutes(deputyLeaderId, 'leader'),
  )
  facts.serviceDeskIds.some((id) => tryOne(id, 'serviceDesk'))
  const isAlone = chain.every(({ userId }) => userId === personId)
  return isAlone ? [...chain, ...soonest(passedOver)] : chain
}

/** Who stands in now, and for them in turn; ends where it comes back to somebody. */
export function substitutesOf({ people, now }: ReachabilityFacts, personId: string | null): string[] {
  const found: string[] = []
  let waiting = personId === null ? [] : [personId]
  const asked = new Set(waiting)
  while (waiting.length > 0) {
    const next = waiting
      .flatMap((id) => people.get(id)?.absences ?? [])
      .filter((absence) => absence.hasAccepted && isDuring(absence, now))
      .flatMap(({ substituteId }) => (substituteId === null || asked.has(substituteId) ? [] : [substituteId]))
    waiting = [...new Set(next)]
    for (const id of waiting) asked.add(id)
    found.push(...waiting)
  }
  return found
}

/** The one who can be reached first; among equals the first in the chain; the last when nobody knows when. */
function soonest(links: readonly LinkFact[]): LinkFact[] {
  const [first] = links
    .filter(({ availableFrom }) => availableFrom !== null)
    .toSorted((a, b) => (a.availableFrom?.getTime() ?? 0) - (b.availableFrom?.getTime() ?? 0))
  return first ? [first] : links.slice(-1)
}
