import { withAncestors, type SeedUnit } from '../org-units.ts'
import type { SeedPerson } from '../people.ts'
import type { SeedPosition } from '../positions.ts'
import type { AudienceRole } from '#api/roles.ts'

/** Who a post is for, with units found. */
export interface SeedAudience {
  everyone: boolean
  units: readonly SeedUnit[]
  roles: readonly AudienceRole[]
}

/**
 * Finds the people of an audience, as the product does: present employees with a position in one of the units or
 * below, or with one of the roles.
 */
export function recipientFinder(
  units: readonly SeedUnit[],
  people: readonly SeedPerson[],
  positions: readonly SeedPosition[],
) {
  const employees = people.filter((person) => person.isEnabled)
  const byId = new Map(employees.map((person) => [person.id, person]))
  const byUnit = new Map<SeedUnit, Set<SeedPerson>>()
  for (const { unit, userId } of positions) {
    const person = byId.get(userId)
    if (!person) continue
    for (const above of withAncestors(unit)) {
      const members = byUnit.get(above) ?? new Set()
      byUnit.set(above, members.add(person))
    }
  }
  const leaderIds = new Set(units.map((unit) => unit.leaderId))
  const byRole = (role: AudienceRole) =>
    employees.filter(({ id, job }) => (role === 'Leader' ? leaderIds.has(id) : job.appRoles.includes(role)))
  return (audience: SeedAudience): SeedPerson[] => {
    if (audience.everyone) return employees
    const inUnits = audience.units.flatMap((unit) => [...(byUnit.get(unit) ?? [])])
    return [...new Set([...inUnits, ...audience.roles.flatMap(byRole)])]
  }
}
