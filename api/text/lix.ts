/** What a readability index is counted from. */
export interface TextCounts {
  words: number
  /** Words of more than six letters. */
  longWords: number
  sentences: number
}

/** A step of the Norwegian scale of LIX, from below 30 to 60 and up. */
export type Readability = 'veryEasy' | 'easy' | 'medium' | 'hard' | 'veryHard'

/** Texts for everybody should stay below this. */
export const lixGoal = 40

/**
 * LIX, the readability index of C. H. Björnsson: words per sentence, plus the share of words with more than six
 * letters in per cent. Rounded to a whole number; undefined for a text without words.
 */
export function lixOf({ words, longWords, sentences }: TextCounts): number | undefined {
  if (words === 0 || sentences === 0) return undefined
  return Math.round(words / sentences + (100 * longWords) / words)
}

/** The step a LIX number stands on. The Norwegian scale; the Danish has other limits. */
export function readabilityOf(lix: number): Readability {
  if (lix < 30) return 'veryEasy'
  if (lix < lixGoal) return 'easy'
  if (lix < 50) return 'medium'
  return lix < 60 ? 'hard' : 'veryHard'
}

/** The counts of several texts together, as of one text. */
export function addCounts(counts: readonly TextCounts[]): TextCounts {
  const sum = { words: 0, longWords: 0, sentences: 0 }
  for (const count of counts) {
    sum.words += count.words
    sum.longWords += count.longWords
    sum.sentences += count.sentences
  }
  return sum
}
