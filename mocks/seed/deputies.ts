import type { SeedUnit } from './org-units.ts'
import type { SeedPerson } from './people.ts'
import { randomFor } from './random.ts'

/** Departments with a deputy named: share of those with a leader, 0–1. */
const departmentsWithDeputy = 0.4

/**
 * Who leads when the leader is away: of a unit with departments, the leader of the first of them; of some departments,
 * an employee of nearly full time. Not all have one, as in life.
 */
export function deputiesOf(units: readonly SeedUnit[], people: readonly SeedPerson[]): Map<string, string> {
  const random = randomFor('deputies')
  const deputies = new Map<string, string>()
  for (const unit of units) {
    if (unit.leaderId === null || unit.kind === 'municipality') continue
    const below = units.find(
      ({ parent, leaderId }) => parent === unit && leaderId !== null && leaderId !== unit.leaderId,
    )
    if (below?.leaderId) deputies.set(unit.id, below.leaderId)
  }
  const employees = Map.groupBy(
    people.filter(({ isEnabled, job }) => isEnabled && !job.isLeader && job.percentage >= 80),
    ({ job }) => job.unit.id,
  )
  for (const unit of units) {
    if (unit.leaderId === null || deputies.has(unit.id) || !random.chance(departmentsWithDeputy)) continue
    const deputy = employees.get(unit.id)?.at(-1)
    if (deputy) deputies.set(unit.id, deputy.id)
  }
  return deputies
}
