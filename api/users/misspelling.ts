/** Letters of the beginning of a word that misspellings are looked up by. The same as in `directory_variants`. */
const startLength = 6

/** How many letters may be wrong in a word: none in the shortest, where every other word is near. */
export const mostWrong = (word: string): number => (word.length > 7 ? 2 : word.length > 3 ? 1 : 0)

/** The beginning of a word, and what is left of it when one letter falls out, or two of a long word. */
export function variantsOf(word: string): string[] {
  const start = word.slice(0, startLength)
  const one = word.length > 3 ? without(start) : []
  const two = word.length > 7 ? one.flatMap(without) : []
  return [...new Set([start, ...one, ...two])]
}

const without = (text: string) => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))

/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make one word the other, or its
 * beginning, since the last word may not be finished (Damerau 1964, optimal string alignment).
 */
export function wrongLetters(typed: string, word: string): number {
  let before: number[] = []
  let last = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let i = 1; i <= typed.length; i++) {
    const row = [i]
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1]
      // Every index is within the rows, which have one more number than the word has letters.
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1)
      }
      row.push(least)
    }
    before = last
    last = row
  }
  // Unfinished: as near as the nearest beginning, which counts as a little worse only in the order of results.
  return Math.min(...last.slice(Math.max(0, typed.length - 1)))
}
