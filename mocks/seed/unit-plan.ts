import type { OrgUnitKind } from '#api/database/schema.ts'

/** Kind of work, which decides the share of women (`women` in people.ts). */
export type WorkField =
  | 'administration'
  | 'school'
  | 'kindergarten'
  | 'health'
  | 'technical'
  | 'cleaning'
  | 'fire'

/** `[title, people, average percentage, without a PC of their own]` */
export type PositionPlan = readonly [title: string, people: number, percentage: number, deskless?: boolean]

/** A unit to be made, with who works directly in it and the units below. */
export interface UnitPlan {
  kind: OrgUnitKind
  name: string
  /** Kind of work here and below, until a unit below says otherwise. */
  field?: WorkField
  /** Title of the leader; without one the nearest leader above leads. */
  leader?: string
  place?: string
  positions?: readonly PositionPlan[]
  /** How many, and in which trade. */
  apprentices?: readonly [people: number, trade: string]
  units?: readonly UnitPlan[]
}

/** People in main positions in the unit and everywhere below. */
export function headCount(unit: UnitPlan): number {
  const here = (unit.leader ? 1 : 0) + (unit.apprentices?.[0] ?? 0)
  const inPositions = (unit.positions ?? []).reduce((sum, [, people]) => sum + people, 0)
  return here + inPositions + (unit.units ?? []).reduce((sum, below) => sum + headCount(below), 0)
}
