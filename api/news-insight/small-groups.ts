/** Fewest people a number may be about (features.md N30; aml kap. 9). */
export const smallestGroup = 5

/** A group of people, how many of them have read, and the groups it consists of. */
export interface ReaderGroup {
  recipientCount: number
  readerCount: number
  /** Groups that are shown by name. Who is in none of them is the rest, which never has a number. */
  parts: ReaderGroup[]
}

/**
 * A number of people as it is shown: to the nearest five, so that what is shown moves by five people at a time, and two
 * looks, or two days of a curve, never tell of one reader. Null for fewer than five, none included: that nobody in a
 * group has read is about each of them.
 * @param most never more than there are.
 */
export const shownCount = (count: number, most: number): number | null =>
  count < smallestGroup ? null : Math.min(most, smallestGroup * Math.round(count / smallestGroup))

/**
 * The groups whose number may be shown, of a whole with all that is below it. One answer for every level: whichever
 * numbers are taken from each other, whoever is left is five people or more.
 *
 * Of the parts of a shown group those with too few readers are hidden, and then the smallest of the others until the
 * hidden and the rest are five people together. Below a hidden group everything is hidden.
 */
export function shownGroups(whole: ReaderGroup): Set<ReaderGroup> {
  const shown = new Set<ReaderGroup>()
  const look = (group: ReaderGroup) => {
    shown.add(group)
    const parts = group.parts.toSorted((a, b) => a.recipientCount - b.recipientCount)
    const visible = parts.filter(({ readerCount }) => readerCount >= smallestGroup)
    let unseen = group.recipientCount - sumOf(visible)
    while (unseen > 0 && unseen < smallestGroup) unseen += visible.shift()?.recipientCount ?? smallestGroup
    visible.forEach(look)
  }
  if (whole.readerCount >= smallestGroup) look(whole)
  return shown
}

const sumOf = (groups: readonly ReaderGroup[]) =>
  groups.reduce((sum, { recipientCount }) => sum + recipientCount, 0)
