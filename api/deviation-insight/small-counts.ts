import { minStatisticsCount } from './contract.ts'

/** Numbers for all staff are to the nearest five: two looks never differ by one case. */
const nearest = 5

/** A number for somebody who does not lead the unit: null below five, else to the nearest five. */
export const shown = (count: number): number | null =>
  count < minStatisticsCount ? null : Math.round(count / nearest) * nearest

/**
 * Numbers of the parts of a whole, for the same: when what is hidden adds up to less than five it could be worked out from the
 * whole, so the smallest that is left is hidden too.
 */
export function shownParts(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, i) => (count < minStatisticsCount ? [i] : [])))
  const sum = () => [...hidden].reduce((total, i) => total + (counts[i] ?? 0), 0)
  while (sum() > 0 && sum() < minStatisticsCount && hidden.size < counts.length) {
    const left = counts.map((count, i) => ({ count, i })).filter(({ i }) => !hidden.has(i))
    const smallest = left.toSorted((one, other) => one.count - other.count)[0]
    if (!smallest) break
    hidden.add(smallest.i)
  }
  return counts.map((count, i) => (hidden.has(i) ? null : shown(count)))
}
