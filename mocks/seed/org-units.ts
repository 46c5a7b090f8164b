import type { OrgUnitKind } from '#api/database/schema.ts'
import { uuidFor } from './random.ts'
import type { UnitPlan, WorkField } from './unit-plan.ts'

/** A unit with its place in the tree. */
export interface SeedUnit {
  id: string
  parent: SeedUnit | null
  kind: OrgUnitKind
  name: string
  /** Names from the municipality down to this unit. */
  path: readonly string[]
  /** Where its people work: its own place, or that of the nearest unit above. */
  place: string | null
  field: WorkField
  plan: UnitPlan
  /** Set while people are made. */
  leaderId: string | null
}

/** Every unit of the plan, those above before those below. */
export function unitsOf(plan: UnitPlan, parent: SeedUnit | null = null): SeedUnit[] {
  const path = [...(parent?.path ?? []), plan.name]
  const unit: SeedUnit = {
    id: uuidFor(`orgUnit ${path.join(' / ')}`),
    parent,
    kind: plan.kind,
    name: plan.name,
    path,
    place: plan.place ?? parent?.place ?? null,
    field: plan.field ?? parent?.field ?? 'administration',
    plan,
    leaderId: null,
  }
  return [unit, ...(plan.units ?? []).flatMap((below) => unitsOf(below, unit))]
}

/** The unit and everything above it, nearest first. */
export function withAncestors(unit: SeedUnit): SeedUnit[] {
  return unit.parent ? [unit, ...withAncestors(unit.parent)] : [unit]
}

/**
 * The unit named last in `names`, below the units named before it. Levels in between may be left out, so that the same
 * names find the same unit in a grown organisation.
 * @throws RangeError when there is none.
 */
export function unitNamed(units: readonly SeedUnit[], names: readonly string[]): SeedUnit {
  const unit = units.find(({ name, path }) => {
    let found = 0
    for (const step of path) if (step === names[found]) found++
    return name === names.at(-1) && found === names.length
  })
  if (!unit) throw new RangeError(`No unit ${names.join(' / ')}.`)
  return unit
}
