/** The words of the directory about where somebody works. */
export interface PlaceWords {
  department: string | null
  division: string | null
  company: string | null
  office: string | null
}

/** A unit, as much as is needed to know it by its name. */
export interface NamedUnit {
  id: string
  name: string
  parentId: string | null
  location: string | null
}

/** The unit somebody works in, or why there is none. */
export type FoundUnit = { unitId: string } | { unitId: null; why: 'notSaid' | 'unknown' | 'ambiguous' }

/** Names are compared without regard to case, spaces at the ends, and double spaces. */
const folded = (name: string | null) => name?.trim().replaceAll(/\s+/g, ' ').toLowerCase() || null

/**
 * Makes the rule by which words become a unit (docs/decisions/025). The name is the department, or the division where no
 * department is said. Of several units of that name, the one that is below a unit named by the division or the
 * company, and then the one at the office. Never a guess: what does not point at one unit points at none.
 */
export function unitFinder(units: readonly NamedUnit[]): (words: PlaceWords) => FoundUnit {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byName = Map.groupBy(units, (unit) => folded(unit.name))
  const isBelow = (unit: NamedUnit, name: string) => {
    const seen = new Set<string>()
    let above = unit.parentId ? byId.get(unit.parentId) : undefined
    for (; above && !seen.has(above.id); above = above.parentId ? byId.get(above.parentId) : undefined) {
      if (folded(above.name) === name) return true
      seen.add(above.id)
    }
    return false
  }
  return ({ department, division, company, office }) => {
    const name = folded(department) ?? folded(division)
    if (!name) return { unitId: null, why: 'notSaid' }
    let found = byName.get(name) ?? []
    if (found.length === 0) return { unitId: null, why: 'unknown' }
    const place = folded(office)
    const hints = [
      ...[folded(division), folded(company)].flatMap((hint) =>
        hint && hint !== name ? [(unit: NamedUnit) => isBelow(unit, hint)] : [],
      ),
      ...(place ? [(unit: NamedUnit) => folded(unit.location) === place || folded(unit.name) === place] : []),
    ]
    for (const fits of hints) {
      if (found.length === 1) break
      const fitting = found.filter(fits)
      if (fitting.length > 0) found = fitting
    }
    const [unit, ...others] = found
    return unit && others.length === 0 ? { unitId: unit.id } : { unitId: null, why: 'ambiguous' }
  }
}
