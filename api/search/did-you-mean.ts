import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { foldLetters } from '../text/fold-letters.ts'
import { lettersLeftOut, minCorrectedLength, slipsAllowed, slipsBetween } from './near-words.ts'
import type { SearchTerms } from './search-terms.ts'

/** Suggestions that are tried before the search is left as it is. */
const maxTries = 2
/** Words near one that are compared with it. */
const maxCandidates = 200

interface KnownWord {
  word: string
  folded: string
  occurrences: number
}

/**
 * What may have been meant instead, of words that are in use: `search_word`. Whether it is said is up to `tryWith`: a
 * word whose only use is one the viewer may not see must not be told.
 * @param tryWith what is found with a text; undefined when it finds too little.
 */
export async function meantInstead<Result>(
  db: Kysely<Database>,
  { words }: SearchTerms,
  tryWith: (text: string) => Promise<Result | undefined>,
): Promise<{ text: string; found: Result } | undefined> {
  const unsure = words.filter((word) => word.length >= minCorrectedLength && /^\p{L}+$/u.test(word))
  if (unsure.length === 0) return undefined
  const nearest = await nearestWords(db, unsure)
  for (let attempt = 0; attempt < maxTries; attempt++) {
    if (!unsure.some((word) => nearest.get(word)?.[attempt])) break
    const text = words.map((word) => nearest.get(word)?.[attempt] ?? nearest.get(word)?.[0] ?? word).join(' ')
    const found = await tryWith(text)
    if (found !== undefined) return { text, found }
  }
  return undefined
}

/** Words in use near each of the words that are not in use, the nearest first. */
async function nearestWords(db: Kysely<Database>, words: readonly string[]): Promise<Map<string, string[]>> {
  const nearest = new Map<string, string[]>()
  for (const word of words) {
    const folded = foldLetters(word)
    const { rows } = await sql<KnownWord>`select word, folded, occurrences from search_word
      where left_out && ${lettersLeftOut(folded)}::text[] limit ${maxCandidates}`.execute(db)
    if (rows.some((known) => known.word === word)) continue
    const most = slipsAllowed(folded)
    const fits = rows
      .map((known) => ({ ...known, slips: slipsOf(folded, known.folded, most) }))
      .filter(({ slips }) => slips <= most)
      .toSorted((one, other) => one.slips - other.slips || other.occurrences - one.occurrences)
    nearest.set(
      word,
      fits.slice(0, maxTries).map((known) => known.word),
    )
  }
  return nearest
}

/** As one types, a word may not be whole yet: then its beginning is compared, and weighs a little less. */
function slipsOf(typed: string, known: string, most: number): number {
  const whole = slipsBetween(typed, known, most)
  if (known.length <= typed.length) return whole
  const begun = Math.min(
    ...[-1, 0, 1].map((more) => slipsBetween(typed, known.slice(0, typed.length + more), most)),
  )
  return Math.min(whole, begun + 0.5)
}
