/** Fewest people a number may be about (features.md N30; aml kap. 9). */
export const smallestGroup = 5

/** A group of people and how many of them did something. */
export interface GroupCount {
  recipientCount: number
  readCount: number | null
}

/**
 * Hides the counts of groups under five, and of one more when a hidden one could be worked out from the total of
 * all: what is hidden is always at least five people together, of two groups or more.
 * @returns the groups in the same order; a hidden one has `readCount` null.
 */
export function hideSmallGroups<G extends GroupCount>(groups: readonly G[]): G[] {
  const hidden = new Set(groups.filter((group) => group.recipientCount < smallestGroup))
  if (hidden.size > 0) {
    const bySize = groups.toSorted((a, b) => a.recipientCount - b.recipientCount)
    for (const group of bySize) {
      const people = [...hidden].reduce((sum, { recipientCount }) => sum + recipientCount, 0)
      if (hidden.size > 1 && people >= smallestGroup) break
      hidden.add(group)
    }
  }
  return groups.map((group) => (hidden.has(group) ? { ...group, readCount: null } : group))
}

/** A number of people, or null when it is of one to four: too few to say anything about. */
export const countOrHidden = (count: number) => (count > 0 && count < smallestGroup ? null : count)
