import {
  chainFor,
  isReachable,
  reachabilityOf,
  substitutesOf,
  type LinkFact,
  type ReachabilityFacts,
} from './reachability.ts'

/**
 * Whom to call about a subject: all who answer for it, reachable or not, each who is not followed by who stands in for
 * them; then the leader of the first and the service desk, as for anybody.
 * @param subjectIds the nearest first.
 */
export function chainForSubject(facts: ReachabilityFacts, subjectIds: readonly string[]): LinkFact[] {
  const chain: LinkFact[] = []
  const add = (userId: string, why: LinkFact['why']): boolean => {
    const person = facts.people.get(userId)
    if (!person || chain.some((link) => link.userId === userId)) return false
    const link = { userId, why, ...reachabilityOf(person, facts.now) }
    if (why === 'substitute' && !isReachable(link)) return false
    chain.push(link)
    return isReachable(link)
  }
  for (const id of subjectIds) {
    if (!add(id, 'sameSubject')) substitutesOf(facts, id).some((standIn) => add(standIn, 'substitute'))
  }
  const [first] = subjectIds
  // Nobody's subject is not for the head of the municipality, as long as there is a service desk.
  const leaders = first === undefined && facts.serviceDeskIds.length > 0 ? [] : facts.leaders
  const ofFirst = chainFor({ ...facts, sameSubjectIds: [], leaders }, first ?? '')
  const rest = ofFirst.filter((link) => !chain.some(({ userId }) => userId === link.userId))
  return [...chain, ...rest]
}
