/** Letters of a word that are compared; what comes after seldom tells two words apart. */
const comparedLetters = 8
/** Shorter words are not corrected: too many others are near. */
export const minCorrectedLength = 4

/** How many slips a word of this length may have. */
export const slipsAllowed = (word: string): 1 | 2 => (word.length < 7 ? 1 : 2)

/**
 * A word with some of its letters left out, in every way: two words with a slip or two between them share one of these.
 * That makes looking for near words an equality, which an index answers.
 * @param word folded.
 */
export function lettersLeftOut(word: string): string[] {
  const start = word.slice(0, comparedLetters)
  const all = new Set([start])
  let last = [start]
  for (let slip = 0; slip < slipsAllowed(word); slip++) {
    last = last.flatMap((text) =>
      Array.from(text, (_, index) => text.slice(0, index) + text.slice(index + 1)).filter(
        (shorter) => shorter.length > 1,
      ),
    )
    for (const text of last) all.add(text)
  }
  return [...all]
}

/**
 * Slips between two words: letters added, left out, changed, or two that changed places. Counting stops above `most`.
 * @param word folded, as `other`.
 */
export function slipsBetween(word: string, other: string, most: number): number {
  if (Math.abs(word.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= word.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = word[row - 1] === other[column - 1]
      // Every index is within the rows made above.
      let slips = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1))
      const isSwapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1]
      if (row > 1 && column > 1 && isSwapped) slips = Math.min(slips, before[column - 2]! + 1)
      current.push(slips)
    }
    if (Math.min(...current) > most) return most + 1
    before = last
    last = current
  }
  return last[other.length]!
}
