import { withAncestors, type SeedUnit } from './org-units.ts'
import type { SeedPerson } from './people.ts'

/**
 * The manager: who leads the nearest unit upwards from the unit of the main position and is someone else.
 * The head of the municipality has none, and neither has anyone who has left.
 */
export function managerId(person: SeedPerson): string | null {
  if (!person.isEnabled) return null
  const isOthers = ({ leaderId }: SeedUnit) => leaderId !== null && leaderId !== person.id
  return withAncestors(person.job.unit).find(isOthers)?.leaderId ?? null
}
