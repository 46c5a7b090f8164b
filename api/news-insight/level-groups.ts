import type { HiddenReason, NewsPostReach, reachLevels } from './contract.ts'
import { shownCount, smallestGroup, type ReaderGroup } from './small-groups.ts'

/** A kind of unit reach may be counted by. */
export type Level = (typeof reachLevels)[number]

/** From the widest; a unit of one stands within one of those before. */
const levels = ['sector', 'unit', 'department'] as const satisfies readonly Level[]

/** People who belong to the same units, and how many of them have read. */
export interface PlaceCount {
  /** The nearest unit of each level; null where there is none. */
  units: Record<Level, { id: string; displayName: string } | null>
  recipientCount: number
  readerCount: number
}

/** A group that is a unit at some level. */
export interface UnitGroup extends GroupOfUnits {
  id: string
  displayName: string
  level: Level
}

/** A group whose parts are units. */
interface GroupOfUnits extends ReaderGroup {
  parts: UnitGroup[]
}

/** All recipients, as a tree of their units. */
export function levelGroups(places: readonly PlaceCount[]): { whole: GroupOfUnits; units: UnitGroup[] } {
  const whole: GroupOfUnits = { recipientCount: 0, readerCount: 0, parts: [] }
  const units: UnitGroup[] = []
  for (const place of places) {
    let group = whole
    add(group, place)
    for (const level of levels) {
      const unit = place.units[level]
      if (!unit) continue
      let part = group.parts.find(({ id, level: itsLevel }) => id === unit.id && itsLevel === level)
      if (!part) {
        part = { ...unit, level, recipientCount: 0, readerCount: 0, parts: [] }
        group.parts.push(part)
        units.push(part)
      }
      add(part, place)
      group = part
    }
  }
  return { whole, units }
}

function add(group: ReaderGroup, { recipientCount, readerCount }: PlaceCount): void {
  group.recipientCount += recipientCount
  group.readerCount += readerCount
}

/**
 * The units of a level, the largest first, and last those who are in none of them, whose number is never told.
 * @param shown as `shownGroups` says.
 */
export function unitsOf(
  level: Level,
  whole: ReaderGroup,
  units: readonly UnitGroup[],
  shown: ReadonlySet<ReaderGroup>,
): NewsPostReach['units'] {
  const rows = units
    .filter((unit) => unit.level === level)
    .toSorted(
      (a, b) => b.recipientCount - a.recipientCount || a.displayName.localeCompare(b.displayName, 'nb'),
    )
    .map((unit) => {
      const { id, displayName, recipientCount, readerCount } = unit
      const readCount = shown.has(unit) ? shownCount(readerCount, recipientCount) : null
      return {
        id,
        displayName,
        recipientCount,
        readCount,
        hiddenBecause: shown.has(unit) ? null : whyHidden(unit),
      }
    })
  const rest = whole.recipientCount - rows.reduce((sum, { recipientCount }) => sum + recipientCount, 0)
  if (rest === 0) return rows
  const hiddenBecause = rest < smallestGroup ? 'fewPeople' : 'others'
  return [...rows, { id: null, displayName: '', recipientCount: rest, readCount: null, hiddenBecause }]
}

function whyHidden({ recipientCount, readerCount }: ReaderGroup): HiddenReason {
  if (recipientCount < smallestGroup) return 'fewPeople'
  return readerCount < smallestGroup ? 'fewReaders' : 'others'
}
