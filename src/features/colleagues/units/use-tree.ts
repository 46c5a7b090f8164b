import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { unitQueries } from '../queries.ts'

/** One row of the tree as it is drawn. */
export interface TreeRow {
  unit: OrgUnit
  /** 1 for the top. */
  level: number
  /** Undefined for a unit with nothing below it. */
  isOpen?: boolean
  /** Place among those with the same unit above, from 1, and how many they are. */
  place: number
  siblings: number
}

/** Which units are open, and the rows that gives. What is below a unit is fetched when it is opened. */
export function useTree(top: readonly OrgUnit[], path: readonly OrgUnit[]) {
  // The municipality itself, or the way down to the unit one came for.
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set([...top, ...path.slice(0, -1)].map(({ id }) => id)),
  )
  const ids = [...open]
  const below = useQueries({
    queries: ids.map((id) => unitQueries.below(id)),
    combine: (results) => ({
      units: new Map(ids.map((id, index) => [id, results[index]?.data])),
      failed: results.filter(({ isError }) => isError),
    }),
  })

  const rows: TreeRow[] = []
  const add = (units: readonly OrgUnit[], level: number) => {
    for (const [index, unit] of units.entries()) {
      const isOpen = unit.childCount > 0 ? open.has(unit.id) : undefined
      rows.push({ unit, level, isOpen, place: index + 1, siblings: units.length })
      if (isOpen) add(below.units.get(unit.id) ?? [], level + 1)
    }
  }
  add(top, 1)

  return {
    rows,
    toggle: (id: string) =>
      setOpen((all) => new Set(all.has(id) ? [...all].filter((one) => one !== id) : [...all, id])),
    /** Fetches again what could not be; undefined when nothing failed. */
    retry: below.failed.length > 0 ? () => below.failed.forEach((query) => void query.refetch()) : undefined,
  }
}
